//! What was reported: claims and events with their sources, read from a Data Package and checked.

mod columns;
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

#[cfg(test)]
pub(crate) use columns::COLUMNS;
pub use csv::Problem;
pub use figure::{Figure, Interval, Percent, Qualifier};
pub use model::{
    Aggregation, Area, AreaKind, Basis, Campaign, Change, Claim, Comparator, Dataset, Direction, Event, Measures,
    Metric, Reliability, Source, series,
};
pub use month::{Month, MonthError};
pub use package::{DESCRIPTOR, Package, PackageError, RESOURCES};
pub use text::{LANGUAGES, Text};

/// Code of China, whose figures the decline chart shows at first.
pub const HOME: &str = "CHN";
