//! Which claims are used: how each is read, which agree, and which are set aside.
//!
//! Claims are taken by rank, the most reliable and newest first (a preferred subtheory: Brewka, IJCAI 1989). Claims of one rank that
//! contradict each other have no winner. METHOD.md, section "Which claim gives way", has the reasons.

use std::cmp::Reverse;

use chrono::NaiveDate as Date;
use microlp::Error;

use super::{
    Allowances, TOLERANCE,
    conflict::{ConsistentSet, WaysOut, smallest, ways_out},
    statement::{Horizon, Reading, Statement, statement},
};
use crate::dataset::{Basis, Claim, Dataset, Figure, Interval, Percent, Reliability};

/// The most ways out that are listed.
pub(super) const MOST_WAYS_OUT: usize = 16;

/// The most ways out that are looked for, so that every disputed claim is known.
const MOST_LOOKED_FOR: usize = 128;

/// A claim that bounds may rest on, and what it says.
#[derive(Clone, Debug)]
pub(super) struct Usable<'a> {
    pub claim: &'a Claim,
    /// Reliability of its source and the day of its publication, newest first.
    pub rank: (Reliability, Reverse<Option<Date>>),
    /// How many percent its total may have grown since.
    revision: f64,
    /// Whether it is one of several campaigns' running totals, so that its figure is only the least.
    counts_a_part: bool,
    /// The intervals of its figure and percentage.
    pub reading: Reading,
    /// Whether what it prints is read as widely as its words allow, so that it agrees with others.
    pub read_widely: bool,
    /// What it says about the months.
    pub statement: Statement,
}

impl Usable<'_> {
    /// What it says read narrowly and read widely, loosened by the tolerance.
    fn readings(&self, horizon: Horizon) -> [Statement; 2] {
        [false, true].map(|widely| {
            let mut reading = self.clone();
            reading.read(widely, horizon);
            reading.statement.loosened(TOLERANCE)
        })
    }

    /// Reads what it prints narrowly or as widely as its words allow.
    pub fn read(&mut self, widely: bool, horizon: Horizon) {
        let narrow = (self.claim.figure, self.claim.change.and_then(|change| change.percent));
        let wide = (narrow.0.map(Figure::read_widely), narrow.1.map(Percent::read_widely));
        let (figure, percent) = if widely { wide } else { narrow };
        let revised = |high: f64| high * (1.0 + self.revision / 100.0);
        let revised = |Interval { low, high }| {
            let high = if self.counts_a_part { None } else { high.map(revised) };
            Interval { low, high }
        };
        self.reading = Reading {
            figure: figure.map(|figure| revised(figure.interval())),
            percent: percent.map(|percent| percent.interval()),
        };
        self.read_widely = widely && wide != narrow;
        self.statement = statement(self.claim, self.reading, horizon);
    }
}

/// The claims that can be used, in order of rank; those of one rank by what they say. What the partner country's side counted, what
/// counts a part or by another definition, and what the record calls wrong is left out.
pub(super) fn usable<'a>(
    dataset: &Dataset,
    claims: &[&'a Claim],
    allowances: &Allowances,
    horizon: Horizon,
) -> Vec<Usable<'a>> {
    let claims: Vec<&Claim> = usable_claims(claims).collect();
    let running = || claims.iter().copied().filter(|claim| claim.basis == Basis::AsOf && claim.start.is_some());
    let several_campaigns = running().any(|a| running().any(|b| a.campaign != b.campaign));
    let counted_on = claims.iter().copied().filter(|claim| !running().any(|earlier| has_begun_anew(claim, earlier)));
    let published = |claim: &Claim| dataset.source(&claim.source).and_then(|source| source.published);
    let usable = counted_on.map(|claim| {
        let reliability = dataset.source(&claim.source).map_or(Reliability::Low, |source| source.reliability);
        let taken_in = || claims.iter().any(|later| takes_in((later, published(later)), (claim, published(claim))));
        let mut usable = Usable {
            claim,
            rank: (reliability, Reverse(published(claim))),
            revision: if allowances.revision > 0.0 && taken_in() { allowances.revision } else { 0.0 },
            reading: Reading::default(),
            counts_a_part: several_campaigns && claim.basis == Basis::AsOf,
            read_widely: false,
            statement: Statement::default(),
        };
        usable.read(false, horizon);
        usable
    });
    let mut usable: Vec<Usable<'_>> = usable.filter(|usable| !usable.statement.is_empty()).collect();
    usable.sort_by_cached_key(|usable| (usable.rank, said(usable.claim), usable.claim.id.clone()));
    usable
}

/// The claims whose figures may be set against each other.
pub(super) fn usable_claims<'a>(claims: &[&'a Claim]) -> impl Iterator<Item = &'a Claim> + Clone {
    claims.iter().copied().filter(|claim| !claim.by_partner() && claim.is_comparable())
}

/// Whether a running total has fallen below an earlier one of the same start and campaign: it then counts from another day.
fn has_begun_anew(claim: &Claim, earlier: &Claim) -> bool {
    let alike = claim.basis == Basis::AsOf && (claim.start, &claim.campaign) == (earlier.start, &earlier.campaign);
    let interval = |claim: &Claim| claim.figure.map(|figure| figure.interval());
    let below = interval(claim)
        .zip(interval(earlier))
        .is_some_and(|(now, before)| now.high.is_some_and(|high| high < before.low));
    alike && earlier.end < claim.end && below
}

/// What a claim says, for an order that does not hang on ids.
fn said(claim: &Claim) -> impl Ord + use<> {
    let figure = claim.figure.map(|figure| (figure.value.to_bits(), figure.qualifier as u8, figure.rounding.to_bits()));
    let percent = claim.change.and_then(|change| change.percent).map(|percent| percent.value.to_bits());
    (claim.start, claim.start_to, claim.end_from, claim.end, figure, percent)
}

/// Whether a total was published later than another and takes its period in.
fn takes_in((later, published): (&Claim, Option<Date>), (claim, earlier): (&Claim, Option<Date>)) -> bool {
    let has_figures = later.figure.is_some() && claim.figure.is_some();
    let ends_later = later.end > claim.end;
    let is_later = published.zip(earlier).map_or(ends_later, |(published, earlier)| published > earlier);
    has_figures && is_later && later.start.is_some() && later.start <= claim.start && later.end >= claim.end
}

/// Which of the usable claims are used, by number.
#[derive(Clone, Debug, Default)]
pub(super) struct Agreement {
    /// Those used, in order.
    pub kept: Vec<usize>,
    /// Each that is set aside, with a smallest set of others that excludes it.
    pub set_aside: Vec<(usize, Vec<usize>)>,
}

/// Reads each claim as narrowly as it can be read and keeps what agrees.
///
/// # Errors
/// Where the solver failed.
pub(super) fn agree(usable: &mut [Usable<'_>], change_limit: &Statement, horizon: Horizon) -> Result<Agreement, Error> {
    let readings: Vec<[Statement; 2]> = usable.iter().map(|usable| usable.readings(horizon)).collect();
    let none = ConsistentSet::new(readings.iter().flatten().chain([change_limit]), horizon.len());
    let mut kept = none.with([change_limit].into_iter())?;
    let mut agreement = Agreement::default();
    if kept.allows(readings.iter().map(|[narrow, _]| narrow)) {
        agreement.kept.extend(0..usable.len());
        return Ok(agreement);
    }
    let mut first = 0;
    while first < usable.len() {
        let end = first + usable[first..].iter().take_while(|other| other.rank == usable[first].rank).count();
        let rank = Rank { above: &kept, readings: &readings, members: (first..end).collect() };
        let Decision { mut narrow, mut wide, mut aside, conflicts } = rank.decide();
        let chosen = narrow.iter().map(|at| &readings[*at][0]).chain(wide.iter().map(|at| &readings[*at][1]));
        match kept.with(chosen) {
            Ok(more) => kept = more,
            // The solver cannot judge what is left, so that nothing of it is known to agree.
            Err(_) => (narrow, wide, aside) = (Vec::new(), Vec::new(), (first..end).collect()),
        }
        wide.iter().chain(&aside).for_each(|at| usable[*at].read(true, horizon));
        let used = |at: usize| &readings[at][usize::from(usable[at].read_widely)];
        for at in aside {
            let conflict =
                conflicts.iter().find(|conflict| conflict.contains(&at)).cloned().unwrap_or_else(|| vec![at]);
            let unlimited = none.with([change_limit].into_iter())?;
            let from_above = smallest_from_above(&unlimited, &conflict, &agreement.kept, &used);
            let others = conflict.into_iter().filter(|other| *other != at);
            agreement.set_aside.push((at, from_above.into_iter().chain(others).collect()));
        }
        agreement.kept.extend((first..end).filter(|at| narrow.contains(at) || wide.contains(at)));
        first = end;
    }
    Ok(agreement)
}

/// The claims of one rank, those above being decided on.
struct Rank<'a> {
    above: &'a ConsistentSet<'a>,
    /// Each claim read narrowly and widely, loosened by the tolerance.
    readings: &'a [[Statement; 2]],
    members: Vec<usize>,
}

/// What becomes of them.
struct Decision {
    narrow: Vec<usize>,
    wide: Vec<usize>,
    aside: Vec<usize>,
    /// Smallest conflicts of those set aside, each without the claims above that it needs.
    conflicts: Vec<Vec<usize>>,
}

impl Rank<'_> {
    fn decide(self) -> Decision {
        let mut wide = Vec::new();
        // Nothing is dropped that a wider reading reconciles.
        let (aside, conflicts) = loop {
            let (disputed, conflicts) = self.disputed(&wide);
            let more = disputed.iter().filter(|at| !wide.contains(at)).copied().collect::<Vec<_>>();
            if more.is_empty() {
                break (disputed, conflicts);
            }
            wide.extend(more);
        };
        let kept = |at: &usize| !aside.contains(at);
        let narrow = self.members.iter().copied().filter(|at| !wide.contains(at) && kept(at)).collect();
        Decision { narrow, wide: wide.into_iter().filter(kept).collect(), aside, conflicts }
    }

    /// The claims that some smallest conflict with those above needs, where some are read widely, and the conflicts. Where there are too
    /// many to find them all, every claim of the rank counts as disputed.
    fn disputed(&self, wide: &[usize]) -> (Vec<usize>, Vec<Vec<usize>>) {
        let reading = |at: usize| &self.readings[at][usize::from(wide.contains(&at))];
        let contradict = |chosen: &[usize]| !self.above.allows(chosen.iter().map(|at| reading(self.members[*at])));
        let WaysOut { disputed, conflicts, complete, .. } = ways_out(self.members.len(), MOST_LOOKED_FOR, &contradict);
        let numbered = |items: Vec<usize>| items.into_iter().map(|at| self.members[at]).collect();
        let disputed = if complete { numbered(disputed) } else { self.members.clone() };
        (disputed, conflicts.into_iter().map(numbered).collect())
    }
}

/// A smallest set of kept claims that, with the claims of a conflict within a rank, contradict each other.
fn smallest_from_above<'a>(
    none: &ConsistentSet<'a>,
    conflict: &[usize],
    kept: &[usize],
    reading: &dyn Fn(usize) -> &'a Statement,
) -> Vec<usize> {
    let Ok(of_rank) = none.with(conflict.iter().map(|at| reading(*at))) else { return Vec::new() };
    let excludes = |chosen: &[usize]| !of_rank.allows(chosen.iter().map(|at| reading(*at)));
    smallest(&excludes, kept)
}

/// All ways out of the contradictions between claims, as they are read.
pub(super) fn all_ways_out(usable: &[Usable<'_>], horizon: Horizon) -> WaysOut {
    let statements: Vec<Statement> = usable.iter().map(|usable| usable.statement.loosened(TOLERANCE)).collect();
    let none = ConsistentSet::new(statements.iter(), horizon.len());
    let contradict = |chosen: &[usize]| !none.allows(chosen.iter().map(|at| &statements[*at]));
    ways_out(usable.len(), MOST_LOOKED_FOR, &contradict)
}
