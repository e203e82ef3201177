//! The decline chart: marks in lanes over one time axis, as plain view models that a component writes down.
//!
//! [`decline`] makes the chart from claims and events. Everything drawn is a [`Mark`] with its meaning in words and the ids of
//! the claims behind it, so that drawing, table, tooltip and legend are loops over marks. A new lane is a file with a function
//! from [`LaneInput`] to [`Lane`], its words, its colours, and a line in [`LANES`]. All coordinates are finite, whatever the
//! input.

mod axis;
mod brush;
mod direction;
mod events;
mod lane;
mod level;
mod mark;
mod pack;
mod presets;
mod scale;
mod summary;
#[cfg(test)]
mod tests;

mod value;

pub use axis::{LABEL_ROOM, Tick, axis};
pub use brush::{Brush, Grip, dragged, panned, zoomed};
pub use lane::{ChartInput, GridLine, Lane, LaneInput, LevelRequest};
pub use level::{BLOCK, DERIVED_MONTH, RUNNING_TOTAL, lane as level_lane};
pub use mark::{Mark, MarkKind, Rect, Row, Shape, Tooltip};
pub use presets::{months_of, years_of};
pub use scale::{Stretch, TimeScale, days};
pub use summary::{MonthSummary, month_summary};
pub use value::{ValueScale, ValueTick};

use super::finite::extent;
use crate::dataset::{AreaCode, MetricId, Month};

/// The lanes from top to bottom.
const LANES: &[fn(&LaneInput<'_>) -> Lane] = &[direction::lane, level::lane, events::lane];

/// Room left of the time axis for the labels of values, at most.
const GUTTER: f64 = 56.0;
/// Room right of the time axis, at most.
const MARGIN: f64 = 8.0;
/// Room above a lane for its title.
pub const TITLE_HEIGHT: f64 = 24.0;
/// Room between lanes.
const LANE_GAP: f64 = 24.0;
/// Height of the time axis.
const AXIS_HEIGHT: f64 = 28.0;

/// The decline chart, ready to be written down.
#[derive(Clone, Debug, PartialEq)]
pub struct DeclineChart {
    /// Width, pixels.
    pub width: f64,
    /// Height with titles and axis, pixels.
    pub height: f64,
    /// Time to pixels, shared by all lanes.
    pub scale: TimeScale,
    /// Marked months.
    pub axis: Vec<Tick>,
    /// The lanes from top to bottom.
    pub lanes: Vec<Lane>,
    /// Id of the metric of the level lane.
    pub metric: MetricId,
    /// Code of its area.
    pub area: AreaCode,
}

impl DeclineChart {
    /// The marks of all lanes.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.lanes.iter().flat_map(|lane| &lane.marks)
    }

    /// The marks of a kind.
    pub fn marks_of(&self, kind: MarkKind) -> impl DoubleEndedIterator<Item = &Mark> {
        self.lanes.iter().flat_map(|lane| &lane.marks).filter(move |mark| mark.kind == kind)
    }

    /// The kinds that are drawn, in the order of the legend.
    pub fn drawn_kinds(&self) -> impl Iterator<Item = MarkKind> {
        self.lanes.iter().flat_map(Lane::drawn_kinds)
    }
}

/// The chart of the months between two, in either order.
pub fn decline(chart: ChartInput<'_>, (first, last): (Month, Month), width: f64) -> DeclineChart {
    let width = extent(width);
    let (gutter, margin) = (GUTTER.min(width * 0.15), MARGIN.min(width * 0.02));
    let scale = TimeScale::new(first, last, gutter, width - margin);
    let input = LaneInput { chart, scale, plot_height: (width * 0.28).clamp(160.0, 320.0) };
    let mut bottom = 0.0;
    let mut lanes: Vec<Lane> = LANES.iter().map(|lane| lane(&input)).collect();
    for (at, lane) in lanes.iter_mut().enumerate() {
        bottom += if at == 0 { TITLE_HEIGHT } else { LANE_GAP + TITLE_HEIGHT };
        lane.top = bottom;
        bottom += lane.height;
    }
    DeclineChart {
        width,
        height: bottom + AXIS_HEIGHT,
        axis: axis(&scale),
        scale,
        lanes,
        metric: chart.level.metric.clone(),
        area: chart.level.area.clone(),
    }
}
