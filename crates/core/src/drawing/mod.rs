//! View models: shapes, places and sentences that a component writes down as they are.

pub mod chart;
mod finite;
pub mod map;
pub mod text_width;
