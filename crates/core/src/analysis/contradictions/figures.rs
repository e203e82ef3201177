//! Figures compared with figures.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate as Date;

use super::ids;
use crate::dataset::{Basis, Claim, Dataset, Interval, RecordId, Tag, series};

/// Shortest period, in days, whose figures are compared: several things of one kind may happen on a day.
const SHORTEST: i64 = 28;

/// How many leading digits make it unlikely that two figures agree by chance.
const TELLING_DIGITS: usize = 3;

/// A figure over a stated period.
struct Total<'a> {
    claim: &'a Claim,
    interval: Interval,
    period: (Date, Date),
    /// The digits printed, without zeros at the end, and the power of ten of the first.
    digits: (String, i32),
}

impl<'a> Total<'a> {
    fn of(claim: &'a Claim) -> Option<Self> {
        let (figure, start, end) = (claim.figure?, claim.start?, claim.end?);
        let long = (end - start).num_days() + 1 >= SHORTEST;
        let counted = matches!(claim.basis, Basis::Period | Basis::AsOf)
            && !claim.has_tag(Tag::Part)
            && !claim.has_tag(Tag::Definition);
        let digits = digits(figure.value)?;
        (long && counted).then(|| Self { claim, interval: figure.interval(), period: (start, end), digits })
    }

    fn telling(&self) -> bool {
        self.digits.0.len() >= TELLING_DIGITS
    }

    fn overlaps(&self, other: &Self) -> bool {
        self.period.0 <= other.period.1 && other.period.0 <= self.period.1
    }
}

/// 391,000 is 391 and 5: 3.91 × 10⁵. `None` for zero.
fn digits(value: f64) -> Option<(String, i32)> {
    let written = format!("{value:e}");
    let (digits, power) = written.split_once('e')?;
    let digits = digits.replace('.', "");
    (digits != "0").then(|| power.parse().ok().map(|power| (digits, power))).flatten()
}

/// The totals among some claims, without the figures of levels: at other moments these may well be others, or the same.
fn totals<'a>(dataset: &Dataset, claims: impl IntoIterator<Item = &'a Claim>) -> Vec<Total<'a>> {
    claims.into_iter().filter(|claim| !dataset.is_level(&claim.metric)).filter_map(Total::of).collect()
}

/// Pairs of one list, each once.
fn pairs<T>(items: &[T]) -> impl Iterator<Item = (&T, &T)> {
    items.iter().enumerate().flat_map(|(at, one)| items[at + 1..].iter().map(move |other| (one, other)))
}

/// Claims of the same metric, area and period whose figures, or whose changes on the same base, exclude each other.
pub(super) fn different(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let mut found = Vec::new();
    for claims in series(dataset).into_values() {
        let mut same = BTreeMap::<_, Vec<(&Claim, Interval)>>::new();
        for total in totals(dataset, claims.iter().copied()) {
            same.entry((total.period, None)).or_default().push((total.claim, total.interval));
        }
        for claim in claims {
            if let (Some(start), Some(end), Some(change)) = (claim.start, claim.end, claim.change)
                && let Some(percent) = change.percent
                && !claim.has_tag(Tag::Part)
                && !claim.has_tag(Tag::Definition)
            {
                let key = ((start, end), Some(change.comparator as u8));
                same.entry(key).or_default().push((claim, percent.interval()));
            }
        }
        let differing = same.into_values().filter(|same| pairs(same).any(|(a, b)| a.1.apart(b.1)));
        found.extend(differing.map(|same| ids(same.into_iter().map(|(claim, _)| claim))));
    }
    found
}

/// Claims of the same metric and area that print one figure for periods of different lengths or years.
pub(super) fn repeated(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let mut found = Vec::new();
    for claims in series(dataset).into_values() {
        let mut same = BTreeMap::<_, Vec<Total<'_>>>::new();
        for total in totals(dataset, claims).into_iter().filter(Total::telling) {
            same.entry(total.digits.clone()).or_default().push(total);
        }
        for same in same.into_values() {
            let periods: BTreeSet<_> = same.iter().map(|total| total.period).collect();
            if periods.len() > 1 {
                found.push(ids(same.iter().map(|total| total.claim)));
            }
        }
    }
    found
}

/// Claims that the record says are wrong, each with those of the same metric and area that print the same figure.
pub(super) fn misdated(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let same_figure = |wrong: &Claim, other: &Claim| {
        let printed = |claim: &Claim| claim.figure.map(|figure| figure.value);
        let same_series = other.metric == wrong.metric && other.area == wrong.area;
        other.id != wrong.id && same_series && printed(wrong).is_some() && printed(other) == printed(wrong)
    };
    let with_others = |wrong: &Claim| {
        let others = dataset.claims.iter().filter(|other| same_figure(wrong, other));
        ids(std::iter::once(wrong).chain(others))
    };
    dataset.claims.iter().filter(|claim| !claim.used).map(with_others).collect()
}

/// Claims of the same metric and area for overlapping periods whose figures have the same digits, a power of ten apart.
pub(super) fn unit_slips(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let mut found = Vec::new();
    for claims in series(dataset).into_values() {
        let totals: Vec<Total<'_>> = totals(dataset, claims).into_iter().filter(Total::telling).collect();
        let slips =
            pairs(&totals).filter(|(a, b)| a.digits.0 == b.digits.0 && a.digits.1 != b.digits.1 && a.overlaps(b));
        found.extend(slips.map(|(a, b)| ids([a.claim, b.claim])));
    }
    found
}

/// Figures that are the sum of two others, of other metrics with the same unit, area and period: it may count them twice.
pub(super) fn sums_of_others(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let mut same = BTreeMap::<_, Vec<Total<'_>>>::new();
    for total in totals(dataset, &dataset.claims).into_iter().filter(Total::telling) {
        let unit = dataset.metric(&total.claim.metric).map_or("", |metric| metric.unit.as_str());
        same.entry((unit, total.claim.area.as_str(), total.period)).or_default().push(total);
    }
    let mut found = Vec::new();
    for totals in same.into_values() {
        for sum in &totals {
            let summed = pairs(&totals).filter(|(a, b)| {
                let metrics = BTreeSet::from([&a.claim.metric, &b.claim.metric, &sum.claim.metric]);
                metrics.len() == 3 && is_sum(sum, a, b)
            });
            found.extend(summed.map(|(a, b)| ids([sum.claim, a.claim, b.claim])));
        }
    }
    found
}

fn is_sum(sum: &Total<'_>, a: &Total<'_>, b: &Total<'_>) -> bool {
    let printed = |total: &Total<'_>| total.claim.figure.map_or(f64::NAN, |figure| figure.value);
    let coarsest =
        [sum, a, b].iter().filter_map(|total| total.claim.figure.map(|figure| figure.rounding)).fold(0.0, f64::max);
    (printed(sum) - printed(a) - printed(b)).abs() <= coarsest / 2.0
}
