//! Which claims and events a selection asks for, and how many each choice would leave.

use chrono::NaiveDate as Date;

use super::{Cutoff, Facet, Index, Range, Scope, Selection};
use crate::dataset::{Claim, Dataset, Event, Month, Text};

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
    /// The record of a number: claims in file order, then events.
    pub(super) fn numbered(dataset: &'a Dataset, at: usize) -> Option<Self> {
        let claim = dataset.claims.get(at).map(Self::Claim);
        claim.or_else(|| dataset.events.get(at.checked_sub(dataset.claims.len())?).map(Self::Event))
    }

    /// Permalink.
    pub fn id(self) -> &'a str {
        match self {
            Self::Claim(claim) => &claim.id,
            Self::Event(event) => &event.id,
        }
    }

    /// First and last day.
    pub fn dates(self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::Claim(claim) => (claim.start, claim.end),
            Self::Event(event) => (event.start, event.end),
        }
    }

    /// What its source says.
    pub fn text(self) -> &'a Text {
        match self {
            Self::Claim(claim) => &claim.text,
            Self::Event(event) => &event.text,
        }
    }

    /// Id of its campaign.
    pub fn campaign(self) -> Option<&'a str> {
        match self {
            Self::Claim(claim) => claim.campaign.as_deref(),
            Self::Event(event) => event.campaign.as_deref(),
        }
    }

    /// Id of its source.
    pub fn source(self) -> &'a str {
        match self {
            Self::Claim(claim) => &claim.source,
            Self::Event(event) => &event.source,
        }
    }

    /// The last day it speaks of, else the first.
    pub fn date(self) -> Option<Date> {
        let (start, end) = self.dates();
        end.or(start)
    }
}

/// Claims and events that the selection, its search text and its listing ask for by the map's month, newest first, undated last.
pub fn records<'a>(dataset: &'a Dataset, index: &Index, selection: &Selection) -> Vec<Record<'a>> {
    let passes = narrowed(index, &selection.listing.chosen);
    candidates(dataset, index, selection, &[]).filter(|(at, _)| passes(*at)).map(|(_, record)| record).collect()
}

/// Numbered records that everything but the facets of the evidence asks for, newest first.
fn candidates<'a>(
    dataset: &'a Dataset,
    index: &Index,
    selection: &Selection,
    but: &[Facet],
) -> impl Iterator<Item = (usize, Record<'a>)> {
    let (found, as_of) = (index.finder(&selection.text), Cutoff(selection.date));
    let asked = move |record: &Record| match record {
        Record::Claim(claim) => as_of.claim(claim) && claim_matches(claim, selection, but),
        Record::Event(event) => as_of.event(event) && event_matches(event, selection, but),
    };
    let records = index.newest().iter().filter(move |at| found(**at));
    records.filter_map(move |at| Record::numbered(dataset, *at).filter(&asked).map(|record| (*at, record)))
}

/// A test of numbered records: whether they have every value chosen.
fn narrowed<'a>(index: &'a Index, chosen: &[(Facet, String)]) -> impl Fn(usize) -> bool + 'a {
    let facts: Vec<Option<u32>> = chosen.iter().map(|(facet, value)| index.fact(*facet, value)).collect();
    move |at| facts.iter().all(|fact| fact.is_some_and(|fact| index.facts(at).contains(&fact)))
}

/// How many claims and events each value of each facet would show.
#[derive(Clone, Debug, PartialEq)]
pub struct Counts(Vec<(Facet, String, usize)>);

impl Counts {
    /// Values of a facet that show something, with their numbers.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = (&str, usize)> {
        self.0.iter().filter(move |row| row.0 == facet).map(|(_, value, count)| (value.as_str(), *count))
    }
}

/// For every facet, how many claims and events each of its values would show, all other restrictions and the search text kept.
pub fn counts(dataset: &Dataset, index: &Index, selection: &Selection) -> Counts {
    let shared =
        [(Facet::Metric, &selection.metric), (Facet::Area, &selection.area), (Facet::Campaign, &selection.campaign)];
    let shared = shared.into_iter().filter_map(|(facet, id)| Some((facet, id.clone()?)));
    let chosen: Vec<(Facet, String)> = shared.chain(selection.listing.chosen.iter().cloned()).collect();
    let asked: Vec<(Facet, Option<u32>)> =
        chosen.iter().map(|(facet, value)| (*facet, index.fact(*facet, value))).collect();
    let mut counts = vec![0; index.names().len()];
    let but = [Facet::Metric, Facet::Area, Facet::Campaign];
    for (at, _) in candidates(dataset, index, selection, &but) {
        let facts = index.facts(at);
        let mut lacking = asked.iter().filter(|(_, fact)| !fact.is_some_and(|fact| facts.contains(&fact)));
        let (first, second) = (lacking.next().map(|lack| lack.0), lacking.next());
        if second.is_some() {
            continue;
        }
        for fact in facts {
            let of = &index.names()[*fact as usize].0;
            if first.is_none_or(|facet| facet == *of) {
                counts[*fact as usize] += 1;
            }
        }
    }
    let named = index.names().iter().zip(counts).filter(|(_, count)| *count > 0);
    Counts(named.map(|((facet, value), count)| (*facet, value.clone(), count)).collect())
}
