//! What a reported change says about single months, and what months come out as: the rules of honesty of the direction lane.

use chrono::NaiveDate as Date;

use crate::dataset::{Change, Claim, Comparator, Dataset, Direction, HOME, MetricId, Month, RecordId, Tag};

/// What a change says about the months of its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RunKind {
    /// The direction of each month: the source counts the months of an unbroken run, or speaks of one month.
    Counted,
    /// A run over several months without a count ("kept falling since August").
    Uncounted,
    /// One change for the period as a whole, which says nothing about single months ("24% fewer since August").
    Cumulative,
}

/// A reported change with a period.
#[derive(Clone, Copy, Debug)]
pub struct Run<'a> {
    /// The claim that reports it.
    pub claim: &'a Claim,
    /// The change.
    pub change: Change,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// See [`RunKind`].
    pub kind: RunKind,
}

/// What is reported about one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthState {
    /// A direction that no claim contradicts.
    Reported {
        /// Which way.
        direction: Direction,
        /// Against what: the best stated base (a year earlier, else the month before) among the claims.
        comparator: Comparator,
    },
    /// Claims disagree about it.
    Contested,
    /// Only changes of a longer period that contains the month.
    Cumulative,
    /// Nothing.
    Nothing,
}

/// The national trend of fraud, as the changes of some metrics report it: sources use incidents (发案) and cases filed (立案) for
/// each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend<'a> {
    /// Ids of the metrics.
    metrics: Vec<&'a MetricId>,
}

impl<'a> Trend<'a> {
    /// The trend of a dataset.
    pub fn of(dataset: &'a Dataset) -> Self {
        let metrics = dataset.metrics.iter().filter(|metric| metric.trend);
        Self { metrics: metrics.map(|metric| &metric.id).collect() }
    }

    /// Whether a claim reports a change of the trend, dated or not.
    pub fn includes(&self, claim: &Claim) -> bool {
        let national = claim.area == HOME && self.metrics.contains(&&claim.metric);
        national && claim.change.is_some() && !claim.has_tag(Tag::Part)
    }

    /// The run of a claim: `None` for claims that are not [included](Self::includes), or without two dates in order.
    pub fn run<'c>(&self, claim: &'c Claim) -> Option<Run<'c>> {
        Run::of(claim).filter(|_| self.includes(claim))
    }
}

impl<'a> Run<'a> {
    fn of(claim: &'a Claim) -> Option<Self> {
        let (change, start, end) = (claim.change?, claim.start?, claim.end?);
        if end < start {
            return None;
        }
        let mut run = Self { claim, change, start, end, kind: RunKind::Cumulative };
        run.kind = match run.months() {
            Some(_) if change.streak.is_some() => RunKind::Counted,
            Some((first, last)) if first == last && Month::of(start) == Month::of(end) => RunKind::Counted,
            Some((first, last)) if first != last && change.percent.is_none() && !claim.has_tag(Tag::Cumulative) => {
                RunKind::Uncounted
            }
            _ => RunKind::Cumulative,
        };
        Some(run)
    }

    /// First and last month that the period holds from the first day to the last; `None` where it holds no whole one.
    pub fn months(&self) -> Option<(Month, Month)> {
        let (first, last) = (Month::of(self.start), Month::of(self.end));
        let first = if self.start == first.first_day() { first } else { first.plus(1) };
        let last = if self.end == last.last_day() { last } else { last.plus(-1) };
        (first <= last).then_some((first, last))
    }

    /// Whether the source counts another number of months than its dates hold.
    pub fn is_miscounted(&self) -> bool {
        let months = self.months().map_or(0, |(first, last)| i64::from(last.since(first)) + 1);
        self.change.streak.is_some_and(|streak| i64::from(streak) != months)
    }

    /// Whether the run states the direction of this very month.
    pub fn states(&self, month: Month) -> bool {
        self.kind != RunKind::Cumulative && self.months().is_some_and(|(first, last)| (first..=last).contains(&month))
    }

    /// Whether any day of the month is in the period.
    pub fn touches(&self, month: Month) -> bool {
        self.start <= month.last_day() && self.end >= month.first_day()
    }

    /// Whether the base is, or may be, the same: an unstated base may be any.
    fn comparable(&self, other: &Self) -> bool {
        let (a, b) = (self.change.comparator, other.change.comparator);
        a == b || a == Comparator::Unspecified || b == Comparator::Unspecified
    }

    /// Whether `self` has the run begin after `month`, although `other` has it run through `month` and on into `self`.
    ///
    /// A counted run of eight months from September says that August was not part of it.
    fn begins_late(&self, other: &Self, month: Month) -> bool {
        let (Some((first, _)), Some((_, other_last))) = (self.months(), other.months()) else { return false };
        self.change.streak.is_some_and(|months| months > 1)
            && self.kind == RunKind::Counted
            && self.change.direction == other.change.direction
            && self.comparable(other)
            && month < first
            && first <= other_last
    }

    /// Whether `other` states the month and `self` has it otherwise: it goes the other way, or begins late.
    fn contests(&self, other: &Self, month: Month) -> bool {
        let split = self.states(month) && self.change.direction != other.change.direction && self.comparable(other);
        other.states(month) && (split || self.begins_late(other, month))
    }
}

/// Whether two runs that name the same base disagree about a month. Where runs disagree and this is not so, only their bases may
/// differ.
pub fn disagree_on_one_base(runs: &[Run<'_>], month: Month) -> bool {
    let named = |run: &&Run<'_>| run.change.comparator != Comparator::Unspecified;
    let same = |a: &Run<'_>, b: &Run<'_>| a.change.comparator == b.change.comparator && a.contests(b, month);
    runs.iter().filter(named).any(|a| runs.iter().any(|b| same(a, b)))
}

/// What is reported about a month, and the claims it rests on.
///
/// 1. Runs that [state](Run::states) the month decide; a cumulative change never does.
/// 2. *Contested* where two of them with bases that may be the same go different ways, or where a counted run of
///    the same direction overlaps one of them and begins only after the month.
/// 3. Otherwise *reported*, with the best stated base.
/// 4. Without any, *cumulative* where a longer period contains part of the month, else *nothing*.
pub fn month_state<'a>(runs: &[Run<'a>], month: Month) -> (MonthState, Vec<&'a RecordId>) {
    let stating: Vec<&Run<'a>> = runs.iter().filter(|run| run.states(month)).collect();
    let late = |run: &Run<'a>| stating.iter().any(|other| run.begins_late(other, month));
    let contested = runs.iter().any(|run| stating.iter().any(|other| run.contests(other, month)));
    let best = stating.iter().min_by_key(|run| match run.change.comparator {
        Comparator::Yoy => 0,
        Comparator::Mom => 1,
        Comparator::Unspecified => 2,
    });
    let covers =
        |run: &&Run<'a>| run.states(month) || (run.kind == RunKind::Cumulative && run.touches(month)) || late(run);
    let claims: Vec<&RecordId> = runs.iter().filter(covers).map(|run| &run.claim.id).collect();
    let state = match best {
        Some(_) if contested => MonthState::Contested,
        Some(run) => MonthState::Reported { direction: run.change.direction, comparator: run.change.comparator },
        None if claims.is_empty() => MonthState::Nothing,
        None => MonthState::Cumulative,
    };
    (state, claims)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fixture;

    #[test]
    fn only_a_run_on_the_month_before_says_that_a_month_is_below_it() {
        let dataset = fixture();
        let trend = Trend::of(&dataset);
        let all: Vec<Run<'_>> = dataset.claims.iter().filter_map(|claim| trend.run(claim)).collect();
        let on_the_month_before = |runs: &[Run<'_>]| {
            let months = runs.iter().filter_map(Run::months).flat_map(|(first, last)| first.through(last));
            let mom = |(state, _)| matches!(state, MonthState::Reported { comparator: Comparator::Mom, .. });
            months.filter(|month| mom(month_state(runs, *month))).count()
        };
        assert!(on_the_month_before(&all) > 0);
        let others: Vec<Run<'_>> = all.into_iter().filter(|run| run.change.comparator != Comparator::Mom).collect();
        assert!(!others.is_empty());
        assert_eq!(on_the_month_before(&others), 0);
    }

    #[test]
    fn the_dataset_says_which_metrics_tell_the_trend() {
        let mut dataset = fixture();
        let ids = |dataset: &Dataset| {
            let trend = Trend::of(dataset);
            let claims = dataset.claims.iter().filter(|claim| trend.includes(claim));
            claims.map(|claim| claim.metric.clone()).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(Vec::from_iter(ids(&dataset)), ["cases_filed", "incidents"]);
        dataset.metrics.iter_mut().for_each(|metric| metric.trend = metric.id == "court_cases");
        assert_eq!(Vec::from_iter(ids(&dataset)), ["court_cases"]);
    }
}
