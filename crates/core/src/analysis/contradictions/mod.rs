//! What contradicts what. Each check is a small function that lists claims which cannot all be true as they stand; none says which
//! of them is wrong.

mod bases;
mod figures;
mod runs;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::bounds::{Allowances, Bounds, NoBounds, SetAside, Strained};
use crate::dataset::{Claim, Dataset, RecordId, series};

/// The share of its intervals' widths at which a tight loop breaks, or above.
const TIGHT: f64 = 0.9;

/// What a check looks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContradictionKind {
    /// Figures or changes that differ although metric, area and period are the same.
    DifferentFigures,
    /// One figure for different periods.
    RepeatedFigure,
    /// Figures with the same digits that lie a power of ten apart.
    UnitSlip,
    /// A figure of one metric that is the sum of two others of the same period.
    SumOfOthers,
    /// Totals and changes that cannot all be true together: see [`Bounds`].
    Inconsistent,
    /// Claims that leave almost nothing for a period which none of them reports.
    Squeezed,
    /// A claim that the others leave little of its interval.
    Strained,
    /// Claims that no longer agree once their intervals shrink by a tenth.
    TightLoop,
    /// A figure and its change on a year earlier that imply another figure for that year than the one reported.
    ImpliedBase,
    /// A claim that the record itself says is wrong, with others that print its figure.
    Misdated,
    /// A run whose counted months are not the months between its dates.
    RunLength,
    /// Runs of the national trend that differ on the direction of a month, or on which month they began with.
    ContestedMonth,
    /// The same where the bases of the runs differ, or one is not named.
    FirstMonthOrBase,
}

impl ContradictionKind {
    /// All checks, in the order shown.
    pub const ALL: [Self; 13] = [
        Self::Inconsistent,
        Self::Squeezed,
        Self::Strained,
        Self::TightLoop,
        Self::DifferentFigures,
        Self::ImpliedBase,
        Self::RepeatedFigure,
        Self::SumOfOthers,
        Self::UnitSlip,
        Self::Misdated,
        Self::ContestedMonth,
        Self::FirstMonthOrBase,
        Self::RunLength,
    ];

    /// Its contradictions in a dataset.
    ///
    /// # Errors
    /// [`NoBounds::Solver`], from the checks that ask [`Bounds`].
    pub fn contradictions(self, dataset: &Dataset) -> Result<Vec<Contradiction>, NoBounds> {
        let claims = match self {
            Self::DifferentFigures => figures::different(dataset),
            Self::RepeatedFigure => figures::repeated(dataset),
            Self::UnitSlip => figures::unit_slips(dataset),
            Self::SumOfOthers => figures::sums_of_others(dataset),
            Self::Inconsistent => inconsistent(dataset)?,
            Self::Squeezed => squeezed(dataset)?,
            Self::Strained => strained(dataset)?,
            Self::TightLoop => tight_loops(dataset)?,
            Self::RunLength => runs::lengths(dataset),
            Self::ContestedMonth => runs::starts(dataset),
            Self::FirstMonthOrBase => runs::starts_or_bases(dataset),
            Self::ImpliedBase => bases::implied(dataset),
            Self::Misdated => figures::misdated(dataset),
        };
        Ok(claims.into_iter().map(|claims| Contradiction { check: self, claims }).collect())
    }
}

/// Claims that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// What was looked for.
    pub check: ContradictionKind,
    /// Ids of the claims: the one that is set aside, is wrong, is the sum, or has the change, before the others; else in file order.
    pub claims: Vec<RecordId>,
}

/// The contradictions of all checks, in the order of [`ContradictionKind::ALL`].
///
/// # Errors
/// [`NoBounds::Solver`].
pub fn contradictions(dataset: &Dataset) -> Result<Vec<Contradiction>, NoBounds> {
    let found =
        ContradictionKind::ALL.into_iter().map(|check| check.contradictions(dataset)).collect::<Result<Vec<_>, _>>()?;
    Ok(found.into_iter().flatten().collect())
}

/// What the bounds of each metric and area show, levels apart, since those are no totals.
fn of_bounds(
    dataset: &Dataset,
    sets: impl Fn(&mut Bounds<'_>) -> Result<Vec<Vec<RecordId>>, NoBounds>,
) -> Result<Vec<Vec<RecordId>>, NoBounds> {
    let mut found = Vec::new();
    for ((metric, _), claims) in series(dataset) {
        if dataset.is_level(metric) {
            continue;
        }
        match Bounds::of(dataset, &claims, Allowances::default()) {
            Ok(mut bounds) => found.extend(sets(&mut bounds)?),
            Err(NoBounds::NoFigures | NoBounds::TooLong(_)) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(found)
}

/// Each claim that the totals of its metric and area exclude, with those that exclude it. Claims of one rank exclude each other; each
/// set is listed once.
fn inconsistent(dataset: &Dataset) -> Result<Vec<Vec<RecordId>>, NoBounds> {
    let sets = of_bounds(dataset, |bounds| {
        let set = |SetAside { claim, conflicts_with }: &SetAside| {
            std::iter::once(claim).chain(conflicts_with).cloned().collect::<Vec<_>>()
        };
        Ok(bounds.set_aside.iter().map(set).collect())
    })?;
    let mut listed = BTreeSet::new();
    Ok(sets.into_iter().filter(|set| listed.insert(set.iter().cloned().collect::<BTreeSet<_>>())).collect())
}

/// The claims that leave almost nothing for a period which none of them reports.
fn squeezed(dataset: &Dataset) -> Result<Vec<Vec<RecordId>>, NoBounds> {
    of_bounds(dataset, |bounds| Ok(bounds.squeezed()?.into_iter().map(|period| period.claims).collect()))
}

/// Each claim that the others leave little of its interval, with those.
fn strained(dataset: &Dataset) -> Result<Vec<Vec<RecordId>>, NoBounds> {
    of_bounds(dataset, |bounds| {
        let sets = bounds.strained()?.into_iter().map(|Strained { claim, because, .. }| {
            std::iter::once(claim.clone()).chain(because.into_iter().filter(|id| *id != claim)).collect()
        });
        Ok(sets.collect())
    })
}

/// The claims of each loop with little slack.
fn tight_loops(dataset: &Dataset) -> Result<Vec<Vec<RecordId>>, NoBounds> {
    of_bounds(dataset, |bounds| Ok(bounds.loops(TIGHT).into_iter().map(|tight| tight.claims).collect()))
}

fn ids<'a>(claims: impl IntoIterator<Item = &'a Claim>) -> Vec<RecordId> {
    claims.into_iter().map(|claim| claim.id.clone()).collect()
}
