//! Shapes from places: projection, outlines, classes, symbols and the way around, as plain view models.

mod basemap;
mod choropleth;
#[cfg(not(target_arch = "wasm32"))]
mod outline;
#[cfg(not(target_arch = "wasm32"))]
mod projection;
mod series;
mod symbol;
#[cfg(not(target_arch = "wasm32"))]
mod topology;
mod walk;
mod window;

pub use basemap::{Basemap, MapError, Point, Shape};
pub use choropleth::{Class, class_of, classes};
#[cfg(not(target_arch = "wasm32"))]
pub use outline::degrees;
#[cfg(not(target_arch = "wasm32"))]
pub use projection::Projection;
pub use series::{Kind, Mark, Series, domain, greatest, series};
pub use symbol::{Flow, Rings, THINNEST};
#[cfg(not(target_arch = "wasm32"))]
pub use topology::Ring;
pub use walk::{Way, neighbour};
pub use window::Window;
