//! How the decline chart draws levels, and what its bounds assume.

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::{analysis::bounds::Allowances, dataset::RecordId};

/// Largest monthly change, in percent, that an address can ask for.
pub const MONTHLY_CHANGE_LIMIT: u32 = 10_000;

/// How values are spread over the height of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum ScaleKind {
    /// Equal distances are equal differences, so that areas are figures.
    #[default]
    Linear,
    /// Equal distances are equal ratios.
    Log,
}

/// The time that an average is over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Per {
    /// A month of average length.
    #[default]
    Month,
    /// A day.
    Day,
}

/// The allowances for later revision that a reader can choose, in percent.
pub const REVISIONS: [u32; 4] = [0, 1, 2, 5];

/// What the decline chart alone reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartOptions {
    /// Scale of the level lane.
    pub scale: ScaleKind,
    /// Time that the level lane's averages are over.
    pub per: Per,
    /// The reader's assumption: by how many percent a month may differ from the one before.
    pub max_monthly_change: Option<u32>,
    /// The reader's allowance: by how many percent a total may have grown since it was published, one of [`REVISIONS`].
    pub revision: u32,
    /// Ids of claims that the reader keeps out of the bounds, in order.
    pub without: Vec<RecordId>,
}

impl ChartOptions {
    /// What the reader allows for or assumes of the bounds.
    pub fn allowances(&self) -> Allowances {
        Allowances { max_monthly_change: self.max_monthly_change.map(f64::from), revision: f64::from(self.revision) }
    }

    /// Keeps a claim out of the bounds, or lets it in again.
    pub(super) fn toggle_claim(&mut self, id: RecordId) {
        match self.without.binary_search(&id) {
            Ok(at) => drop(self.without.remove(at)),
            Err(at) => self.without.insert(at, id),
        }
    }
}
