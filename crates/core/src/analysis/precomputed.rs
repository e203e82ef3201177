//! What is computed when the site is built, since it needs the solver, which the browser then need not load.

use serde::{Deserialize, Serialize};

use super::{
    bounds::{Implied, NoBounds, Question},
    contradictions::{Contradiction, contradictions},
    derived_months::{DerivedMonth, derived_months},
};
use crate::dataset::{Claim, Dataset, HOME, MetricId};

/// Metric of the level lane where the reader asks for none: the founding article's first figure.
pub static FIRST_METRIC: MetricId = MetricId::literal("cases_cracked");

/// The answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Precomputed {
    /// Claims that contradict each other.
    pub contradictions: Vec<Contradiction>,
    /// Months whose figure follows from overlapping totals.
    pub derived_months: Vec<DerivedMonth>,
    /// What all claims imply for the metric and area shown first.
    pub implied: Option<Implied>,
}

impl Precomputed {
    /// The answers for a dataset.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn of(dataset: &Dataset) -> Result<Self, NoBounds> {
        let implied = first_question(dataset).map(|question| question.answer()).transpose()?;
        Ok(Self { contradictions: contradictions(dataset)?, derived_months: derived_months(dataset)?, implied })
    }
}

/// The question about all claims of the metric and area shown first, which [`Precomputed::implied`] answers.
pub fn first_question(dataset: &Dataset) -> Option<Question> {
    let claims: Vec<&Claim> = dataset.claims.iter().collect();
    Question::of(dataset, &claims, (&FIRST_METRIC, &HOME))
}
