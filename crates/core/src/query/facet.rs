//! What evidence can be narrowed by, and which of it each record has.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate as Date};

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::{
    Named,
    dataset::{Claim, Dataset, Direction, Event, Qualifier, Reliability, Source, SourceId},
};

/// What can be restricted. A facet leaves its own restriction out of its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Facet {
    /// Metric of a claim; events have none.
    Metric,
    /// Reference area.
    Area,
    /// Campaign.
    Campaign,
    /// Months touched. No record has a value of it: the reader chooses a range.
    Range,
    /// Calendar years touched.
    Year,
    /// Publisher of the source.
    Publisher,
    /// Language of the source.
    Language,
    /// See [`Reliability`].
    Reliability,
    /// See [`Qualifier`].
    Qualifier,
    /// See [`Direction`].
    Direction,
    /// See [`Article`].
    Article,
    /// See [`Conflict`].
    Conflict,
}

/// Whether a claim is the founding article's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Article {
    /// It is.
    Article,
    /// It is not.
    Other,
}

/// Whether a contradiction names a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Conflict {
    /// One does.
    Yes,
    /// None does.
    No,
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

    /// What its values are.
    pub const fn values(self) -> Values {
        match self {
            Self::Metric | Self::Campaign => Values::Text("id"),
            Self::Area => Values::Text("code"),
            Self::Range => Values::Text("YYYY-MM"),
            Self::Year => Values::Text("YYYY"),
            Self::Publisher => Values::Text("name"),
            Self::Language => Values::Text("ISO 639-1"),
            Self::Reliability => Values::Names(Reliability::VARIANTS),
            Self::Qualifier => Values::Names(Qualifier::VARIANTS),
            Self::Direction => Values::Names(Direction::VARIANTS),
            Self::Article => Values::Names(Article::VARIANTS),
            Self::Conflict => Values::Names(Conflict::VARIANTS),
        }
    }

    /// Whether it can be restricted to a value: one of its names, else one that some record of the dataset has.
    pub(super) fn has(self, dataset: &Dataset, value: &str) -> bool {
        let source = |test: fn(&Source) -> &str| dataset.sources.iter().any(|source| test(source) == value);
        let years = |start: Option<Date>, end: Option<Date>| years(start, end).any(|year| year.to_string() == value);
        match (self, self.values()) {
            (_, Values::Names(names)) => names.contains(&value),
            (Self::Publisher, _) => source(|source| &source.publisher),
            (Self::Language, _) => source(|source| &source.language),
            (Self::Year, _) => {
                dataset.claims.iter().any(|claim| years(claim.start, claim.end))
                    || dataset.events.iter().any(|event| years(event.start, event.end))
            }
            (Self::Metric, _) => dataset.metric(&value.into()).is_some(),
            (Self::Area, _) => dataset.area(&value.into()).is_some(),
            (Self::Campaign, _) => dataset.campaign(&value.into()).is_some(),
            _ => false,
        }
    }
}

/// What the values of a facet or of a parameter are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// One of these names.
    Names(&'static [&'static str]),
    /// Text of a form that is described so.
    Text(&'static str),
}

/// A record's value of a facet.
pub(super) type Fact = (Facet, String);
/// Sources by id.
pub(super) type Sources<'a> = HashMap<&'a SourceId, &'a Source>;

/// Facts of a claim.
pub(super) fn facts_of_claim(claim: &Claim, sources: &Sources, conflicting: &HashSet<&str>) -> Vec<Fact> {
    let mut facts = vec![(Facet::Metric, claim.metric.to_string()), (Facet::Area, claim.area.to_string())];
    facts.extend(claim.campaign.as_ref().map(|id| (Facet::Campaign, id.to_string())));
    of_source(&mut facts, sources.get(&claim.source).copied());
    of_years(&mut facts, claim.start, claim.end);
    let name = |name: &'static str| name.to_owned();
    facts.extend(claim.figure.map(|figure| (Facet::Qualifier, name(figure.qualifier.name()))));
    facts.extend(claim.change.map(|change| (Facet::Direction, name(change.direction.name()))));
    let article = if claim.in_article() { Article::Article } else { Article::Other };
    facts.push((Facet::Article, name(article.name())));
    let conflict = if conflicting.contains(claim.id.as_str()) { Conflict::Yes } else { Conflict::No };
    facts.push((Facet::Conflict, name(conflict.name())));
    facts
}

/// Facts of an event.
pub(super) fn facts_of_event(event: &Event, sources: &Sources) -> Vec<Fact> {
    let mut facts: Vec<Fact> = event.areas.iter().map(|code| (Facet::Area, code.to_string())).collect();
    facts.extend(event.campaign.as_ref().map(|id| (Facet::Campaign, id.to_string())));
    of_source(&mut facts, sources.get(&event.source).copied());
    of_years(&mut facts, event.start, event.end);
    facts
}

fn of_source(facts: &mut Vec<Fact>, source: Option<&Source>) {
    let Some(source) = source else { return };
    facts.push((Facet::Publisher, source.publisher.clone()));
    facts.push((Facet::Language, source.language.clone()));
    facts.push((Facet::Reliability, source.reliability.name().to_owned()));
}

fn of_years(facts: &mut Vec<Fact>, start: Option<Date>, end: Option<Date>) {
    facts.extend(years(start, end).map(|year| (Facet::Year, year.to_string())));
}

/// The calendar years of a period.
fn years(start: Option<Date>, end: Option<Date>) -> impl Iterator<Item = i32> {
    let dates = start.or(end).zip(end.or(start));
    // A period of centuries is a slip, and not worth a choice a year.
    dates.into_iter().flat_map(|(first, last)| (first.year()..=last.year()).take(100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_data_package() {
        fn read<T: serde::de::DeserializeOwned + Into<&'static str>>(names: &[&'static str]) {
            for name in names {
                let value: T = serde_json::from_value((*name).into()).unwrap();
                assert_eq!(value.into(), *name);
            }
        }
        read::<Reliability>(Reliability::VARIANTS);
        read::<Qualifier>(Qualifier::VARIANTS);
        read::<Direction>(Direction::VARIANTS);
    }
}
