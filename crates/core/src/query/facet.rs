//! What evidence can be narrowed by, and which of it each record has.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate as Date};

use crate::dataset::{Claim, Direction, Event, Qualifier, Reliability, Source};

/// What can be restricted, so that a facet can leave its own restriction out of its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Metric of a claim; events have none.
    Metric,
    /// Reference area.
    Area,
    /// Campaign.
    Campaign,
    /// Months touched.
    Range,
    /// Publisher of the source.
    Publisher,
    /// Language of the source.
    Language,
    /// Reliability of the source.
    Reliability,
    /// Calendar years touched.
    Year,
    /// How exact the figure says it is.
    Qualifier,
    /// Which way a change went.
    Direction,
    /// `article` or `other`: whether the claim is the founding article's.
    Article,
    /// `yes` or `no`: whether a check holds the claim against others.
    Conflict,
}

impl Facet {
    /// Those that narrow the evidence alone, in the order offered.
    pub const OF_EVIDENCE: [Self; 8] = [
        Self::Year,
        Self::Publisher,
        Self::Language,
        Self::Reliability,
        Self::Qualifier,
        Self::Direction,
        Self::Article,
        Self::Conflict,
    ];

    /// Its parameter in the address.
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Metric => "metric",
            Self::Area => "area",
            Self::Campaign => "campaign",
            Self::Range => "from",
            Self::Publisher => "publisher",
            Self::Language => "language",
            Self::Reliability => "reliability",
            Self::Year => "year",
            Self::Qualifier => "qualifier",
            Self::Direction => "direction",
            Self::Article => "article",
            Self::Conflict => "conflict",
        }
    }
}

/// A record's value of a facet.
pub(super) type Fact = (Facet, String);
/// Sources by id.
pub(super) type Sources<'a> = HashMap<&'a str, &'a Source>;

/// Facts of a claim.
pub(super) fn facts_of_claim(claim: &Claim, sources: &Sources, conflicting: &HashSet<&str>) -> Vec<Fact> {
    let mut facts = vec![(Facet::Metric, claim.metric.clone()), (Facet::Area, claim.area.clone())];
    facts.extend(claim.campaign.clone().map(|id| (Facet::Campaign, id)));
    of_source(&mut facts, sources.get(claim.source.as_str()).copied());
    of_years(&mut facts, claim.start, claim.end);
    let qualifier = claim.figure.map(|figure| match figure.qualifier {
        Qualifier::Exact => "exact",
        Qualifier::Rounded => "rounded",
        Qualifier::About => "about",
        Qualifier::MoreThan => "more_than",
        Qualifier::AtLeast => "at_least",
        Qualifier::Nearly => "nearly",
    });
    facts.extend(qualifier.map(|name| (Facet::Qualifier, name.to_owned())));
    let direction = claim.change.map(|change| match change.direction {
        Direction::Down => "down",
        Direction::Up => "up",
        Direction::Flat => "flat",
    });
    facts.extend(direction.map(|name| (Facet::Direction, name.to_owned())));
    facts.push((Facet::Article, if claim.in_article() { "article" } else { "other" }.to_owned()));
    facts.push((Facet::Conflict, if conflicting.contains(claim.id.as_str()) { "yes" } else { "no" }.to_owned()));
    facts
}

/// Facts of an event.
pub(super) fn facts_of_event(event: &Event, sources: &Sources) -> Vec<Fact> {
    let mut facts: Vec<Fact> = event.areas.iter().map(|code| (Facet::Area, code.clone())).collect();
    facts.extend(event.campaign.clone().map(|id| (Facet::Campaign, id)));
    of_source(&mut facts, sources.get(event.source.as_str()).copied());
    of_years(&mut facts, event.start, event.end);
    facts
}

fn of_source(facts: &mut Vec<Fact>, source: Option<&Source>) {
    let Some(source) = source else { return };
    let reliability = match source.reliability {
        Reliability::High => "high",
        Reliability::Medium => "medium",
        Reliability::Low => "low",
    };
    facts.push((Facet::Publisher, source.publisher.clone()));
    facts.push((Facet::Language, source.language.clone()));
    facts.push((Facet::Reliability, reliability.to_owned()));
}

fn of_years(facts: &mut Vec<Fact>, start: Option<Date>, end: Option<Date>) {
    let (Some(first), Some(last)) = (start.or(end), end.or(start)) else { return };
    // A period of centuries is a slip, and not worth a choice a year.
    let years = (first.year()..=last.year()).take(100);
    facts.extend(years.map(|year| (Facet::Year, year.to_string())));
}
