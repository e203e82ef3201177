//! Shapes from figures: plain view models that a component only has to write down.
//!
//! [`decline`] makes the whole of *Monthly decline* from claims and events: a time axis and three lanes on one
//! [`TimeScale`]. Nothing here knows a language, a browser or a colour; every mark carries the id of its claim or event,
//! and whatever comes in, all coordinates are finite.

mod axis;
mod block;
mod brush;
mod derived_month;
mod direction;
mod events;
mod implied;
mod level;
mod pack;
mod reading;
mod running_total;
mod scale;
#[cfg(test)]
mod tests;
mod value;

pub use axis::{LABEL_ROOM, Tick, axis};
pub use block::Block;
pub use brush::{Brush, Grip, dragged, panned, zoomed};
pub use derived_month::{DerivedMonthMark, average, given};
pub use direction::{DirectionLane, MonthMark, RUN_BAR, RUN_ROW, RunBar, STRIP, directions};
pub use events::{EVENT_BAR, EVENT_MIN_WIDTH, EVENT_ROW, EventLane, EventMark, LabelWidth, MarkOf, events};
pub use implied::{BoundKind, BoundMark, ImpliedMarks, implied, outline};
pub use level::{Empty, Level, LevelLane, LevelOptions, levels};
pub use pack::pack;
pub use reading::{Reading, reading};
pub use running_total::{Between, RunningTotal};
pub use scale::{DAYS_PER_MONTH, Stretch, TimeScale, days};
pub use value::{ValueScale, ValueTick};

use super::finite::extent;
use crate::{
    analysis::{bounds::Implied, derived_months::DerivedMonth},
    dataset::{Claim, Dataset, Event, Month},
    query::{Per, ScaleKind},
};

/// Room left of the time axis for the labels of values, at most.
const GUTTER: f64 = 56.0;
/// Room right of the time axis, at most.
const MARGIN: f64 = 8.0;
/// Room between lanes.
const LANE_GAP: f64 = 24.0;
/// Height of the time axis.
const AXIS_HEIGHT: f64 = 28.0;

/// Where a part of the chart lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Top edge within the chart.
    pub top: f64,
    /// Height.
    pub height: f64,
}

/// Where the parts of the chart lie, from top to bottom. A lane's own coordinates start at the top of its band.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// Of [`DeclineChart::direction`].
    pub direction: Band,
    /// Of [`DeclineChart::level`].
    pub level: Band,
    /// Of [`DeclineChart::events`].
    pub events: Band,
    /// Of [`DeclineChart::axis`].
    pub axis: Band,
}

/// *Monthly decline*, ready to be written down.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclineChart {
    /// Width of the whole chart.
    pub width: f64,
    /// Height of the whole chart.
    pub height: f64,
    /// Where the parts lie.
    pub parts: Parts,
    /// Time to pixels, shared by all lanes.
    pub scale: TimeScale,
    /// Marked months.
    pub axis: Vec<Tick>,
    /// Reported directions.
    pub direction: DirectionLane,
    /// Reported totals.
    pub level: LevelLane,
    /// Months that the totals give away, on the level lane's scale.
    pub given: Vec<DerivedMonthMark>,
    /// What the totals imply for blocks and months, on the same scale.
    pub implied: ImpliedMarks,
    /// Events and starts of campaigns.
    pub events: EventLane,
}

/// What a chart is made of.
#[derive(Clone, Copy)]
pub struct ChartInput<'a> {
    /// Claims of any metrics and areas.
    pub claims: &'a [&'a Claim],
    /// Events.
    pub events: &'a [&'a Event],
    /// Months that claims give away; those are left out that rest on others than `claims`.
    pub given: &'a [DerivedMonth],
    /// What the claims of the level lane imply, where it has been precomputed out.
    pub implied: Option<&'a Implied>,
    /// Room for labels of events and campaigns.
    pub label: &'a LabelWidth<'a>,
}

/// What is asked of the level lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelRequest<'a> {
    /// Id of the metric.
    pub metric: &'a str,
    /// Code of the area.
    pub area: &'a str,
    /// Kind of the scale.
    pub scale: ScaleKind,
    /// What averages are taken over.
    pub per: Per,
}

/// The chart of some claims and events between two months, in either order.
pub fn decline(
    dataset: &Dataset,
    material: ChartInput<'_>,
    asked: LevelRequest<'_>,
    (first, last): (Month, Month),
    width: f64,
) -> DeclineChart {
    let ChartInput { claims, events, .. } = material;
    let width = extent(width);
    let (gutter, margin) = (GUTTER.min(width * 0.15), MARGIN.min(width * 0.02));
    let scale = TimeScale::new(first, last, gutter, width - margin);
    let direction = directions(dataset, claims, &scale);
    let (level, given) = lane_of_levels(dataset, &material, asked, &scale, (width * 0.28).clamp(160.0, 320.0));
    let implied = match (&level.level, material.implied) {
        (Level::Blocks(_), Some(implied)) => self::implied(implied, &level, &scale),
        _ => ImpliedMarks::default(),
    };
    let events = self::events(dataset, (claims, events), &scale, material.label);
    let mut bottom = 0.0;
    let mut below = |height: f64, gap: f64| {
        let band = Band { top: bottom, height };
        bottom += height + gap;
        band
    };
    let parts = Parts {
        direction: below(direction.height, LANE_GAP),
        level: below(level.height, LANE_GAP),
        events: below(events.height, 0.0),
        axis: below(AXIS_HEIGHT, 0.0),
    };
    DeclineChart { width, height: bottom, parts, axis: axis(&scale), scale, direction, level, given, implied, events }
}

/// The level lane, and on it the months that its claims give away.
fn lane_of_levels(
    dataset: &Dataset,
    ChartInput { claims, given, .. }: &ChartInput<'_>,
    LevelRequest { metric, area, scale: kind, per }: LevelRequest<'_>,
    scale: &TimeScale,
    height: f64,
) -> (LevelLane, Vec<DerivedMonthMark>) {
    let unit = match per {
        Per::Month => DAYS_PER_MONTH,
        Per::Day => 1.0,
    };
    let given: Vec<&DerivedMonth> = given
        .iter()
        .filter(|month| (month.metric.as_str(), month.area.as_str()) == (metric, area))
        .filter(|month| month.because.iter().all(|id| claims.iter().any(|claim| claim.id == *id)))
        .filter(|month| scale.months().any(|shown| shown == month.month))
        .collect();
    let others: Vec<f64> = given.iter().map(|month| average(month.month, month.high, unit)).collect();
    let level = levels(dataset, claims, (metric, area), scale, &LevelOptions { kind, unit, others: &others, height });
    let given = self::given(&given, &level, scale);
    (level, given)
}
