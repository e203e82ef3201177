//! Which claims and events a selection asks for, and how many each choice would leave.

use std::collections::BTreeMap;

use chrono::NaiveDate as Date;

use super::{Index, Range, Scope, Selection};
use crate::{
    dataset::{Claim, Dataset, Event, Month},
    order::sort_by,
};

/// What can be restricted, so that a facet can leave its own restriction out of its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Metric of a claim; events have none.
    Metric,
    /// Reference area.
    Area,
    /// Campaign.
    Campaign,
    /// Months touched.
    Range,
}

/// The months from the first to the last that any claim or event touches; `None` where nothing is dated.
pub fn span(dataset: &Dataset) -> Option<Range> {
    let claims = dataset.claims.iter().flat_map(|claim| [claim.start, claim.end]);
    let events = dataset.events.iter().flat_map(|event| [event.start, event.end]);
    let months = || claims.clone().chain(events.clone()).flatten().map(Month::of);
    Some(Range::between(months().min()?, months().max()?))
}

/// The claims asked for, in file order. Restrictions named in `but` are left out; the search text is not looked at.
pub fn claims<'a>(dataset: &'a Dataset, selection: &Selection, but: &[Facet]) -> Vec<&'a Claim> {
    dataset.claims.iter().filter(|claim| claim_matches(claim, selection, but)).collect()
}

/// The events asked for, in file order. The article is no event's source, so its scope leaves events out.
pub fn events<'a>(dataset: &'a Dataset, selection: &Selection, but: &[Facet]) -> Vec<&'a Event> {
    dataset.events.iter().filter(|event| event_matches(event, selection, but)).collect()
}

fn claim_matches(claim: &Claim, selection: &Selection, but: &[Facet]) -> bool {
    let asks = |facet| !but.contains(&facet);
    (selection.scope == Scope::All || claim.in_article())
        && (!asks(Facet::Metric) || selection.metric.as_ref().is_none_or(|id| *id == claim.metric))
        && (!asks(Facet::Area) || selection.area.as_ref().is_none_or(|code| *code == claim.area))
        && (!asks(Facet::Campaign) || selection.campaign.is_none() || selection.campaign == claim.campaign)
        && (!asks(Facet::Range) || selection.range.is_none_or(|range| touches(range, claim.start, claim.end)))
}

fn event_matches(event: &Event, selection: &Selection, but: &[Facet]) -> bool {
    let asks = |facet| !but.contains(&facet);
    selection.scope == Scope::All
        && (!asks(Facet::Metric) || selection.metric.is_none())
        && (!asks(Facet::Area) || selection.area.as_ref().is_none_or(|code| event.areas.contains(code)))
        && (!asks(Facet::Campaign) || selection.campaign.is_none() || selection.campaign == event.campaign)
        && (!asks(Facet::Range) || selection.range.is_none_or(|range| touches(range, event.start, event.end)))
}

/// Whether dates touch a range. With one date missing the other stands for both; without any the answer is no.
fn touches(range: Range, start: Option<Date>, end: Option<Date>) -> bool {
    let (Some(first), Some(last)) = (start.or(end), end.or(start)) else { return false };
    Month::of(first) <= range.last() && Month::of(last) >= range.first()
}

/// A claim or an event, as the evidence lists them together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Record<'a> {
    /// A claim.
    Claim(&'a Claim),
    /// An event.
    Event(&'a Event),
}

impl<'a> Record<'a> {
    /// Permalink.
    pub fn id(self) -> &'a str {
        match self {
            Self::Claim(claim) => &claim.id,
            Self::Event(event) => &event.id,
        }
    }

    /// The last day it speaks of, else the first.
    pub fn date(self) -> Option<Date> {
        match self {
            Self::Claim(claim) => claim.end.or(claim.start),
            Self::Event(event) => event.end.or(event.start),
        }
    }
}

/// Claims and events that the selection and its search text ask for, newest first, undated last.
pub fn records<'a>(dataset: &'a Dataset, index: &Index, selection: &Selection) -> Vec<Record<'a>> {
    let found = index.finder(&selection.text);
    let claims = claims(dataset, selection, &[]).into_iter().map(Record::Claim);
    let events = events(dataset, selection, &[]).into_iter().map(Record::Event);
    let mut records: Vec<_> = claims.chain(events).filter(|record| found(record.id())).collect();
    sort_by(&mut records, |a, b| b.date().cmp(&a.date()));
    records
}

/// Counts of claims and events by key.
pub type Counts = BTreeMap<String, usize>;

/// For one facet, how many claims and events each of its keys would show, all other restrictions and the search text kept.
pub fn counts(dataset: &Dataset, index: &Index, selection: &Selection, facet: Facet) -> Counts {
    let found = index.finder(&selection.text);
    let mut counts = Counts::new();
    let mut add = |key: Option<&String>| {
        if let Some(key) = key {
            *counts.entry(key.clone()).or_default() += 1;
        }
    };
    for claim in claims(dataset, selection, &[facet]).into_iter().filter(|claim| found(&claim.id)) {
        match facet {
            Facet::Metric => add(Some(&claim.metric)),
            Facet::Area => add(Some(&claim.area)),
            Facet::Campaign => add(claim.campaign.as_ref()),
            Facet::Range => {}
        }
    }
    for event in events(dataset, selection, &[facet]).into_iter().filter(|event| found(&event.id)) {
        match facet {
            Facet::Area => event.areas.iter().for_each(|code| add(Some(code))),
            Facet::Campaign => add(event.campaign.as_ref()),
            Facet::Metric | Facet::Range => {}
        }
    }
    counts
}
