//! Values that hold on a day or over a period, such as a reward: bars at the value over their time, never divided by it.

use super::{LaneInput, Mark, MarkKind, Rect, Shape, Tooltip, ValueScale, figures::Dated};
use crate::sort::sort_by;

/// A value of a day or period.
pub const VALUE: MarkKind = MarkKind {
    class: "level-value",
    swatch: (15.0, 3.0),
    derived: false,
    legend: |words| words.chart.legend.value,
    tooltip: Tooltip::Listed,
};

/// Least width of a bar, so that the value of one day can be seen.
const LEAST_WIDTH: f64 = 8.0;
/// Height of a bar.
const HEIGHT: f64 = 6.0;

/// The values in time order, each over its interval, and their scale.
pub fn marks(input: &LaneInput<'_>, figures: &[Dated<'_>]) -> (Vec<Mark>, ValueScale) {
    let shown = figures.iter().filter_map(|dated| Some((dated, input.scale.stretch(dated.start, dated.end)?)));
    let mut shown: Vec<_> = shown.collect();
    sort_by(&mut shown, |(a, _), (b, _)| (a.start, a.end, &a.claim.id).cmp(&(b.start, b.end, &b.claim.id)));
    let values = shown.iter().flat_map(|(dated, _)| dated.values());
    let values = ValueScale::new(input.chart.level.scale, values, input.plot_height);
    let bar = |(dated, place): &(&Dated<'_>, super::super::Stretch)| {
        let width = place.width.max(LEAST_WIDTH).min(input.scale.width());
        let x = place.x.min(input.scale.right - width).max(input.scale.left);
        let interval = dated.figure.interval();
        let band = Rect::between(x, width, (values.y(interval.drawn_high()), values.y(interval.low)), 1.0);
        let bar = Rect::new(x, values.y(dated.figure.value) - HEIGHT / 2.0, width, HEIGHT).rounded(2.0);
        input
            .claim_mark(VALUE, dated.claim, (dated.start, dated.end))
            .shapes([Shape::Rect { class: "band", rect: band }, Shape::Target(bar)])
    };
    (shown.iter().map(bar).collect(), values)
}
