//! What the site is built from besides the page itself. Native only.

pub mod card;
pub mod feeds;
pub mod geography;
pub mod hash;
pub mod light;
