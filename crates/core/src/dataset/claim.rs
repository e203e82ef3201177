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
    /// First day counted; where the source does not state it and it is inferred, the earliest that it may be.
    pub start: Option<Date>,
    /// The latest that an inferred first day may be; `None` where the source states it.
    pub start_to: Option<Date>,
    /// The earliest that an inferred last day may be; `None` where the source states it.
    pub end_from: Option<Date>,
    /// Last day counted, inclusive; where it is inferred, the latest that it may be.
    pub end: Option<Date>,
    /// See [`Basis`].
    pub basis: Basis,
    /// The figure as printed, if there is one.
    pub figure: Option<Figure>,
    /// The change as reported, if there is one.
    pub change: Option<Change>,
    /// Whether bounds may rest on it (column `use`): not where the record itself says that its date or figure is wrong.
    pub used: bool,
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
    /// A claim that counts by another definition than the rest of its series, which it is not mixed with.
    Definition,
    /// A claim whose note says why its figure is not rounded to the place of its last digit.
    Unit,
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

    /// Whether its figure may be set against other figures of its metric and area: not where it counts a part of the metric or by
    /// another definition, or where the record says that it is wrong.
    pub fn is_comparable(&self) -> bool {
        self.used && !self.has_tag(Tag::Part) && !self.has_tag(Tag::Definition)
    }

    /// Whether a date of it is inferred.
    pub fn has_inferred_dates(&self) -> bool {
        self.start_to.is_some() || self.end_from.is_some()
    }

    /// Whether the claim has a tag.
    pub fn has_tag(&self, tag: Tag) -> bool {
        self.tags.iter().any(|own| own == tag.name())
    }
}
