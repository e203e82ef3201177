//! Shapes from places: projection, outlines, classes, symbols and the way around, as plain view models.

mod basemap;
mod choropleth;
mod keyboard;
mod series;
mod symbol;
mod window;

pub use basemap::{Basemap, Point, Shape};
pub use choropleth::{Class, class_of, classes};
pub use keyboard::{ArrowDirection, neighbour};
pub use series::{Kind, Mark, Series, domain, greatest, series};
pub use symbol::{Flow, Rings, THINNEST};
pub use window::Window;
