//! View models of the map: outlines, classes, symbols, flows, small series, the part in view, and steps by arrow keys.

mod basemap;
mod choropleth;
mod keyboard;
mod series;
mod symbol;
mod window;

pub use basemap::{Basemap, Point, Shape};
pub use choropleth::{Class, class_of, classes};
pub use keyboard::{ArrowDirection, neighbour};
pub use series::{Series, SeriesKind, SeriesMark, domain, greatest, series};
pub use symbol::{Flow, MIN_FLOW_WIDTH, Rings};
pub use window::Window;
