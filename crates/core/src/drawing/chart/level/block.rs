//! Totals as blocks over the time they were counted in: as wide as the period, as high as its average, so that on a linear scale
//! the area is the figure.

use std::cmp::Reverse;

use chrono::NaiveDate as Date;

use super::{LaneInput, Mark, MarkKind, Rect, Shape, Tooltip, ValueScale, days, figures::Dated, unit};
use crate::sort::sort_by;

/// A total over a period.
pub const BLOCK: MarkKind = MarkKind {
    class: "block",
    swatch: MarkKind::AREA,
    derived: false,
    legend: |words| words.chart.legend.total,
    tooltip: Tooltip::Listed,
};

/// Blocks, the longest first, so that shorter ones are drawn over them; and their scale, which also covers `others`.
pub fn marks(
    input: &LaneInput<'_>,
    figures: &[Dated<'_>],
    others: impl Iterator<Item = f64>,
) -> (Vec<Mark>, ValueScale) {
    let shown = figures.iter().filter_map(|dated| Some((dated, input.scale.stretch(dated.start, dated.end)?)));
    let mut shown: Vec<_> = shown.collect();
    sort_by(&mut shown, |(a, _), (b, _)| {
        let length = |dated: &Dated<'_>| days(dated.start, dated.end);
        length(b).total_cmp(&length(a)).then(a.start.cmp(&b.start)).then(a.claim.id.cmp(&b.claim.id))
    });
    let times = |dated: &Dated<'_>| days(dated.start, dated.end) / unit(input);
    let averages = shown.iter().flat_map(|(dated, _)| dated.values().map(|value| value / times(dated)));
    let values = ValueScale::new(input.chart.level.scale, averages.chain(others), input.plot_height);
    let finest = finest(shown.iter().map(|(dated, _)| (dated.start, dated.end)));
    let block = |(dated, place): &(&Dated<'_>, super::super::Stretch)| {
        let y = |value: f64| values.y(value / times(dated));
        let (top, interval) = (y(dated.figure.value), dated.figure.interval());
        let target = Rect::new(place.x, top, place.width, input.plot_height - top);
        let band = Rect::between(place.x, place.width, (y(interval.drawn_high()), y(interval.low)), 1.0);
        let period = (dated.start, dated.end);
        input
            .claim_mark(BLOCK, dated.claim, period)
            .modified(finest.binary_search_by_key(&order(period), |&other| order(other)).is_ok(), "finest")
            .shapes([Shape::Target(target), Shape::Rect { class: "band", rect: band }])
    };
    (shown.iter().map(block).collect(), values)
}

/// An order of periods in which one that lies inside another comes before it: it begins later, or on the same day and ends earlier.
fn order((start, end): (Date, Date)) -> (Reverse<Date>, Date) {
    (Reverse(start), end)
}

/// The periods inside which no other lies, in their [`order`].
fn finest(periods: impl Iterator<Item = (Date, Date)>) -> Vec<(Date, Date)> {
    let mut periods: Vec<(Date, Date)> = periods.collect();
    sort_by(&mut periods, |&a, &b| order(a).cmp(&order(b)));
    periods.dedup();
    let mut first_end = Date::MAX;
    periods.retain(|&(_, end)| {
        let is_finest = first_end > end;
        first_end = first_end.min(end);
        is_finest
    });
    periods
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_period_is_finest_where_no_other_lies_inside(days in prop::collection::vec((0i32..30, 0i32..30), 0..20)) {
            let day = |n: i32| Date::default() + chrono::TimeDelta::days(n.into());
            let periods: Vec<(Date, Date)> = days.into_iter().map(|(a, n)| (day(a), day(a + n))).collect();
            let found = finest(periods.iter().copied());
            for (start, end) in &periods {
                let inside = |other: &&(Date, Date)| other.0 >= *start && other.1 <= *end && **other != (*start, *end);
                prop_assert_eq!(found.contains(&(*start, *end)), !periods.iter().any(|other| inside(&other)));
            }
        }
    }
}
