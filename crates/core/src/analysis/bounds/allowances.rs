//! What the reader allows for, or assumes, beyond what the claims say.

use serde::{Deserialize, Serialize};

/// The reader's allowances; none by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Allowances {
    /// The limit of change: by how many percent a month may differ from the one before.
    pub max_monthly_change: Option<f64>,
    /// By how many percent a total may have grown since it was published, where a later total takes its period in: cases of the
    /// period that were booked later.
    pub revision: f64,
}
