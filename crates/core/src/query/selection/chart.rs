//! How the decline chart draws levels, and what its bounds assume.

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::dataset::RecordId;

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

/// What the decline chart alone reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChartOptions {
    /// Scale of the level lane.
    pub scale: ScaleKind,
    /// Time that the level lane's averages are over.
    pub per: Per,
    /// The reader's assumption: by how many percent a month may differ from the one before.
    pub max_monthly_change: Option<u32>,
    /// Ids of claims that the reader keeps out of the bounds, in order.
    pub without: Vec<RecordId>,
}

impl ChartOptions {
    /// Keeps a claim out of the bounds, or lets it in again.
    pub(super) fn toggle_claim(&mut self, id: RecordId) {
        match self.without.binary_search(&id) {
            Ok(at) => drop(self.without.remove(at)),
            Err(at) => self.without.insert(at, id),
        }
    }
}
