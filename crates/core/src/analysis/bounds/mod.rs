//! What was reported implies: for every month, block and range the least and the greatest that the claims allow, and which
//! claims contradict each other. The model is described in ARCHITECTURE.md, section "Bounds".

mod conflict;
mod constraint;
mod feasibility;
mod monthly_change;
mod partition;
mod program;
mod question;
mod statement;
mod sums;
#[cfg(test)]
mod tests;

use std::{cmp::Reverse, collections::BTreeSet};

use conflict::{agree, explain};
use microlp::Error;
use partition::Partition;
use program::{BoundsProgram, End};
pub use question::{Implied, Question};
use serde::{Deserialize, Serialize};
use statement::{Horizon, Span, Statement, Sum, statement};
use sums::{Arc, Distances};

use crate::dataset::{Claim, Dataset, Month, RecordId, Tag};

/// Two figures that differ by less than this share count as equal.
const TOLERANCE: f64 = 1e-6;

/// A share this small is the solver's, which is exact to 1e-9, and not the claims'.
const NEGLIGIBLE: f64 = 1e-9;

/// The longest horizon, in months, that bounds are computed for: two centuries.
pub const LONGEST: usize = 2_400;

/// The least and the greatest possible sum of some months.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PeriodBounds {
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
    /// The least possible sum, in the unit of the metric.
    pub low: f64,
    /// The greatest possible sum; `None` where nothing limits it.
    pub high: Option<f64>,
    /// Ids of claims that both ends follow from, in the order of [`Bounds::kept`]: without all others, the bounds would be the same.
    /// Empty where the least is 0 and nothing limits the greatest. The reader's limit of change is none of them.
    pub claims: Vec<RecordId>,
}

/// A claim that cannot be true together with others of higher rank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Id of the claim.
    pub claim: RecordId,
    /// Ids of a smallest set of kept claims that excludes it, by reliability, date and id; empty where it contradicts itself or
    /// the limit of change.
    pub conflicts_with: Vec<RecordId>,
}

/// Why there are no bounds.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoBounds {
    /// No claim has a figure with the dates that it needs.
    #[error("no claim has a figure with dates")]
    NoFigures,
    /// The claims span more months than bounds are computed for.
    #[error("the claims span {0} months, expected at most {LONGEST}")]
    TooLong(usize),
    /// The solver gave up.
    #[error("the solver failed: {0}")]
    Solver(String),
}

impl From<microlp::Error> for NoBounds {
    fn from(error: microlp::Error) -> Self {
        Self::Solver(error.to_string())
    }
}

/// What some claims of one metric and area imply.
pub struct Bounds {
    horizon: Horizon,
    partition: Partition,
    sums: Distances,
    /// Limits of sums as added, with the numbers of their statements.
    limits: Vec<(Arc, usize)>,
    /// Set up where claims compare months with each other.
    program: Option<BoundsProgram>,
    cuts: Vec<usize>,
    /// The statements of the claims used.
    statements: Vec<Statement>,
    change_limit: Statement,
    /// Ids of the claims used, in order of rank: by reliability, then newest first, then by id.
    pub kept: Vec<RecordId>,
    /// Claims that contradict those used.
    pub set_aside: Vec<SetAside>,
}

impl Bounds {
    /// What claims of one metric and area imply. Those that the partner country's side counted and those that count only a part of
    /// the metric are left out. `max_monthly_change` is the reader's limit of change: by how many percent
    /// a month may differ from the one before.
    ///
    /// # Errors
    /// See [`NoBounds`].
    pub fn of(dataset: &Dataset, claims: &[&Claim], max_monthly_change: Option<f64>) -> Result<Self, NoBounds> {
        let mut claims = in_order(dataset, claims);
        let widest = horizon(claims.iter().copied())?;
        claims.retain(|claim| !statement(claim, widest).is_empty());
        let statements: Vec<Statement> = claims.iter().map(|claim| statement(claim, widest)).collect();
        let change_limit = |horizon| {
            max_monthly_change.map(|percent| statement::monthly_change_limit(percent, horizon)).unwrap_or_default()
        };
        let agreement = agree(&statements, &change_limit(widest), widest.len());
        if let Some(at) = agreement.unsolved.first() {
            return Err(NoBounds::Solver(claims[*at].id.to_string()));
        }
        let id = |at: &usize| claims[*at].id.clone();
        let set_aside = agreement
            .set_aside
            .iter()
            .map(|(at, conflict)| SetAside { claim: id(at), conflicts_with: conflict.iter().map(id).collect() });
        let kept: Vec<&Claim> = agreement.kept.iter().map(|at| claims[*at]).collect();
        let horizon = horizon(kept.iter().copied())?;
        let statements = kept.iter().map(|claim| statement(claim, horizon)).collect();
        let mut bounds = Self::of_statements(statements, change_limit(horizon), horizon)?;
        bounds.kept = kept.iter().map(|claim| claim.id.clone()).collect();
        bounds.set_aside = set_aside.collect();
        Ok(bounds)
    }

    fn of_statements(statements: Vec<Statement>, change_limit: Statement, horizon: Horizon) -> Result<Self, NoBounds> {
        let all = || statements.iter().chain([&change_limit]);
        let partition = Partition::of(all(), horizon.len());
        let mut sums = Distances::of(&partition);
        let mut limits = Vec::new();
        for (at, statement) in all().enumerate() {
            limits.extend(statement.sums.iter().map(|sum| (sums.add(sum, &partition), at)));
        }
        let compared = all().any(|statement| !statement.balances.is_empty());
        let mut cuts: Vec<usize> =
            statements.iter().flat_map(|statement| statement.sums.iter().flat_map(cuts_of)).collect();
        cuts.extend([0, horizon.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        let (kept, set_aside) = Default::default();
        let mut bounds =
            Self { horizon, partition, sums, limits, program: None, cuts, statements, change_limit, kept, set_aside };
        if compared {
            bounds.program = Some(bounds.exact_or_loosened()?);
        }
        Ok(bounds)
    }

    /// The program of the claims as printed; where they agree only to within the tolerance, of claims loosened by it.
    fn exact_or_loosened(&self) -> Result<BoundsProgram, NoBounds> {
        let exact: Vec<&Statement> = self.statements.iter().chain([&self.change_limit]).collect();
        BoundsProgram::of(&exact, &self.partition, &self.greatest()).or_else(|_| self.loosened())
    }

    fn loosened(&self) -> Result<BoundsProgram, NoBounds> {
        let loosened: Vec<Statement> =
            self.statements.iter().chain([&self.change_limit]).map(|statement| statement.loosened(TOLERANCE)).collect();
        Ok(BoundsProgram::of(&loosened.iter().collect::<Vec<_>>(), &self.partition, &self.greatest())?)
    }

    /// The greatest that sums alone allow each part.
    fn greatest(&self) -> Vec<f64> {
        (0..self.partition.len()).map(|at| self.sums.greatest(Span { first: at, end: at + 1 })).collect()
    }

    /// First and last month that the claims used touch.
    pub fn horizon(&self) -> (Month, Month) {
        (self.horizon.first, self.horizon.last)
    }

    /// The least percentage by which a month must differ from the one before, if all claims used hold: to within 0.1 points.
    /// `None` where no percentage will do.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn smallest_monthly_change(&self) -> Result<Option<f64>, NoBounds> {
        Ok(monthly_change::smallest_monthly_change(&self.statements, self.horizon)?)
    }

    /// Every month of the horizon.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn months(&mut self) -> Result<Vec<PeriodBounds>, NoBounds> {
        // Months of one part answer alike: where it has several, none is sure to have anything.
        let mut months = Vec::with_capacity(self.horizon.len());
        for part in 0..self.partition.len() {
            let Span { first, end } = self.partition.span(part);
            let answer = self.extent(Span { first, end: first + 1 })?;
            months.extend((first..end).map(|at| {
                let month = self.horizon.month(at);
                PeriodBounds { first: month, last: month, ..answer.clone() }
            }));
        }
        Ok(months)
    }

    /// The months between cuts: wherever the inner or outer months of a total begin or have just ended.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn blocks(&mut self) -> Result<Vec<PeriodBounds>, NoBounds> {
        let blocks: Vec<Span> = self.cuts.windows(2).map(|cut| Span { first: cut[0], end: cut[1] }).collect();
        blocks.into_iter().map(|block| self.extent(block)).collect()
    }

    /// Any months of the horizon; `None` where it does not hold both.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn range(&mut self, first: Month, last: Month) -> Result<Option<PeriodBounds>, NoBounds> {
        self.horizon.span(first, last).map(|span| self.extent(span)).transpose()
    }

    /// A set of the claims used that already bounds the months as tightly as all of them do, and of which none can be spared;
    /// `None` where the horizon does not hold both months.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn because(&mut self, first: Month, last: Month) -> Result<Option<Vec<RecordId>>, NoBounds> {
        let Some(span) = self.horizon.span(first, last) else { return Ok(None) };
        let all = self.extent(span)?;
        let slack = TOLERANCE * all.high.unwrap_or(all.low);
        let high = |bounds: &PeriodBounds| bounds.high.unwrap_or(f64::INFINITY);
        let does = |chosen: &[usize]| {
            let statements = chosen.iter().map(|at| self.statements[*at].clone()).collect();
            let alone = Self::of_statements(statements, self.change_limit.clone(), self.horizon);
            let alone = alone.and_then(|mut bounds| bounds.extent(span));
            alone.is_ok_and(|alone| alone.low >= all.low - slack && high(&alone) <= high(&all) + slack)
        };
        let named: Vec<usize> = (0..self.kept.len()).filter(|at| all.claims.contains(&self.kept[*at])).collect();
        let mut needed = if does(&[]) { Vec::new() } else { explain(&does, &[], false, &named) };
        needed.sort_unstable();
        Ok(Some(needed.into_iter().map(|at| self.kept[at].clone()).collect()))
    }

    fn extent(&mut self, span: Span) -> Result<PeriodBounds, NoBounds> {
        let (inner, outer) = self.partition.inner_and_outer(span);
        let (mut low, high) = match self.ends(inner, outer) {
            Err(_) if self.program.is_some() => {
                self.program = Some(self.loosened()?);
                self.ends(inner, outer)?
            }
            ends => ends?,
        };
        if high.as_ref().is_some_and(|high| low.value < high.value * NEGLIGIBLE) {
            low.value = 0.0;
        }
        let from_low = low.statements.iter().filter(|_| low.value > 0.0);
        let statements: BTreeSet<usize> =
            from_low.chain(high.iter().flat_map(|high| &high.statements)).copied().collect();
        // The limit of change comes after the claims.
        let claims = statements.into_iter().filter_map(|at| self.kept.get(at).cloned()).collect();
        let (first, last) = (self.horizon.month(span.first), self.horizon.month(span.end - 1));
        Ok(PeriodBounds { first, last, low: cleaned(low.value), high: high.map(|high| cleaned(high.value)), claims })
    }

    /// The least sum of the inner parts and the greatest of the outer ones; `None` where nothing limits it.
    fn ends(&mut self, inner: Span, outer: Span) -> Result<(End, Option<End>), Error> {
        let exact = match &mut self.program {
            Some(program) => Some((program.least(inner)?, program.greatest(outer)?)),
            None => None,
        };
        let (sums, limits) = (&self.sums, &self.limits);
        let (low, high) = (sums.least(inner), sums.greatest(outer));
        let least = || End { value: low, statements: sums.least_from(inner, limits) };
        let greatest = || End { value: high, statements: sums.greatest_from(outer, limits) };
        // Where sums alone give an end, they need the fewest claims.
        Ok(match exact {
            None => (least(), high.is_finite().then(greatest)),
            Some((exact_low, exact_high)) => (
                if same(low, exact_low.value) { least() } else { exact_low },
                exact_high.map(|exact| if same(high, exact.value) { greatest() } else { exact }),
            ),
        })
    }
}

/// Whether two figures are equal but for the arithmetic.
fn same(a: f64, b: f64) -> bool {
    a.is_finite() && (a - b).abs() <= NEGLIGIBLE * a.abs().max(b.abs())
}

/// The claims that can be used, in order of rank: by reliability, then newest first, then by id.
fn in_order<'a>(dataset: &Dataset, claims: &[&'a Claim]) -> Vec<&'a Claim> {
    let usable = claims.iter().copied().filter(|claim| !claim.by_partner() && !claim.has_tag(Tag::Part));
    let mut claims: Vec<&Claim> = usable.collect();
    claims.sort_by_cached_key(|claim| {
        let source = dataset.source(&claim.source);
        let reliability = source.map_or(crate::dataset::Reliability::Low, |source| source.reliability);
        (reliability, Reverse(source.and_then(|source| source.published)), claim.id.clone())
    });
    claims
}

/// A number without the last digits, which the arithmetic leaves behind: twelve are kept.
fn cleaned(number: f64) -> f64 {
    if number == 0.0 {
        return 0.0;
    }
    let unit = 10f64.powi((11 - number.abs().log10().floor() as i32).min(300));
    let rounded = if unit >= 1.0 { (number * unit).round() / unit } else { number.round() };
    // Whole numbers come out whole.
    if (rounded - rounded.round()).abs() * unit < 1.0 { rounded.round() } else { rounded }
}

fn horizon<'a>(claims: impl Iterator<Item = &'a Claim>) -> Result<Horizon, NoBounds> {
    let horizon = Horizon::of(claims).ok_or(NoBounds::NoFigures)?;
    if horizon.len() > LONGEST { Err(NoBounds::TooLong(horizon.len())) } else { Ok(horizon) }
}

/// Where a limited sum begins and has just ended.
fn cuts_of(Sum { span, .. }: &Sum) -> [usize; 2] {
    [span.first, span.end]
}
