//! Claims: what a source reports about one metric, area and period.

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::{AreaCode, CampaignId, Figure, MetricId, Percent, RecordId, SourceId, Text};
use crate::named::Named;

/// What kind of statement a claim makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Basis {
    /// What happened from `start` to `end`.
    Period,
    /// A running total up to `end`.
    AsOf,
    /// A relative change only.
    Change,
    /// Words only.
    Statement,
}

/// Which way a metric went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, VariantNames)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Direction {
    /// Fewer than in the period compared with.
    Down,
    /// More.
    Up,
    /// About the same.
    Flat,
}

/// What a direction is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Comparator {
    /// The month before.
    Mom,
    /// The same period a year earlier.
    Yoy,
    /// The source does not say.
    Unspecified,
}

/// A reported change: the direction, against what, and by how much where stated.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// Which way.
    pub direction: Direction,
    /// Against what.
    pub comparator: Comparator,
    /// Months in an unbroken run, where the source counts them.
    pub streak: Option<u32>,
    /// Signed percent, as printed.
    pub percent: Option<Percent>,
}

/// One figure, or one statement of direction, that one source reports about one metric, one area and one period.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Permalink: kebab-case, unique, never reused.
    pub id: RecordId,
    /// Id of the metric.
    pub metric: MetricId,
    /// Code of the area.
    pub area: AreaCode,
    /// First day, where the source states it.
    pub start: Option<Date>,
    /// Last day, inclusive, where the source states it.
    pub end: Option<Date>,
    /// See [`Basis`].
    pub basis: Basis,
    /// The figure as printed, if there is one.
    pub figure: Option<Figure>,
    /// The change as reported, if there is one.
    pub change: Option<Change>,
    /// Id of the campaign, if the claim is about one.
    pub campaign: Option<CampaignId>,
    /// Id of the source.
    pub source: SourceId,
    /// Where on the page, if known.
    pub locator: Option<String>,
    /// What the source says, paraphrased; empty where the wording is not there.
    pub text: Text,
    /// Doubts; empty where there are none.
    pub note: Text,
    /// Words that mark the claim; [`Tag`] has those with a meaning for the program.
    pub tags: Vec<String>,
}

/// A tag that changes how a claim is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "lowercase")]
pub enum Tag {
    /// A claim of the founding article.
    Article,
    /// What the partner country's side reported.
    Partner,
    /// A change of a period as a whole, though it prints no percentage ("a large fall"): it says nothing about single months.
    Cumulative,
    /// A claim about only a part of the metric, such as one kind of fraud.
    Part,
}

impl Claim {
    /// Whether the claim is one of the founding article's (CCTV, 5 January 2024).
    pub fn in_article(&self) -> bool {
        self.has_tag(Tag::Article)
    }

    /// Whether the figure is what the partner country's side reported, not the Chinese one.
    pub fn by_partner(&self) -> bool {
        self.has_tag(Tag::Partner)
    }

    /// Whether the claim has a tag.
    pub fn has_tag(&self, tag: Tag) -> bool {
        self.tags.iter().any(|own| own == tag.name())
    }
}
