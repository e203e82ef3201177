//! Months that overlapping totals give away, as marks on the level lane.

use super::{
    level::{Level, LevelLane},
    scale::{TimeScale, days},
};
use crate::{analysis::derived_months::DerivedMonth, dataset::Month};

/// A month's bounds: as wide as the month, from the least to the greatest value.
#[derive(Clone, Debug, PartialEq)]
pub struct DerivedMonthMark {
    /// The month.
    pub month: Month,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Place of the average of `low`.
    pub y_low: f64,
    /// Place of the average of `high`.
    pub y_high: f64,
    /// The least that the month can have been.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// Ids of the claims that say so.
    pub because: Vec<String>,
}

/// Marks on a lane of blocks; none where the lane shows running totals or nothing.
pub fn given(months: &[&DerivedMonth], lane: &LevelLane, scale: &TimeScale) -> Vec<DerivedMonthMark> {
    if !matches!(lane.level, Level::Blocks(_)) {
        return Vec::new();
    }
    let mark = |given: &&DerivedMonth| {
        let DerivedMonth { month, low, high, ref because, .. } = **given;
        let place = scale.stretch(month.first_day(), month.last_day())?;
        let y = |value| lane.scale.y(average(month, value, lane.unit));
        let (x, width, because) = (place.x, place.width, because.clone());
        Some(DerivedMonthMark { month, x, width, y_low: y(low), y_high: y(high), low, high, because })
    };
    months.iter().filter_map(mark).collect()
}

/// The average of a month's figure over so many days, as the blocks beside it are drawn.
pub fn average(month: Month, value: f64, unit: f64) -> f64 {
    value * unit / days(month.first_day(), month.last_day())
}
