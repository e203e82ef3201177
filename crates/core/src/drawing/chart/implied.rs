//! What overlapping totals imply, as marks on the level lane: the least and greatest average of blocks and of months.

use super::{
    level::LevelLane,
    scale::{TimeScale, days},
};
use crate::{
    analysis::bounds::{Implied, PeriodBounds},
    dataset::Month,
};

/// What is known of some months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BoundKind {
    /// Both ends, the least above nought.
    Both,
    /// Only that it cannot be more: it may be nought.
    Upper,
    /// Only that it cannot be less: nothing limits it upwards.
    Lower,
    /// Nothing.
    Open,
}

/// The least and greatest of some months, as an average.
#[derive(Clone, Debug, PartialEq)]
pub struct BoundMark {
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
    /// What is known.
    pub known: BoundKind,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Place of `low`.
    pub y_low: f64,
    /// Place of `high`; the top of the lane where it is open or above the scale.
    pub y_high: f64,
    /// Whether the mark goes on above the lane.
    pub beyond: bool,
    /// The least possible sum.
    pub low: f64,
    /// The greatest possible sum.
    pub high: Option<f64>,
}

impl BoundMark {
    fn of(extent: &PeriodBounds, lane: &LevelLane, scale: &TimeScale) -> Option<Self> {
        let PeriodBounds { first, last, low, high, .. } = *extent;
        let place = scale.stretch(first.first_day(), last.last_day())?;
        let times = days(first.first_day(), last.last_day()) / lane.unit;
        let known = match high {
            Some(_) if low > 0.0 => BoundKind::Both,
            Some(_) => BoundKind::Upper,
            None if low > 0.0 => BoundKind::Lower,
            None => BoundKind::Open,
        };
        let top = high.map(|high| high / times);
        Some(Self {
            first,
            last,
            known,
            x: place.x,
            width: place.width,
            y_low: lane.scale.y(low / times),
            y_high: top.map_or(0.0, |top| lane.scale.y(top)),
            beyond: top.is_none_or(|top| lane.scale.beyond(top)),
            low,
            high,
        })
    }
}

/// Bounds on the lane of the metric that they are of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ImpliedMarks {
    /// Of the months between cuts.
    pub blocks: Vec<BoundMark>,
    /// Of single months.
    pub months: Vec<BoundMark>,
}

/// The marks of bounds that lie in the range.
pub fn implied(implied: &Implied, lane: &LevelLane, scale: &TimeScale) -> ImpliedMarks {
    let marks =
        |extents: &[PeriodBounds]| extents.iter().filter_map(|extent| BoundMark::of(extent, lane, scale)).collect();
    ImpliedMarks { blocks: marks(&implied.blocks), months: marks(&implied.months) }
}

/// Path data of all marks of a kind: neighbours that share an edge are drawn as one shape each, none over another.
pub fn outline(marks: &[BoundMark], known: BoundKind) -> String {
    let of_kind = marks.iter().filter(|mark| mark.known == known);
    let shape = |mark: &BoundMark| {
        let height = (mark.y_low - mark.y_high).max(1.0);
        format!("M{:.1} {:.1}h{:.1}v{height:.1}h{:.1}z", mark.x, mark.y_high, mark.width, -mark.width)
    };
    of_kind.map(shape).collect()
}
