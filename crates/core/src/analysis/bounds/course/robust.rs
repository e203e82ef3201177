//! Ranges that hang on no single weak claim, nor on which of contradicting claims gives way.

use super::grade::Graded;
use crate::{
    analysis::bounds::{Bounds, NoBounds, system::System},
    dataset::{Interval, RecordId},
};

/// Systems of fewer claims, set up when a period first asks for them.
#[derive(Default)]
pub(in crate::analysis::bounds) struct Scenarios {
    /// Whether each claim used is weak: of low reliability, with inferred dates, or strained.
    weak: Vec<bool>,
    /// One for each way out of contradictions; none where nothing contradicts.
    ways_out: Vec<System>,
    /// The claims used without one, by its number.
    without: Vec<Option<System>>,
}

impl Bounds<'_> {
    /// The hull of a period's interval, its bounds under each way out, and its bounds without each weak claim that it follows from:
    /// without another claim they are the same.
    pub(super) fn robust(&mut self, period: &Graded) -> Result<Interval, NoBounds> {
        let mut scenarios = std::mem::take(&mut self.scenarios);
        let robust = self.robust_in(&mut scenarios, period);
        self.scenarios = scenarios;
        robust
    }

    fn robust_in(&mut self, scenarios: &mut Scenarios, period: &Graded) -> Result<Interval, NoBounds> {
        if scenarios.weak.len() != self.claims.len() {
            *scenarios = self.scenarios()?;
        }
        let mut robust = period.interval;
        for system in &mut scenarios.ways_out {
            robust = robust.hull(system.extent(period.span)?.interval());
        }
        for claim in period.claims.iter().copied().filter(|claim| scenarios.weak.get(*claim) == Some(&true)) {
            let system = match &mut scenarios.without[claim] {
                Some(system) => system,
                none => none.insert(self.system.without(claim)?),
            };
            robust = robust.hull(system.extent(period.span)?.interval());
        }
        Ok(robust)
    }

    fn scenarios(&mut self) -> Result<Scenarios, NoBounds> {
        let strained = self.strained()?;
        let is_strained = |id: &RecordId| strained.iter().any(|strained| strained.claim == *id);
        let removed = self.removed.iter().filter(|removed| !removed.is_empty());
        Ok(Scenarios {
            weak: self.claims.iter().map(|claim| claim.is_weak || is_strained(&claim.id)).collect(),
            ways_out: removed.map(|removed| self.system_of(|at| !removed.contains(&at))).collect::<Result<_, _>>()?,
            without: self.claims.iter().map(|_| None).collect(),
        })
    }
}
