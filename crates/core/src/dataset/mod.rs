//! What was reported: claims and events with their sources, read from a Data Package and checked.

mod claim;
mod columns;
mod csv;
mod descriptor;
mod figure;
mod id;
mod model;
mod month;
mod package;
mod read;
#[cfg(test)]
mod tests;
mod text;

pub use claim::{Basis, Change, Claim, Comparator, Direction, Tag};
#[cfg(test)]
pub(crate) use columns::COLUMNS;
pub use csv::Problem;
pub use figure::{Figure, Interval, Percent, Qualifier};
pub use id::{AreaCode, CampaignId, MetricId, RecordId, SourceId};
pub use model::{
    Aggregation, Area, AreaKind, Campaign, Dataset, Event, HOME, Measures, Metric, Reliability, Source, series,
};
pub use month::{Month, MonthError};
pub use package::{DESCRIPTOR, Package, PackageError, RESOURCES};
pub use text::{LANGUAGES, Text};
