//! What every view reads: which claims and events are asked for.

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::dataset::{AreaCode, CampaignId, MetricId, Month};

/// Whether to show the founding article alone or the whole dataset.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Scope {
    /// Every claim and event.
    #[default]
    All,
    /// Only claims of the founding article (CCTV, 5 January 2024).
    Article,
}

/// An inclusive range of months, first not after last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    first: Month,
    last: Month,
}

impl Range {
    /// The range between two months, in whichever order they come.
    pub fn between(a: Month, b: Month) -> Self {
        Self { first: a.min(b), last: a.max(b) }
    }

    /// First month.
    pub fn first(self) -> Month {
        self.first
    }

    /// Last month.
    pub fn last(self) -> Month {
        self.last
    }
}

/// Restrictions of the dataset that hold in every view. `None` means no restriction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The article or all sources.
    pub scope: Scope,
    /// Id of a metric.
    pub metric: Option<MetricId>,
    /// Months that a claim's period must touch.
    pub range: Option<Range>,
    /// Code of an area.
    pub area: Option<AreaCode>,
    /// Id of a campaign.
    pub campaign: Option<CampaignId>,
}

impl Query {
    /// The month that the map shows: the one chosen, else the last of the range; `None` for the latest.
    pub fn map_month(&self, date: Option<Month>) -> Option<Month> {
        date.or(self.range.map(Range::last))
    }
}
