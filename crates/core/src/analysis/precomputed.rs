//! What is computed when the site is built, since it needs the solver, which the browser then need not load.

use serde::{Deserialize, Serialize};

use super::{
    bounds::{Implied, NoBounds, Question},
    contradictions::{Contradiction, contradictions},
    derived_months::{DerivedMonth, derived_months},
};
use crate::dataset::{Claim, Dataset};

/// The answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Precomputed {
    /// Claims that contradict each other.
    pub contradictions: Vec<Contradiction>,
    /// Months that overlapping totals give away.
    pub given: Vec<DerivedMonth>,
    /// What all claims imply for the metric and area shown first.
    pub implied: Option<Implied>,
}

impl Precomputed {
    /// The answers for a dataset, and for the metric and area that are shown first.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn of(dataset: &Dataset, first: (&str, &str)) -> Result<Self, NoBounds> {
        let claims: Vec<&Claim> = dataset.claims.iter().collect();
        let question = Question::of(dataset, &claims, first);
        let implied = question.map(|question| question.answer()).transpose()?;
        Ok(Self { contradictions: contradictions(dataset)?, given: derived_months(dataset)?, implied })
    }
}
