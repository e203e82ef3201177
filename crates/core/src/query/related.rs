//! Claims that a reader of one claim looks at next.

use crate::{
    dataset::{Basis, Claim, Dataset, Interval},
    sort::sort_by,
};

/// Fewest digits by which the same figure elsewhere tells something.
const TELLING: f64 = 100.0;
/// Most claims of each kind.
const LIMIT: usize = 8;

/// Claims related to one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Related<'a> {
    /// The same figure of the same unit, in another claim.
    pub figure: Vec<&'a Claim>,
    /// Same area and dates, another metric.
    pub period: Vec<&'a Claim>,
    /// Same metric and area, other dates, nearest end first.
    pub metric: Vec<&'a Claim>,
}

/// What is related to a claim, at most eight of each kind.
pub fn related<'a>(dataset: &'a Dataset, claim: &Claim) -> Related<'a> {
    let unit = |claim: &Claim| dataset.metric(&claim.metric).map(|metric| &metric.unit);
    let (mut found, mut others) = (Related::default(), Vec::new());
    for other in dataset.claims.iter().filter(|other| other.id != claim.id) {
        let same_dates = (other.start, other.end) == (claim.start, claim.end) && claim.end.is_some();
        let figures = claim.figure.zip(other.figure);
        if figures.is_some_and(|(a, b)| a.value == b.value && a.value >= TELLING) && unit(other) == unit(claim) {
            found.figure.push(other);
        } else if other.area == claim.area && other.metric != claim.metric && same_dates {
            found.period.push(other);
        } else if other.area == claim.area && other.metric == claim.metric && !same_dates {
            others.push(other);
        }
    }
    let away = |other: &Claim| match (other.end, claim.end) {
        (Some(a), Some(b)) => (a - b).num_days().abs(),
        _ => i64::MAX,
    };
    sort_by(&mut others, |a, b| away(a).cmp(&away(b)));
    found.metric = others;
    for list in [&mut found.figure, &mut found.period, &mut found.metric] {
        list.truncate(LIMIT);
    }
    found
}

/// What one total leaves of another that contains it: both ends of the interval, never below nothing. `None` unless both are
/// totals of one metric and area over known periods of which the first contains the second.
pub fn rest(dataset: &Dataset, whole: &Claim, part: &Claim) -> Option<Interval> {
    let totals = !dataset.is_level(&whole.metric) && whole.basis == Basis::Period && part.basis == Basis::Period;
    let alike = whole.metric == part.metric && whole.area == part.area && whole.by_partner() == part.by_partner();
    let (start, end) = (whole.start?, whole.end?);
    let (from, to) = (part.start?, part.end?);
    let inside = start <= from && to <= end && (start, end) != (from, to);
    let (whole, part) = (whole.figure?.interval(), part.figure?.interval());
    let left = whole.less(part);
    let possible = left.high.is_none_or(|high| high >= 0.0);
    (totals && alike && inside && possible).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fixture;

    #[test]
    fn a_year_less_its_first_months_leaves_the_last() {
        let dataset = fixture();
        let claim = |id: &str| dataset.claim(&id.into()).unwrap();
        let (year, months) = (claim("cracked-2023"), claim("cracked-2023-01-11"));
        assert_eq!(rest(&dataset, year, months), Some(Interval::between(45_000.0, 47_000.0)));
        assert_eq!(rest(&dataset, months, year), None);
        assert_eq!(rest(&dataset, year, year), None);
    }

    #[test]
    fn the_same_figure_elsewhere_is_found() {
        let dataset = fixture();
        let found = related(&dataset, dataset.claim(&"cracked-2023-01-11".into()).unwrap());
        assert!(found.figure.iter().any(|claim| claim.id == "cracked-2022-01-11"));
        assert!(found.metric.iter().all(|claim| claim.metric == "cases_cracked" && claim.area == "CHN"));
        assert!(found.period.iter().all(|claim| claim.metric != "cases_cracked"));
    }

    #[test]
    fn a_level_leaves_nothing_of_another() {
        let dataset = fixture();
        let level = |id: &str| dataset.claim(&id.into()).unwrap().clone();
        let (notice, other) = (level("reward-2023-11-12-max"), level("reward-2023-11-12-min"));
        let longer = Claim { start: notice.start.and_then(|day| day.pred_opt()), ..notice };
        assert_eq!(rest(&dataset, &longer, &other), None);
    }
}
