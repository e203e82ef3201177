//! How much the bounds of a period hang on single claims.

use serde::{Deserialize, Serialize};

use super::{Agreement, Bounds, NoBounds, Usable, agree, system::System};
use crate::dataset::{Interval, Month, RecordId};

/// The bounds of a period, and what they are without single claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fragility {
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
    /// The bounds with all claims.
    pub bounds: Interval,
    /// The hull of the bounds without each one of the claims that they follow from.
    pub hull: Interval,
    /// The claim whose absence widens the bounds most, with the bounds without it. `None` where no absence widens them.
    pub matters_most: Option<(RecordId, Interval)>,
}

impl Bounds<'_> {
    /// How much the bounds of some months hang on single claims; `None` where the horizon does not hold them. Without each claim
    /// everything is decided anew, so that a claim that it kept out may come in.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn fragility(&mut self, first: Month, last: Month) -> Result<Option<Fragility>, NoBounds> {
        let Some(span) = self.system.horizon.span(first, last) else { return Ok(None) };
        let extent = self.system.extent(span)?;
        let bounds = extent.interval();
        let (mut hull, mut matters_most, mut widest) = (bounds, None, 0.0);
        let claims = self.claims.len();
        for claim in extent.statements().into_iter().filter(|at| *at < claims) {
            let without = self.without(claim)?.extent(span)?.interval();
            hull = hull.hull(without);
            let widened = widened(bounds, without);
            if widened > widest {
                (matters_most, widest) = (Some((self.kept[claim].clone(), without)), widened);
            }
        }
        Ok(Some(Fragility { first, last, bounds, hull, matters_most }))
    }

    /// The system without a claim used, set up when it is first asked for.
    fn without(&mut self, claim: usize) -> Result<&mut System, NoBounds> {
        let system = match self.decided_without.remove(&claim) {
            Some(system) => system,
            // Where nothing was kept out, nothing can come in.
            None if self.set_aside.is_empty() && self.read_widely.is_empty() => self.system.without(claim)?,
            None => self.decided_anew(claim)?,
        };
        Ok(self.decided_without.entry(claim).or_insert(system))
    }

    fn decided_anew(&self, claim: usize) -> Result<System, NoBounds> {
        let horizon = self.system.horizon;
        let others = self.usable.iter().filter(|usable| usable.claim.id != self.kept[claim]);
        let mut others: Vec<Usable<'_>> = others.cloned().collect();
        others.iter_mut().for_each(|usable| usable.read(false, horizon));
        let Agreement { kept, .. } = agree(&mut others, &self.change_limit, horizon)?;
        let statements = kept.into_iter().map(|at| others[at].statement.clone()).collect();
        System::of(statements, self.change_limit.clone(), horizon)
    }
}

/// By how much one interval reaches beyond another, at both ends together.
fn widened(bounds: Interval, without: Interval) -> f64 {
    let above = match (bounds.high, without.high) {
        (Some(high), Some(without)) => (without - high).max(0.0),
        (Some(_), None) => f64::INFINITY,
        (None, _) => 0.0,
    };
    (bounds.low - without.low).max(0.0) + above
}
