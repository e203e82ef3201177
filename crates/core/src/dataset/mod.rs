//! What was reported: claims and events with their sources, read from a Data Package and checked.

mod csv;
mod descriptor;
mod figure;
mod model;
mod month;
mod package;
mod read;
#[cfg(test)]
mod tests;
mod text;

pub use csv::Problem;
pub use figure::{Figure, Interval, Percent, Qualifier};
pub use model::{
    Aggregation, Area, AreaKind, Basis, Campaign, Change, Claim, Comparator, Dataset, Direction, Event, Measures,
    Metric, Reliability, Source, series,
};
pub use month::{Month, MonthError};
pub use package::{DESCRIPTOR, Package, PackageError, RESOURCES};
#[cfg(test)]
pub(crate) use read::COLUMNS;

/// Code of China, whose figures the decline chart shows at first.
pub const HOME: &str = "CHN";
pub use text::{LANGUAGES, Text};
