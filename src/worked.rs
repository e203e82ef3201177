//! What is worked out of the record when the site is built, since it needs the solver, which the browser need not load.

use serde::{Deserialize, Serialize};

use crate::{
    bounds::{GivenAway, NoBounds, given_away},
    checks::{Finding, findings},
    dataset::Dataset,
};

/// The answers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Worked {
    /// What does not fit together.
    pub findings: Vec<Finding>,
    /// Months that overlapping totals give away.
    pub given: Vec<GivenAway>,
}

impl Worked {
    /// Works a record out.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn of(dataset: &Dataset) -> Result<Self, NoBounds> {
        Ok(Self { findings: findings(dataset)?, given: given_away(dataset)? })
    }
}
