//! The nouns of the record: claims, events and what they refer to.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::{Figure, Percent, Text};

/// How much a source is to be trusted with what the authorities said.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantNames,
)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
pub enum Reliability {
    /// The ministry, a court, or state media relaying them.
    High,
    /// A named outlet quoting them.
    Medium,
    /// A mirror, or a repost whose original was not seen.
    Low,
}

/// A publication that a claim or event rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Key, kebab-case.
    pub id: String,
    /// Who published it.
    pub publisher: String,
    /// Where it can be read; empty where the wording is not there.
    pub url: String,
    /// Day of publication, where the page states it.
    pub published: Option<Date>,
    /// Language of the page, ISO 639-1.
    pub language: String,
    /// Ministry, court, state media, outlet, mirror, …
    pub kind: String,
    /// See [`Reliability`].
    pub reliability: Reliability,
}

/// How the figures of a metric add up over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aggregation {
    /// Counted per period, so that periods add up.
    Flow,
    /// A total that only grows.
    Running,
    /// The state at a moment.
    Level,
    /// Directions and words only.
    Trend,
}

/// What the figures of a metric are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Measures {
    /// How much fraud there was, its losses included.
    Fraud,
    /// What the authorities did.
    Enforcement,
    /// Sums of money in cases and rewards, which are neither losses nor recovered.
    Money,
    /// What cases and the accused are about: compounds, deaths, people who fled.
    Case,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Metric {
    /// Key, snake_case.
    pub id: String,
    /// Short name.
    pub label: Text,
    /// Unit of the figures: persons, cases, CNY, calls, texts, …
    pub unit: String,
    /// The unit as written after a figure.
    pub unit_name: Text,
    /// See [`Aggregation`].
    pub aggregation: Aggregation,
    /// See [`Measures`].
    pub measures: Measures,
    /// Whether it counts people who were brought to China.
    pub brought_to_china: bool,
    /// Whether its changes are part of the national trend of fraud.
    pub trend: bool,
    /// Its place among the founding article's figures on the first screen, from 1.
    pub headline: Option<u32>,
    /// What is and is not counted.
    pub definition: Text,
    /// The Chinese term of the sources.
    pub original_term: String,
}

/// Whether an area is a country or a Chinese province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AreaKind {
    /// ISO 3166-1 alpha-3.
    Country,
    /// ISO 3166-2.
    Province,
}

/// A reference area of claims.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Area {
    /// Key: ISO 3166-1 alpha-3 or ISO 3166-2.
    pub code: String,
    /// See [`AreaKind`].
    pub kind: AreaKind,
    /// Name.
    pub name: Text,
    /// Longitude of the label point, degrees east.
    pub lon: f64,
    /// Latitude of the label point, degrees north.
    pub lat: f64,
}

/// A named operation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Campaign {
    /// Key, kebab-case.
    pub id: String,
    /// Standard name.
    pub name: Text,
    /// Other names in use, separated by `;` in the file.
    pub also_known_as: Vec<String>,
    /// First day, where reported.
    pub started: Option<Date>,
    /// What it is aimed at.
    pub focus: Text,
    /// Who launched it; empty where the source does not say.
    pub authority: Text,
    /// Doubts; empty where there are none.
    pub note: Text,
    /// Source that names it.
    pub source: String,
}

/// What kind of statement a claim makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
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
    pub id: String,
    /// Foreign key to [`Metric`].
    pub metric: String,
    /// Foreign key to [`Area`].
    pub area: String,
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
    /// Foreign key to [`Campaign`].
    pub campaign: Option<String>,
    /// Foreign key to [`Source`].
    pub source: String,
    /// Where on the page, if known.
    pub locator: Option<String>,
    /// What the source says, paraphrased; empty where the wording is not there.
    pub text: Text,
    /// Doubts; empty where there are none.
    pub note: Text,
    /// `article` marks the claims of the founding article; `partner` what the other country's side reported; `cumulative` and
    /// `part` changes that say nothing about single months or cover only a part of the metric.
    pub tags: Vec<String>,
}

impl Claim {
    /// Whether the claim is one of the founding article's (CCTV, 5 January 2024).
    pub fn in_article(&self) -> bool {
        self.has_tag("article")
    }

    /// Whether the figure is what the partner country's side reported, not the Chinese one.
    pub fn by_partner(&self) -> bool {
        self.has_tag("partner")
    }

    pub(crate) fn has_tag(&self, tag: &str) -> bool {
        self.tags.iter().any(|own| own == tag)
    }
}

/// Something that happened on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// Permalink: kebab-case, unique among claims and events.
    pub id: String,
    /// First day, where known.
    pub start: Option<Date>,
    /// Last day, where known.
    pub end: Option<Date>,
    /// Handover, warrant, verdict, launch, …
    pub kind: String,
    /// Foreign keys to [`Area`].
    pub areas: Vec<String>,
    /// Where, in words.
    pub place: String,
    /// Names as official notices and courts give them.
    pub people: Vec<String>,
    /// Foreign key to [`Campaign`].
    pub campaign: Option<String>,
    /// What happened, paraphrased; empty where the wording is not there.
    pub text: Text,
    /// Foreign key to [`Source`].
    pub source: String,
    /// Doubts; empty where there are none.
    pub note: Text,
}

/// The whole record, read and checked. A value like any other: the embedded one and a reader's own go the same way.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Dataset {
    /// Version of the Data Package.
    pub version: String,
    /// Day of the Data Package, ISO 8601.
    pub created: String,
    /// Whether every claim and event has its wording and every source its address.
    pub wording: bool,
    /// Publications.
    pub sources: Vec<Source>,
    /// What is counted.
    pub metrics: Vec<Metric>,
    /// Countries and provinces.
    pub areas: Vec<Area>,
    /// Named operations.
    pub campaigns: Vec<Campaign>,
    /// Claims in file order.
    pub claims: Vec<Claim>,
    /// Events in file order.
    pub events: Vec<Event>,
}

/// The claims of each metric and area, in file order.
pub fn series(dataset: &Dataset) -> BTreeMap<(&str, &str), Vec<&Claim>> {
    let mut series = BTreeMap::<_, Vec<&Claim>>::new();
    for claim in &dataset.claims {
        series.entry((claim.metric.as_str(), claim.area.as_str())).or_default().push(claim);
    }
    series
}

impl Dataset {
    /// The day of the Data Package, without its time.
    pub fn day(&self) -> Option<Date> {
        self.created.get(..10).and_then(super::csv::day)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|row| row.id == id)
    }

    /// The metric with this id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|row| row.id == id)
    }

    /// The area with this code.
    pub fn area(&self, code: &str) -> Option<&Area> {
        self.areas.iter().find(|row| row.code == code)
    }

    /// The campaign with this id.
    pub fn campaign(&self, id: &str) -> Option<&Campaign> {
        self.campaigns.iter().find(|row| row.id == id)
    }

    /// The claim with this id.
    pub fn claim(&self, id: &str) -> Option<&Claim> {
        self.claims.iter().find(|row| row.id == id)
    }

    /// The event with this id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        self.events.iter().find(|row| row.id == id)
    }
}
