//! Figures with a change on a year earlier, compared with the figures of that year.

use chrono::{Months, NaiveDate as Date};

use super::ids;
use crate::dataset::{Basis, Claim, Comparator, Dataset, Figure, Interval, Percent, RecordId, Tag, series};

/// How many days the period of a base may begin or end from the one a year before.
const NEAR: u64 = 10;

/// Claims whose figure, divided by its change on a year earlier, is not what another claim gives for that earlier period: the claim
/// with the change, then the other. Claims that are known to count by another definition are compared as well, since the check is
/// there to find them.
pub(super) fn implied(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let mut found = Vec::new();
    for ((metric, _), claims) in series(dataset) {
        if dataset.is_level(metric) {
            continue;
        }
        let totals: Vec<Total<'_>> = claims.into_iter().filter_map(Total::of).collect();
        for total in &totals {
            let Some(base) = total.base() else { continue };
            let differing = totals.iter().filter(|other| total.is_a_year_after(other) && other.interval.apart(base));
            found.extend(differing.map(|other| ids([total.claim, other.claim])));
        }
    }
    found
}

/// A figure of a whole metric over a period.
struct Total<'a> {
    claim: &'a Claim,
    interval: Interval,
    period: (Date, Date),
}

impl<'a> Total<'a> {
    fn of(claim: &'a Claim) -> Option<Self> {
        let (figure, start, end) = (claim.figure?, claim.start?, claim.end?);
        let counts = matches!(claim.basis, Basis::Period | Basis::AsOf) && claim.used && !claim.has_tag(Tag::Part);
        counts.then(|| Self { claim, interval: figure.interval(), period: (start, end) })
    }

    /// The figure of the year before that the reported change implies.
    fn base(&self) -> Option<Interval> {
        let change = self.claim.change.filter(|change| change.comparator == Comparator::Yoy)?;
        Some(before(self.claim.figure?, change.percent?))
    }

    /// Whether another total is of the same period a year earlier, by the same side.
    fn is_a_year_after(&self, other: &Self) -> bool {
        let near = |day: Date, earlier: Date| {
            let year_before = day.checked_sub_months(Months::new(12));
            year_before.is_some_and(|day| (day - earlier).num_days().unsigned_abs() <= NEAR)
        };
        self.claim.by_partner() == other.claim.by_partner()
            && near(self.period.0, other.period.0)
            && near(self.period.1, other.period.1)
    }
}

/// What a figure was before it changed by a percentage.
fn before(figure: Figure, percent: Percent) -> Interval {
    let (figure, percent) = (figure.interval(), percent.interval());
    let grown = |percent: f64| 1.0 + percent / 100.0;
    let low = percent.high.map_or(0.0, |most| if grown(most) > 0.0 { figure.low / grown(most) } else { 0.0 });
    let least = grown(percent.low);
    let high = figure.high.filter(|_| least > 0.0).map(|high| high / least);
    Interval { low, high }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Qualifier;

    #[test]
    fn what_a_figure_was_before_its_change() {
        let figure = |qualifier| Figure { value: 78_000.0, qualifier, rounding: 1_000.0 };
        let percent = |text| Percent::parse(text).expect("a percentage");
        let base = before(figure(Qualifier::Rounded), percent("55.2"));
        assert!((base.low - 77_500.0 / 1.5525).abs() < 1e-6, "{base:?}");
        assert!(base.high.is_some_and(|high| (high - 78_500.0 / 1.5515).abs() < 1e-6), "{base:?}");
        assert_eq!(before(figure(Qualifier::Over), percent("55.2")).high, None);
        let more = Percent { qualifier: Qualifier::Over, ..percent("100") };
        let base = before(figure(Qualifier::Rounded), more);
        assert_eq!((base.low, base.high), (0.0, Some(39_250.0)));
        // A fall of all but nothing leaves no upper end.
        assert_eq!(before(figure(Qualifier::Rounded), percent("-100")).high, None);
    }
}
