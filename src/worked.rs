//! What is worked out of the record when the site is built, since it needs the solver, which the browser need not load.

use serde::{Deserialize, Serialize};

use crate::{
    bounds::{GivenAway, Implied, NoBounds, Question, given_away},
    checks::{Finding, findings},
    dataset::{Claim, Dataset},
    explore::{FIRST_METRIC, HOME},
};

/// The answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Worked {
    /// What does not fit together.
    pub findings: Vec<Finding>,
    /// Months that overlapping totals give away.
    pub given: Vec<GivenAway>,
    /// What all claims imply for the metric and area shown first.
    pub implied: Option<Implied>,
}

impl Worked {
    /// Works a record out.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn of(dataset: &Dataset) -> Result<Self, NoBounds> {
        let claims: Vec<&Claim> = dataset.claims.iter().collect();
        let question = Question::of(dataset, &claims, (FIRST_METRIC, HOME));
        let implied = question.map(|question| question.answer()).transpose()?;
        Ok(Self { findings: findings(dataset)?, given: given_away(dataset)?, implied })
    }
}
