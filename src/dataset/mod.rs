//! What was reported: claims and events with their sources, read from a Data Package and checked.

mod figure;
mod model;
mod month;

pub use figure::{Figure, Interval, Percent, Qualifier};
pub use model::{
    Area, AreaKind, Basis, Campaign, Change, Claim, Comparator, Dataset, Direction, Event, Metric, Nature, Reliability,
    Source, Text,
};
pub use month::{Month, MonthError};
