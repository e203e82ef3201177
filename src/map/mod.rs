//! Shapes from places: projection, topology and classes, as plain view models.

mod basemap;
mod choropleth;
mod projection;
mod topology;

pub use basemap::{Basemap, Shape};
pub use choropleth::{Class, class_of, classes};
pub use projection::{Point, Projection};
pub use topology::MapError;
