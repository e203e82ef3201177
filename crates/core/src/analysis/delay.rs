//! How long it took from the end of a period to the first publication of a total of it (METHOD.md, section "Questions").

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;

use crate::dataset::{AreaCode, Basis, Claim, Dataset, MetricId, Month, RecordId, series};

/// The first publication of a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delay {
    /// Id of the metric.
    pub metric: MetricId,
    /// Code of the area.
    pub area: AreaCode,
    /// First day of the period.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Day of the first publication found.
    pub published: Date,
    /// Id of the claim published then.
    pub claim: RecordId,
}

impl Delay {
    /// Days from the end of the period to the publication.
    pub fn days(&self) -> i64 {
        (self.published - self.end).num_days()
    }
}

/// The median and the quartiles of some delays, in days: of an even number the mean of the two in the middle, and so on
/// between neighbours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quartiles {
    /// A quarter of the delays are no longer.
    pub lower: f64,
    /// Half of them.
    pub median: f64,
    /// Three quarters.
    pub upper: f64,
}

/// The first publication of each total of whole months, in order of their ends. What was counted on the days of an operation is
/// reported on its last day, which says nothing on how long totals take.
pub fn delays(dataset: &Dataset) -> Vec<Delay> {
    let mut first = BTreeMap::<_, Delay>::new();
    for ((metric, area), claims) in series(dataset) {
        if dataset.is_level(metric) {
            continue;
        }
        for delay in claims.into_iter().filter_map(|claim| delay(dataset, claim)) {
            let known = first.entry((delay.end, delay.start, metric, area)).or_insert_with(|| delay.clone());
            if delay.published < known.published {
                *known = delay;
            }
        }
    }
    first.into_values().collect()
}

/// The publication of a claim, where it is a total of whole months whose dates are stated.
fn delay(dataset: &Dataset, claim: &Claim) -> Option<Delay> {
    let (start, end) = (claim.start?, claim.end?);
    let whole_months = start == Month::of(start).first_day() && end == Month::of(end).last_day();
    let is_total = claim.basis == Basis::Period && claim.figure.is_some();
    let counts = is_total && claim.is_comparable() && !claim.by_partner() && !claim.has_inferred_dates();
    let published = dataset.source(&claim.source)?.published?;
    let (metric, area, claim) = (claim.metric.clone(), claim.area.clone(), claim.id.clone());
    (whole_months && counts).then_some(Delay { metric, area, start, end, published, claim })
}

/// The quartiles of some delays; `None` where there are none.
pub fn quartiles(delays: &[Delay]) -> Option<Quartiles> {
    let mut days: Vec<i64> = delays.iter().map(Delay::days).collect();
    days.sort_unstable();
    // The value a share of the way from the first to the last, between neighbours in proportion.
    let at = |share: f64| {
        let place = share * (days.len().checked_sub(1)?) as f64;
        let (below, above) = (days.get(place.floor() as usize)?, days.get(place.ceil() as usize)?);
        Some(*below as f64 + (above - below) as f64 * place.fract())
    };
    Some(Quartiles { lower: at(0.25)?, median: at(0.5)?, upper: at(0.75)? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Reliability, Source, Tag},
        named::Named,
        testing::{claim, fixture, metric, small_dataset},
    };

    fn day(text: &str) -> Date {
        text.parse().expect("a day")
    }

    /// A claim of the first eleven months of 2023, and the source that published it.
    fn published(id: &str, day: Option<&str>) -> (Claim, Source) {
        let source = Source {
            id: id.into(),
            publisher: String::new(),
            url: String::new(),
            published: day.map(self::day),
            language: "zh".into(),
            kind: "ministry".into(),
            reliability: Reliability::High,
        };
        (Claim { source: id.into(), ..claim(id, "cases_cracked", "CHN", 2023, 391_000.0) }, source)
    }

    fn delays_of(rows: Vec<(Claim, Source)>) -> Vec<(RecordId, i64)> {
        let (claims, sources) = rows.into_iter().unzip();
        let level = crate::dataset::Metric { aggregation: crate::dataset::Aggregation::Level, ..metric("reward") };
        let metrics = [small_dataset().metrics, vec![level]].concat();
        let delays = delays(&Dataset { claims, sources, metrics, ..small_dataset() });
        delays.into_iter().map(|delay| (delay.claim.clone(), delay.days())).collect()
    }

    #[test]
    fn the_first_publication_of_a_total_counts() {
        let rows = vec![published("later", Some("2024-01-10")), published("first", Some("2024-01-05"))];
        assert_eq!(delays_of(rows), [("first".into(), 36)]);
    }

    #[test]
    fn totals_come_in_order_of_their_ends() {
        let (year, source) = published("year", Some("2024-01-15"));
        let year = Claim { end: Some(day("2023-12-31")), ..year };
        let rows = vec![(year, source), published("months", Some("2024-02-05"))];
        assert_eq!(delays_of(rows), [("months".into(), 67), ("year".into(), 15)]);
    }

    #[test]
    fn only_totals_of_whole_months_with_stated_dates_count() {
        let (total, source) = published("total", Some("2024-01-05"));
        let with = |change: &dyn Fn(&mut Claim)| {
            let mut claim = total.clone();
            change(&mut claim);
            delays_of(vec![(claim, source.clone())]).len()
        };
        assert_eq!(with(&|_| ()), 1);
        assert_eq!(with(&|claim| claim.end_from = Some(day("2023-10-31"))), 0);
        assert_eq!(with(&|claim| claim.start = Some(day("2023-01-02"))), 0);
        assert_eq!(with(&|claim| claim.start = None), 0);
        assert_eq!(with(&|claim| claim.end = Some(day("2023-11-29"))), 0);
        assert_eq!(with(&|claim| claim.figure = None), 0);
        assert_eq!(with(&|claim| claim.basis = Basis::AsOf), 0);
        assert_eq!(with(&|claim| claim.used = false), 0);
        assert_eq!(with(&|claim| claim.tags = vec![Tag::Part.name().into()]), 0);
        assert_eq!(with(&|claim| claim.tags = vec![Tag::Partner.name().into()]), 0);
        assert_eq!(with(&|claim| claim.metric = "reward".into()), 0);
        assert_eq!(delays_of(vec![published("undated", None)]), []);
    }

    #[test]
    fn quartiles_lie_between_neighbours() {
        let all = delays(&fixture());
        let published = |days: &[i64]| -> Vec<Delay> {
            let delay =
                |days: &i64| Delay { published: all[0].end + chrono::Days::new(*days as u64), ..all[0].clone() };
            days.iter().map(delay).collect()
        };
        let of = |days: &[i64]| quartiles(&published(days)).map(|found| (found.lower, found.median, found.upper));
        assert_eq!(of(&[]), None);
        assert_eq!(of(&[8]), Some((8.0, 8.0, 8.0)));
        assert_eq!(of(&[118, 8, 10, 18]), Some((9.5, 14.0, 43.0)));
        assert_eq!(of(&[1, 2, 3, 4, 5]), Some((2.0, 3.0, 4.0)));
    }
}
