//! Hooks that sections share: state that outlives a render.

pub mod address;
pub mod bounds;
pub mod dataset;
pub mod deferred;
pub mod geography;
mod geography_cache;
pub mod modal;
pub mod theme;
