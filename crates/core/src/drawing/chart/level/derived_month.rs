//! Single months that several claims imply together within narrow bounds.

use super::{LaneInput, Mark, MarkKind, Rect, Shape, Tooltip, ValueScale, average};
use crate::analysis::derived_months::DerivedMonth;

/// A month that no source states and several claims imply.
pub const DERIVED_MONTH: MarkKind = MarkKind {
    class: "derived-month",
    swatch: (8.0, 12.0),
    derived: true,
    legend: |words| words.chart.legend.derived_month,
    tooltip: Tooltip::Hidden,
};

/// How far a mark stands out above and below its bounds, so that narrow ones can be seen.
const FRAME: f64 = 1.0;

/// The derived months of the lane's metric and area in the range; one that follows from claims that are not drawn is left out.
pub fn shown<'a>(input: &LaneInput<'a>) -> Vec<&'a DerivedMonth> {
    let (level, claims) = (input.chart.level, input.chart.claims);
    let known = |derived: &DerivedMonth| derived.because.iter().all(|id| claims.iter().any(|claim| claim.id == *id));
    let months = input.chart.derived_months.iter();
    let own = months.filter(|month| (month.metric.as_str(), month.area.as_str()) == (level.metric, level.area));
    own.filter(|month| (input.scale.first..=input.scale.last).contains(&month.month) && known(month)).collect()
}

/// Their marks on a scale.
pub fn marks(input: &LaneInput<'_>, months: &[&DerivedMonth], values: &ValueScale) -> Vec<Mark> {
    let mark = |derived: &&DerivedMonth| {
        let DerivedMonth { month, low, high, ref because, .. } = **derived;
        let period = (month.first_day(), month.last_day());
        let place = input.scale.stretch(period.0, period.1)?;
        let y = |value| values.y(average(input, (month, month), value));
        let target = Rect::new(place.x, y(high) - FRAME, place.width, y(low) - y(high) + 2.0 * FRAME);
        let mark = input
            .bounds_mark(DERIVED_MONTH, period, (low, Some(high)), input.words().chart.legend.derived_month)
            .shapes([Shape::Target(target)])
            .records(because.clone());
        Some(mark)
    };
    months.iter().filter_map(mark).collect()
}
