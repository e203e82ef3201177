//! What the totals imply together: least and greatest averages of the months between cuts, and of single months.

use super::{LaneInput, Mark, MarkKind, Rect, Shape, Tooltip, ValueScale, average};
use crate::{analysis::bounds::PeriodBounds, dataset::Month};

/// The least and greatest average of the months between two cuts.
pub const BLOCK_BOUNDS: MarkKind = MarkKind {
    class: "bound",
    swatch: (15.0, 3.0),
    derived: true,
    legend: |words| words.chart.legend.average_bounds,
    tooltip: Tooltip::Hidden,
};
/// The least and greatest value of a month.
pub const MONTH_BOUNDS: MarkKind = MarkKind {
    class: "bound-month",
    swatch: MarkKind::AREA,
    derived: true,
    legend: |words| words.chart.legend.month_bounds,
    tooltip: Tooltip::Lead,
};
/// The greatest value of a month that may also have been nought.
pub const MONTH_UPPER_BOUND: MarkKind = MarkKind {
    class: "bound-most",
    swatch: MarkKind::AREA,
    derived: true,
    legend: |words| words.chart.legend.upper_bound,
    tooltip: Tooltip::Lead,
};

/// Narrowest month, in pixels, whose own bounds are drawn.
const LEAST_MONTH: f64 = 5.0;

/// Bounds of the months between cuts.
pub fn blocks(input: &LaneInput<'_>, values: &ValueScale) -> Vec<Mark> {
    let known = input.chart.bounds.map(|implied| &implied.blocks[..]).unwrap_or_default();
    let block = |bounds: &PeriodBounds| {
        let open = bounds.low <= 0.0 || bounds.high.is_none();
        let target = rect(input, values, bounds, 2.0)?;
        Some(mark(input, BLOCK_BOUNDS, bounds).modified(open, "open").shapes([Shape::Target(target)]))
    };
    known.iter().filter_map(block).collect()
}

/// Bounds of single months, those without any limit left out. All are marks; those with an upper limit are drawn where months are wide enough.
pub fn months(input: &LaneInput<'_>, values: &ValueScale) -> Vec<Mark> {
    let known = input.chart.bounds.map(|implied| &implied.months[..]).unwrap_or_default();
    let limited = known.iter().filter(|bounds| bounds.low > 0.0 || bounds.high.is_some());
    let month = |bounds: &PeriodBounds| {
        let rect = rect(input, values, bounds, 1.0)?;
        let kind = if bounds.low > 0.0 { MONTH_BOUNDS } else { MONTH_UPPER_BOUND };
        let drawn = bounds.high.is_some() && rect.width >= LEAST_MONTH;
        Some(mark(input, kind, bounds).shapes(drawn.then_some(Shape::Merged(rect))))
    };
    limited.filter_map(month).collect()
}

fn mark(input: &LaneInput<'_>, kind: MarkKind, bounds: &PeriodBounds) -> Mark {
    let period = (bounds.first.first_day(), bounds.last.last_day());
    let mark = input.bounds_mark(kind, period, (bounds.low, bounds.high), input.words().bounds.implied);
    mark.records(bounds.claims.clone())
}

/// From the least average to the greatest; to the top of the lane where that is open or above the scale.
fn rect(input: &LaneInput<'_>, values: &ValueScale, bounds: &PeriodBounds, least: f64) -> Option<Rect> {
    let months: (Month, Month) = (bounds.first, bounds.last);
    let place = input.scale.stretch(months.0.first_day(), months.1.last_day())?;
    let y = |sum: f64| values.y(average(input, months, sum));
    Some(Rect::between(place.x, place.width, (bounds.high.map_or(0.0, y), y(bounds.low)), least))
}
