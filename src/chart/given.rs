//! Months that overlapping totals give away, as marks on the level lane.

use super::{
    level::{Level, LevelLane},
    scale::{DAYS_PER_MONTH, TimeScale, days},
};
use crate::{bounds::GivenAway, dataset::Month};

/// A month's bounds: as wide as the month, from the least to the greatest value.
#[derive(Clone, Debug, PartialEq)]
pub struct GivenMark {
    /// The month.
    pub month: Month,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Place of `low` on the scale of averages a month.
    pub y_low: f64,
    /// Place of `high`.
    pub y_high: f64,
    /// The least that the month can have been.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// Ids of the claims that say so.
    pub because: Vec<String>,
}

/// Marks on a lane of blocks; none where the lane shows running totals or nothing.
pub fn given(months: &[&GivenAway], lane: &LevelLane, scale: &TimeScale) -> Vec<GivenMark> {
    if !matches!(lane.level, Level::Blocks(_)) {
        return Vec::new();
    }
    let mark = |given: &&GivenAway| {
        let GivenAway { month, low, high, ref because, .. } = **given;
        let place = scale.stretch(month.first_day(), month.last_day())?;
        let y = |value| lane.scale.y(per_month(month, value));
        let (x, width, because) = (place.x, place.width, because.clone());
        Some(GivenMark { month, x, width, y_low: y(low), y_high: y(high), low, high, because })
    };
    months.iter().filter_map(mark).collect()
}

/// A month's figure as if the month were of average length, as the blocks beside it are drawn.
pub fn per_month(month: Month, value: f64) -> f64 {
    value * DAYS_PER_MONTH / days(month.first_day(), month.last_day())
}
