//! The dataset as a whole: events, and what claims and events refer to.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::{AreaCode, CampaignId, Claim, MetricId, RecordId, SourceId, Text};

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
    pub id: SourceId,
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
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
    pub id: MetricId,
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

/// Code of China, the area of the national figures and the one shown first.
pub static HOME: AreaCode = AreaCode::literal("CHN");

/// Whether an area is a country or a Chinese province.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "lowercase")]
#[strum(serialize_all = "lowercase")]
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
    pub code: AreaCode,
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
    pub id: CampaignId,
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
    pub source: SourceId,
}

/// Something that happened on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// Permalink: kebab-case, unique among claims and events.
    pub id: RecordId,
    /// First day, where known.
    pub start: Option<Date>,
    /// Last day, where known.
    pub end: Option<Date>,
    /// Handover, warrant, verdict, launch, …
    pub kind: String,
    /// Foreign keys to [`Area`].
    pub areas: Vec<AreaCode>,
    /// Where, in words.
    pub place: String,
    /// Names as official notices and courts give them.
    pub people: Vec<String>,
    /// Foreign key to [`Campaign`].
    pub campaign: Option<CampaignId>,
    /// What happened, paraphrased; empty where the wording is not there.
    pub text: Text,
    /// Foreign key to [`Source`].
    pub source: SourceId,
    /// Doubts; empty where there are none.
    pub note: Text,
}

/// Everything of a Data Package, read and checked. A plain value, so that the embedded one and a reader's own are used alike.
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
pub fn series(dataset: &Dataset) -> BTreeMap<(&MetricId, &AreaCode), Vec<&Claim>> {
    let mut series = BTreeMap::<_, Vec<&Claim>>::new();
    for claim in &dataset.claims {
        series.entry((&claim.metric, &claim.area)).or_default().push(claim);
    }
    series
}

impl Dataset {
    /// The day of the Data Package, without its time.
    pub fn day(&self) -> Option<Date> {
        self.created.get(..10).and_then(super::csv::day)
    }

    /// The source with this id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.iter().find(|row| row.id == *id)
    }

    /// The metric with this id.
    pub fn metric(&self, id: &MetricId) -> Option<&Metric> {
        self.metrics.iter().find(|row| row.id == *id)
    }

    /// Whether the figures of a metric are states at a moment: these neither add up over time nor exclude each other.
    pub fn is_level(&self, metric: &MetricId) -> bool {
        self.metric(metric).is_some_and(|metric| metric.aggregation == Aggregation::Level)
    }

    /// The area with this code.
    pub fn area(&self, code: &AreaCode) -> Option<&Area> {
        self.areas.iter().find(|row| row.code == *code)
    }

    /// The campaign with this id.
    pub fn campaign(&self, id: &CampaignId) -> Option<&Campaign> {
        self.campaigns.iter().find(|row| row.id == *id)
    }

    /// The claim with this id.
    pub fn claim(&self, id: &RecordId) -> Option<&Claim> {
        self.claims.iter().find(|row| row.id == *id)
    }

    /// The event with this id.
    pub fn event(&self, id: &RecordId) -> Option<&Event> {
        self.events.iter().find(|row| row.id == *id)
    }
}
