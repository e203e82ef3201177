//! What follows from the reported runs and rates of the national trend (METHOD.md, section "Runs"). Nothing here compares a month with
//! the month before.

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use chrono::NaiveDate as Date;

use super::directions::{MonthState, Run, RunKind, Trend, month_state};
use crate::{
    dataset::{Change, Claim, Comparator, Dataset, Direction, Month, Percent, Qualifier, RecordId},
    sort::sort_by,
};

/// What is proved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ProofKind {
    /// The total of the latest twelve months went this way so many times in a row, as of each month of the period.
    LatestTwelve {
        /// Which way.
        direction: Direction,
        /// How many times.
        times: u32,
    },
    /// Each month of the period lies on this side of the same month of the year before, and that of the year before it, so many
    /// years back. The period lies in one year.
    Years {
        /// Which side: a fall is below.
        direction: Direction,
        /// How many years.
        years: i32,
    },
    /// The rest of a longer period changed by more than this on a year earlier, whatever its months weigh.
    Rest(Change),
}

/// What some claims prove about a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// See [`ProofKind`].
    pub kind: ProofKind,
    /// First day of the period.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Whether the source of a rate does not state where its period ends, so that the rest may begin or end earlier.
    pub inferred: bool,
    /// Ids of the claims that it follows from.
    pub claims: Vec<RecordId>,
}

/// All that follows from the runs and rates of the trend among some claims: totals of twelve months, then months against several years, then rests,
/// each in order of time.
///
/// A month on which runs disagree proves nothing. Of runs that contain each other, the longest is named.
pub fn proofs<'a>(dataset: &Dataset, claims: impl IntoIterator<Item = &'a Claim>) -> Vec<Proof> {
    let trend = Trend::of(dataset);
    let runs: Vec<Run<'_>> =
        claims.into_iter().filter(|claim| claim.used).filter_map(|claim| trend.run(claim)).collect();
    let firm: Vec<&Run<'_>> = runs.iter().filter(|run| is_firm(run)).collect();
    let counted = |run: &&Run<'_>| run.change.streak > Some(1) && months(run).all(|month| agreed(&runs, month, run));
    let counted: Vec<&Run<'_>> = firm.iter().copied().filter(counted).collect();
    let mut proofs: Vec<Proof> = longest(&counted).into_iter().filter_map(latest_twelve).collect();
    let firm = longest(&firm);
    let stacked = |direction| {
        let runs_this_way = firm.iter().copied().filter(|run| run.change.direction == direction).collect();
        years(runs_this_way, &runs)
    };
    proofs.extend([Direction::Down, Direction::Up].into_iter().flat_map(stacked));
    proofs.extend(rests(&runs));
    proofs
}

/// Whether a run states its months against a year earlier, with dates that the source states and its count agrees with.
fn is_firm(run: &Run<'_>) -> bool {
    run.kind != RunKind::Cumulative
        && run.change.comparator == Comparator::Yoy
        && run.change.direction != Direction::Flat
        && !run.claim.has_inferred_dates()
        && !run.is_miscounted()
}

/// Whether a month is what a run says of it, and no other run disagrees.
fn agreed(runs: &[Run<'_>], month: Month, run: &Run<'_>) -> bool {
    let reported = MonthState::Reported { direction: run.change.direction, comparator: Comparator::Yoy };
    month_state(runs, month).0 == reported
}

/// The months that a run covers.
fn months(run: &Run<'_>) -> impl Iterator<Item = Month> + use<> {
    run.months().into_iter().flat_map(|(first, last)| first.through(last))
}

/// The runs that no other one of the same direction contains, in order of time; of those over the same months the first.
fn longest<'r, 'a>(runs: &[&'r Run<'a>]) -> Vec<&'r Run<'a>> {
    let contains = |longer: &Run<'_>, run: &Run<'_>| {
        let held = longer.months().zip(run.months());
        let held = held.is_some_and(|(a, b)| a.0 <= b.0 && b.1 <= a.1);
        held && longer.change.direction == run.change.direction
    };
    let mut kept: Vec<&Run<'_>> = Vec::new();
    for run in runs {
        let outdone = |other: &&Run<'_>| contains(other, run) && other.months() != run.months();
        if !runs.iter().copied().any(|other| outdone(&other)) && !kept.iter().any(|other| contains(other, run)) {
            kept.push(run);
        }
    }
    sort_by(&mut kept, |a, b| a.months().cmp(&b.months()));
    kept
}

/// A month that lies below the same month of the year before takes the total of the latest twelve months down.
fn latest_twelve(run: &Run<'_>) -> Option<Proof> {
    let (direction, times) = (run.change.direction, run.change.streak?);
    let (first, last) = run.months()?;
    Some(proof(ProofKind::LatestTwelve { direction, times }, (first, last), vec![run.claim.id.clone()]))
}

fn proof(kind: ProofKind, (first, last): (Month, Month), claims: Vec<RecordId>) -> Proof {
    Proof { kind, start: first.first_day(), end: last.last_day(), inferred: false, claims }
}

/// The months whose runs, all of one direction, are stacked: the same month of the year before is covered, too. Neighbours of one
/// year and depth are one period.
fn years(stacked: Vec<&Run<'_>>, runs: &[Run<'_>]) -> Vec<Proof> {
    let Some(direction) = stacked.first().map(|run| run.change.direction) else { return Vec::new() };
    let stating = |month: Month| stacked.iter().filter(move |run| run.states(month));
    let covered: BTreeSet<Month> =
        stacked.iter().flat_map(|run| months(run).filter(|month| agreed(runs, *month, run))).collect();
    let depth = |month: Month| (0..).take_while(|years| covered.contains(&month.plus(-12 * years))).count() as i32;
    let mut periods: Vec<(Month, Month, i32)> = Vec::new();
    for &month in &covered {
        let years = depth(month);
        match periods.last_mut() {
            Some((_, last, same)) if *same == years && last.plus(1) == month && last.year() == month.year() => {
                *last = month
            }
            _ => periods.push((month, month, years)),
        }
    }
    let proved = periods.into_iter().filter(|(.., years)| *years > 1).map(|(first, last, years)| {
        let chain = (0..years).flat_map(|back| first.through(last).map(move |month| month.plus(-12 * back)));
        let mut claims: Vec<RecordId> = Vec::new();
        for run in chain.flat_map(stating) {
            if !claims.contains(&run.claim.id) {
                claims.push(run.claim.id.clone());
            }
        }
        proof(ProofKind::Years { direction, years }, (first, last), claims)
    });
    proved.collect()
}

/// What the change of a period and that of its first part leave for the rest.
fn rests(runs: &[Run<'_>]) -> Vec<Proof> {
    let mut found: Vec<Proof> =
        runs.iter().flat_map(|whole| runs.iter().filter_map(move |part| rest(whole, part))).collect();
    sort_by(&mut found, |a, b| (a.start, a.end).cmp(&(b.start, b.end)));
    found
}

/// The change of a whole is a weighted mean of those of its parts: where the first part changed by less than the least of the
/// whole, the rest changed by more.
fn rest(whole: &Run<'_>, part: &Run<'_>) -> Option<Proof> {
    let same = whole.claim.metric == part.claim.metric && whole.change.comparator == part.change.comparator;
    let yearly = whole.kind == RunKind::Cumulative
        && part.kind == RunKind::Cumulative
        && whole.change.comparator == Comparator::Yoy
        && [whole, part].iter().all(|run| run.claim.is_comparable() && run.claim.start_to.is_none());
    // The part ends before the whole may have ended.
    let inside = whole.start == part.start && part.end < whole.claim.end_from.unwrap_or(whole.end);
    let direction = whole.change.direction;
    let percent = whole.change.percent?;
    let least = least_size(percent, direction)?;
    let slower = greatest_size(part.change.percent?, direction)? < least;
    (same && yearly && inside && slower && least > 0.0).then_some(())?;
    Some(Proof {
        kind: ProofKind::Rest(Change { percent: Some(more_than(least, percent)), streak: None, ..whole.change }),
        start: part.end.succ_opt()?,
        end: whole.end,
        inferred: [whole, part].iter().any(|run| run.claim.has_inferred_dates()),
        claims: vec![part.claim.id.clone(), whole.claim.id.clone()],
    })
}

/// More than a size, cut off to the decimals of a printed percentage and with its sign.
fn more_than(size: f64, printed: Percent) -> Percent {
    let digits = 10f64.powi(i32::from(printed.decimals));
    let value = ((size * digits).floor() / digits).copysign(printed.value);
    Percent { value, qualifier: Qualifier::Over, ..printed }
}

/// The least that a percentage says of a fall or rise.
fn least_size(percent: Percent, direction: Direction) -> Option<f64> {
    match direction {
        Direction::Down => percent.interval().high.map(|high| -high),
        Direction::Up => Some(percent.interval().low),
        Direction::Flat => None,
    }
}

/// The most that it says of it, if anything.
fn greatest_size(percent: Percent, direction: Direction) -> Option<f64> {
    match direction {
        Direction::Down => Some(-percent.interval().low),
        Direction::Up => percent.interval().high,
        Direction::Flat => None,
    }
}
