//! View models: shapes, places and sentences that a component only has to write down.

pub mod chart;
mod finite;
pub mod map;
pub mod text_width;
