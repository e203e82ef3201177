//! What was reported implies: for every month, block and range the least and the greatest that the claims allow, and which
//! claims contradict each other. METHOD.md describes the model.

mod agreement;
mod allowances;
mod conflict;
mod constraint;
mod course;
mod feasibility;
mod fragility;
mod loops;
mod monthly_change;
mod partition;
mod peaks;
mod program;
mod question;
mod signs;
mod statement;
mod sums;
mod system;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use agreement::{Agreement, MOST_WAYS_OUT, Usable, agree, all_ways_out, usable, usable_claims};
pub use allowances::Allowances;
use conflict::{WaysOut, smallest};
use course::Scenarios;
pub use course::{Course, Grade, GradedPeriod, Grain, Strained};
pub use fragility::Fragility;
pub use loops::Loop;
pub use peaks::PeakOf;
pub use question::{Implied, Question};
use serde::{Deserialize, Serialize};
pub use signs::Difference;
use statement::{Horizon, Span, Statement};
use system::{Extent, System};

use crate::dataset::{Claim, Dataset, Interval, Month, RecordId, Reliability};

/// Two figures that differ by less than this share count as equal.
const TOLERANCE: f64 = 1e-6;

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

/// A claim that cannot be true together with others of higher rank, or of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAside {
    /// Id of the claim.
    pub claim: RecordId,
    /// Ids of a smallest set of other claims that excludes it: of claims used, or, where claims of one rank contradict each other, of
    /// claims set aside too. Empty where it contradicts itself or the limit of change.
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

/// A claim that bounds rest on.
#[derive(Clone, Debug)]
struct Kept {
    id: RecordId,
    /// The months whose total it states, where it states both dates and they are those of whole months.
    total: Option<Span>,
    /// Its figure's interval, as it is read.
    interval: Option<Interval>,
    /// The months that it may count a day of, and those that it surely counts every day of.
    months: Option<(Span, Option<Span>)>,
    /// Whether its source is of low reliability or a date of it is inferred.
    is_weak: bool,
}

/// What some claims of one metric and area imply.
pub struct Bounds<'a> {
    /// The claims that can be used, as they are read, in order of rank.
    usable: Vec<Usable<'a>>,
    change_limit: Statement,
    /// Those used.
    claims: Vec<Kept>,
    system: System,
    /// What each way out of contradictions removes, by number among the usable.
    removed: Vec<Vec<usize>>,
    scenarios: Scenarios,
    /// What is decided without a claim used, by its number: see [`Bounds::fragility`].
    decided_without: BTreeMap<usize, System>,
    /// Bounds of calendar years, by their first month's number.
    year_bounds: BTreeMap<usize, Interval>,
    /// Ids of the claims used, in order of rank: by reliability, then newest first.
    pub kept: Vec<RecordId>,
    /// Claims that contradict those used.
    pub set_aside: Vec<SetAside>,
    /// Ids of claims that agree with the others only if what they print is read as widely as its words allow.
    pub read_widely: Vec<RecordId>,
    /// All smallest sets of claims without which the others agree: one empty set where nothing contradicts, or where the reader sets a
    /// limit of change. `None` where there are more than sixteen.
    pub ways_out: Option<Vec<Vec<RecordId>>>,
}

impl<'a> Bounds<'a> {
    /// What claims of one metric and area imply. Those that the partner country's side counted, those that count only a part of
    /// the metric or by another definition, and those that the record calls wrong are left out.
    ///
    /// # Errors
    /// See [`NoBounds`].
    pub fn of(dataset: &Dataset, claims: &[&'a Claim], allowances: Allowances) -> Result<Self, NoBounds> {
        let horizon = horizon(usable_claims(claims))?;
        let usable = usable(dataset, claims, &allowances, horizon);
        Self::of_usable(usable, change_limit(&allowances, horizon), horizon)
    }

    fn of_usable(mut usable: Vec<Usable<'a>>, change_limit: Statement, horizon: Horizon) -> Result<Self, NoBounds> {
        let Agreement { kept, set_aside } = agree(&mut usable, &change_limit, horizon)?;
        // What contradicts the reader's limit of change says nothing about the claims.
        let ways_out = if set_aside.is_empty() || !change_limit.is_empty() {
            WaysOut { sets: vec![Vec::new()], complete: true, ..WaysOut::default() }
        } else {
            all_ways_out(&usable, horizon)
        };
        let few = ways_out.complete && ways_out.sets.len() <= MOST_WAYS_OUT;
        let id = |at: &usize| usable[*at].claim.id.clone();
        let ids = |numbers: &Vec<usize>| numbers.iter().map(id).collect::<Vec<_>>();
        let statements = kept.iter().map(|at| usable[*at].statement.clone()).collect();
        Ok(Self {
            system: System::of(statements, change_limit.clone(), horizon)?,
            claims: kept.iter().map(|at| Kept::of(&usable[*at], horizon)).collect(),
            kept: ids(&kept),
            set_aside: set_aside
                .iter()
                .map(|(at, conflict)| SetAside { claim: id(at), conflicts_with: ids(conflict) })
                .collect(),
            read_widely: kept.iter().filter(|at| usable[**at].read_widely).map(id).collect(),
            ways_out: few.then(|| ways_out.sets.iter().map(ids).collect()),
            removed: if few { ways_out.sets } else { vec![ways_out.disputed] },
            scenarios: Scenarios::default(),
            decided_without: BTreeMap::new(),
            year_bounds: BTreeMap::new(),
            usable,
            change_limit,
        })
    }

    /// First and last month that the usable claims touch.
    pub fn horizon(&self) -> (Month, Month) {
        (self.system.horizon.first, self.system.horizon.last)
    }

    /// The least percentage by which a month must differ from the one before, if all claims used hold: to within 0.1 points.
    /// `None` where no percentage will do.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn smallest_monthly_change(&self) -> Result<Option<f64>, NoBounds> {
        let claims = &self.system.statements[..self.claims.len()];
        Ok(monthly_change::smallest_monthly_change(claims, self.system.horizon)?)
    }

    /// Every month of the horizon.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn months(&mut self) -> Result<Vec<PeriodBounds>, NoBounds> {
        // Months of one part answer alike: where it has several, none is sure to have anything.
        let mut months = Vec::with_capacity(self.system.horizon.len());
        let parts: Vec<Span> = self.system.parts().collect();
        for Span { first, end } in parts {
            let answer = self.period_bounds(Span { first, end: first + 1 })?;
            months.extend((first..end).map(|at| {
                let month = self.system.horizon.month(at);
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
        let cuts = self.system.cuts();
        let blocks = cuts.windows(2).map(|cut| Span { first: cut[0], end: cut[1] });
        blocks.map(|block| self.period_bounds(block)).collect()
    }

    /// Any months of the horizon; `None` where it does not hold both.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn range(&mut self, first: Month, last: Month) -> Result<Option<PeriodBounds>, NoBounds> {
        self.system.horizon.span(first, last).map(|span| self.period_bounds(span)).transpose()
    }

    /// A set of the claims used that already bounds the months as tightly as all of them do, and of which none can be spared;
    /// `None` where the horizon does not hold both months.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn because(&mut self, first: Month, last: Month) -> Result<Option<Vec<RecordId>>, NoBounds> {
        let Some(span) = self.system.horizon.span(first, last) else { return Ok(None) };
        let all = self.system.extent(span)?;
        let slack = TOLERANCE * all.high.unwrap_or(all.low);
        let high = |extent: &Extent| extent.high.unwrap_or(f64::INFINITY);
        let does = |chosen: &[usize]| {
            let alone = self.system_of_kept(|at| chosen.contains(&at)).and_then(|mut system| system.extent(span));
            alone.is_ok_and(|alone| alone.low >= all.low - slack && high(&alone) <= high(&all) + slack)
        };
        let named: Vec<usize> = all.statements().into_iter().filter(|at| *at < self.claims.len()).collect();
        let needed = smallest(&does, &named);
        Ok(Some(needed.into_iter().map(|at| self.kept[at].clone()).collect()))
    }

    /// The system of some of the claims used.
    fn system_of_kept(&self, is_chosen: impl Fn(usize) -> bool) -> Result<System, NoBounds> {
        let chosen = (0..self.claims.len()).filter(|at| is_chosen(*at));
        let statements = chosen.map(|at| self.system.statements[at].clone()).collect();
        System::of(statements, self.change_limit.clone(), self.system.horizon)
    }

    /// The system of some of the usable claims, which are known to agree.
    fn system_of(&self, is_chosen: impl Fn(usize) -> bool) -> Result<System, NoBounds> {
        let chosen = self.usable.iter().enumerate().filter(|(at, _)| is_chosen(*at));
        let statements = chosen.map(|(_, usable)| usable.statement.clone()).collect();
        System::of(statements, self.change_limit.clone(), self.system.horizon)
    }

    fn months_of(&self, span: Span) -> (Month, Month) {
        (self.system.horizon.month(span.first), self.system.horizon.month(span.end - 1))
    }

    fn period_bounds(&mut self, span: Span) -> Result<PeriodBounds, NoBounds> {
        let extent = self.system.extent(span)?;
        let (first, last) = self.months_of(span);
        // The limit of change comes after the claims.
        let claims = extent.statements().into_iter().filter_map(|at| self.kept.get(at).cloned()).collect();
        Ok(PeriodBounds { first, last, low: extent.low, high: extent.high, claims })
    }
}

impl Kept {
    fn of(usable: &Usable<'_>, horizon: Horizon) -> Self {
        let Usable { claim, reading, rank, .. } = usable;
        let months = reading.figure.and_then(|_| statement::outer_and_inner(claim, horizon));
        let whole = months.and_then(|(outer, inner)| (inner == Some(outer)).then_some(outer));
        Self {
            id: claim.id.clone(),
            total: whole.filter(|_| !claim.has_inferred_dates()),
            interval: reading.figure,
            months,
            is_weak: rank.0 == Reliability::Low || claim.has_inferred_dates(),
        }
    }
}

fn change_limit(allowances: &Allowances, horizon: Horizon) -> Statement {
    let limit = |percent| statement::monthly_change_limit(percent, horizon);
    allowances.max_monthly_change.map(limit).unwrap_or_default()
}

fn horizon<'a>(claims: impl Iterator<Item = &'a Claim>) -> Result<Horizon, NoBounds> {
    let horizon = Horizon::of(claims).ok_or(NoBounds::NoFigures)?;
    if horizon.len() > LONGEST { Err(NoBounds::TooLong(horizon.len())) } else { Ok(horizon) }
}
