//! Claims as linear statements about the months of a horizon.

use crate::dataset::{Basis, Claim, Comparator, Direction, Interval, Month};

/// Months of a horizon, counted from its first: `first..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub first: usize,
    pub end: usize,
}

impl Span {
    /// Whether it holds another.
    pub fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.end <= self.end
    }

    /// How many months it has.
    pub fn len(self) -> usize {
        self.end - self.first
    }
}

/// A limit of a sum of consecutive months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sum {
    pub span: Span,
    pub limit: Limit,
}

/// Which way a sum is limited.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Limit {
    AtLeast(f64),
    AtMost(f64),
}

/// A weighted sum of spans that is at least 0.
pub(super) type Balance = Vec<(Span, f64)>;

/// What one claim, or the reader's limit of change, says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Statement {
    pub sums: Vec<Sum>,
    pub balances: Vec<Balance>,
}

impl Statement {
    pub fn is_empty(&self) -> bool {
        self.sums.is_empty() && self.balances.is_empty()
    }
}

impl Statement {
    /// The same with every limit loosened by a share of itself.
    pub fn loosened(&self, share: f64) -> Self {
        let loosened = |limit| match limit {
            Limit::AtLeast(low) => Limit::AtLeast(low * (1.0 - share)),
            Limit::AtMost(high) => Limit::AtMost(high * (1.0 + share)),
        };
        let sums = self.sums.iter().map(|sum| Sum { limit: loosened(sum.limit), ..*sum }).collect();
        Self { sums, balances: self.balances.clone() }
    }
}

/// The months that a claim touches, where its figure can be used. A running total that states no start says nothing about months:
/// its count may have begun on any day.
pub(super) fn touched(claim: &Claim) -> Option<(Month, Month)> {
    claim.figure?;
    let months = (Month::of(claim.start?), Month::of(claim.end?));
    matches!(claim.basis, Basis::Period | Basis::AsOf).then_some(months)
}

/// The months of a horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Horizon {
    pub first: Month,
    pub last: Month,
}

impl Horizon {
    /// From the first to the last month that a claim with a figure touches.
    pub fn of<'a>(claims: impl Iterator<Item = &'a Claim>) -> Option<Self> {
        let grown = |grown: Option<Self>, (first, last): (Month, Month)| match grown {
            None => Some(Self { first, last }),
            Some(old) => Some(Self { first: old.first.min(first), last: old.last.max(last) }),
        };
        claims.filter_map(touched).fold(None, grown)
    }

    /// How many months it has.
    pub fn len(self) -> usize {
        usize::try_from(self.last.since(self.first) + 1).unwrap_or(0)
    }

    /// The span from one month through another, where the horizon holds both.
    pub fn span(self, first: Month, last: Month) -> Option<Span> {
        let inside = self.first <= first && first <= last && last <= self.last;
        let at = |month: Month| usize::try_from(month.since(self.first)).ok();
        Some(Span { first: at(first).filter(|_| inside)?, end: at(last)? + 1 })
    }

    /// Whether a calendar period of so many months begins with the month of this number.
    pub fn begins(self, at: usize, months: i32) -> bool {
        (self.month(at).number() - 1) % months == 0
    }

    /// The month with this number.
    pub fn month(self, at: usize) -> Month {
        self.first.plus(i32::try_from(at).unwrap_or(i32::MAX))
    }
}

/// The intervals of what a claim prints, as they are read.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Reading {
    /// Its figure's.
    pub figure: Option<Interval>,
    /// Its percentage's.
    pub percent: Option<Interval>,
}

/// What a claim says about the months of a horizon; whatever would need other months is left out.
pub(super) fn statement(claim: &Claim, reading: Reading, horizon: Horizon) -> Statement {
    let mut statement = Statement::default();
    if let Some(interval) = reading.figure {
        totals(claim, interval, horizon, &mut statement);
    }
    changes(claim, reading.percent, horizon, &mut statement);
    statement
}

/// A total or running total: outer months at least its low end, inner months at most its high end.
fn totals(claim: &Claim, interval: Interval, horizon: Horizon, statement: &mut Statement) {
    let Some((outer, inner)) = outer_and_inner(claim, horizon) else { return };
    statement.sums.push(Sum { span: outer, limit: Limit::AtLeast(interval.low) });
    if let (Some(inner), Some(high)) = (inner, interval.high) {
        statement.sums.push(Sum { span: inner, limit: Limit::AtMost(high) });
    }
}

/// The months that a total may count a day of, and those that it counts every day of, whichever of the days that its dates may be
/// they are.
pub(super) fn outer_and_inner(claim: &Claim, horizon: Horizon) -> Option<(Span, Option<Span>)> {
    let (first, last) = touched(claim)?;
    let outer = horizon.span(first, last)?;
    let (latest_start, earliest_end) = (claim.start_to.or(claim.start)?, claim.end_from.or(claim.end)?);
    let (first, last) = (Month::of(latest_start), Month::of(earliest_end));
    let first = first.plus(i32::from(latest_start != first.first_day()));
    let last = last.plus(-i32::from(earliest_end != last.last_day()));
    Some((outer, horizon.span(first, last)))
}

/// A percentage or run of whole months.
fn changes(claim: &Claim, percent: Option<Interval>, horizon: Horizon, statement: &mut Statement) {
    let (Some(change), Some(start), Some(end)) = (claim.change, claim.start, claim.end) else { return };
    let (first, last) = (Month::of(start), Month::of(end));
    if start != first.first_day() || end != last.last_day() || claim.has_inferred_dates() {
        return;
    }
    let back = match change.comparator {
        Comparator::Yoy => 12,
        Comparator::Mom => 1,
        Comparator::Unspecified => return,
    };
    if let (Some(interval), 12) = (percent, back) {
        let spans = horizon.span(first, last).zip(horizon.span(first.plus(-12), last.plus(-12)));
        if let Some((now, before)) = spans {
            let factor = |percent: f64| (1.0 + percent / 100.0).max(0.0);
            statement.balances.push(vec![(now, 1.0), (before, -factor(interval.low))]);
            statement.balances.extend(interval.high.map(|high| vec![(now, -1.0), (before, factor(high))]));
        }
    }
    let sign = match change.direction {
        Direction::Down => 1.0,
        Direction::Up => -1.0,
        Direction::Flat => return,
    };
    // A count that is not that of the months between the dates does not say which of them it counts.
    if change.streak.is_some_and(|streak| i64::from(streak) == i64::from(last.since(first)) + 1) {
        let pairs = first
            .through(last)
            .filter_map(|month| horizon.span(month, month).zip(horizon.span(month.plus(-back), month.plus(-back))));
        statement.balances.extend(pairs.map(|(now, before)| vec![(before, sign), (now, -sign)]));
    }
}

/// The reader's limit: a month differs from the one before by at most so many percent.
pub(super) fn monthly_change_limit(percent: f64, horizon: Horizon) -> Statement {
    let share = percent / 100.0;
    let month = |at| Span { first: at, end: at + 1 };
    let balances = (1..horizon.len()).flat_map(|at| {
        let (before, now) = (month(at - 1), month(at));
        let rise = vec![(before, 1.0 + share), (now, -1.0)];
        let fall = (share < 1.0).then(|| vec![(now, 1.0), (before, share - 1.0)]);
        std::iter::once(rise).chain(fall)
    });
    Statement { sums: Vec::new(), balances: balances.collect() }
}
