//! What was reported: claims and events with their sources, read from a Data Package and checked.

mod descriptor;
mod figure;
mod model;
mod month;
mod package;
mod read;
mod table;
#[cfg(test)]
mod tests;

pub use figure::{Figure, Interval, Percent, Qualifier};
pub use model::{
    Area, AreaKind, Basis, Campaign, Change, Claim, Comparator, Dataset, Direction, Event, Metric, Nature, Reliability,
    Source, Text, series,
};
pub use month::{Month, MonthError};
#[cfg(not(target_arch = "wasm32"))]
pub use package::PackageError;
pub use package::{DESCRIPTOR, Package, RECORD_HASH, RESOURCES, WORDED};
pub(crate) use read::COLUMNS;
pub use table::Problem;
