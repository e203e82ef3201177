//! Running totals by day, and what lies between two of them.

use super::{LaneInput, Mark, MarkKind, Rect, Shape, Tooltip, ValueScale, figures::Dated};
use crate::sort::sort_by;

/// A total up to a day.
pub const RUNNING_TOTAL: MarkKind = MarkKind {
    class: "running-total",
    swatch: (11.0, 11.0),
    derived: false,
    legend: |words| words.chart.legend.running_total,
    tooltip: Tooltip::Listed,
};

/// Where a total that only grows must have been between two reported days: not below the earlier, not above the later.
pub const BETWEEN: MarkKind = MarkKind {
    class: "between",
    swatch: MarkKind::AREA,
    derived: true,
    legend: |words| words.chart.legend.between,
    tooltip: Tooltip::Hidden,
};

/// Radius of a point.
const RADIUS: f64 = 5.5;

/// Running totals by day over what lies between them, and their scale.
pub fn marks(input: &LaneInput<'_>, figures: &[Dated<'_>]) -> (Vec<Mark>, ValueScale) {
    let mut figures: Vec<&Dated<'_>> = figures.iter().collect();
    sort_by(&mut figures, |a, b| a.end.cmp(&b.end).then(a.claim.id.cmp(&b.claim.id)));
    let is_shown = |dated: &&&Dated<'_>| input.scale.stretch(dated.end, dated.end).is_some();
    let shown: Vec<&Dated<'_>> = figures.iter().filter(is_shown).copied().collect();
    let values = shown.iter().flat_map(|dated| dated.values());
    let values = ValueScale::new(input.chart.level.scale, values, input.plot_height);
    if shown.is_empty() {
        return (Vec::new(), values);
    }
    let between = figures.iter().enumerate().filter_map(|(at, later)| {
        let earlier =
            figures[..at].iter().rev().find(|earlier| same_start(earlier, later) && earlier.end < later.end)?;
        between(input, earlier, later, &values)
    });
    let points = shown.iter().map(|dated| point(input, dated, &values));
    (between.chain(points).collect(), values)
}

/// Whether both sources state that they count from the same day, for the same campaign. One that states no start may count from any.
fn same_start(a: &Dated<'_>, b: &Dated<'_>) -> bool {
    a.claim.start.is_some() && a.claim.start == b.claim.start && a.claim.campaign == b.claim.campaign
}

fn point(input: &LaneInput<'_>, dated: &Dated<'_>, values: &ValueScale) -> Mark {
    let (x, y) = (input.scale.x_end(dated.end), values.y(dated.figure.value));
    let interval = dated.figure.interval();
    let line = Shape::Line { class: "interval", x, y1: values.y(interval.drawn_high()), y2: values.y(interval.low) };
    let target = Rect::new(x - RADIUS, y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS).rounded(RADIUS);
    input.claim_mark(RUNNING_TOTAL, dated.claim, (dated.end, dated.end)).shapes([line, Shape::Target(target)])
}

/// Nothing where the later total is below the earlier: the two contradict each other.
fn between(input: &LaneInput<'_>, earlier: &Dated<'_>, later: &Dated<'_>, values: &ValueScale) -> Option<Mark> {
    let start = earlier.end.succ_opt()?;
    let (low, high) = (earlier.figure.interval().low, later.figure.interval().high);
    let place = input.scale.stretch(start, later.end).filter(|_| high.is_none_or(|high| low <= high))?;
    let top = values.y(high.unwrap_or(later.figure.value));
    let target = Rect::between(place.x, place.width, (top, values.y(low)), 1.0);
    let mark = input
        .bounds_mark(BETWEEN, (start, later.end), (low, high), input.words().chart.legend.between)
        .shapes([Shape::Target(target)])
        .records(vec![earlier.claim.id.clone(), later.claim.id.clone()]);
    Some(mark)
}
