//! What follows from the claims: bounds, directions of months, contradictions.

pub mod bounds;
pub mod contradictions;
pub mod delay;
pub mod derived_months;
pub mod directions;
pub mod precomputed;
pub mod runs;
