//! Which claims and events are asked for, and how many each choice would leave.

use chrono::NaiveDate as Date;

use super::{Cutoff, Facet, Index, Listing, Query, Range, Record, Scope, Selection};
use crate::dataset::{Claim, Dataset, Event, Month};

/// The months from the first to the last that any claim or event touches; `None` where nothing is dated.
pub fn span(dataset: &Dataset) -> Option<Range> {
    let claims = dataset.claims.iter().flat_map(|claim| [claim.start, claim.end]);
    let events = dataset.events.iter().flat_map(|event| [event.start, event.end]);
    let months = || claims.clone().chain(events.clone()).flatten().map(Month::of);
    Some(Range::between(months().min()?, months().max()?))
}

/// The claims asked for, in file order. Restrictions named in `but` are left out; the search text is not looked at.
pub fn claims<'a>(dataset: &'a Dataset, query: &Query, but: &[Facet]) -> Vec<&'a Claim> {
    dataset.claims.iter().filter(|claim| claim_matches(claim, query, but)).collect()
}

/// The events asked for, in file order. The article is no event's source, so its scope leaves events out.
pub fn events<'a>(dataset: &'a Dataset, query: &Query, but: &[Facet]) -> Vec<&'a Event> {
    dataset.events.iter().filter(|event| event_matches(event, query, but)).collect()
}

fn claim_matches(claim: &Claim, query: &Query, but: &[Facet]) -> bool {
    let restricts = |facet| !but.contains(&facet);
    (query.scope == Scope::All || claim.in_article())
        && (!restricts(Facet::Metric) || query.metric.as_ref().is_none_or(|id| *id == claim.metric))
        && (!restricts(Facet::Area) || query.area.as_ref().is_none_or(|code| *code == claim.area))
        && (!restricts(Facet::Campaign) || query.campaign.is_none() || query.campaign == claim.campaign)
        && (!restricts(Facet::Range) || query.range.is_none_or(|range| touches(range, claim.start, claim.end)))
}

fn event_matches(event: &Event, query: &Query, but: &[Facet]) -> bool {
    let restricts = |facet| !but.contains(&facet);
    query.scope == Scope::All
        && (!restricts(Facet::Metric) || query.metric.is_none())
        && (!restricts(Facet::Area) || query.area.as_ref().is_none_or(|code| event.areas.contains(code)))
        && (!restricts(Facet::Campaign) || query.campaign.is_none() || query.campaign == event.campaign)
        && (!restricts(Facet::Range) || query.range.is_none_or(|range| touches(range, event.start, event.end)))
}

/// Whether dates touch a range. With one date missing the other stands for both; without any the answer is no.
fn touches(range: Range, start: Option<Date>, end: Option<Date>) -> bool {
    let (Some(first), Some(last)) = (start.or(end), end.or(start)) else { return false };
    Month::of(first) <= range.last() && Month::of(last) >= range.first()
}

/// What the evidence lists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RecordRequest<'a> {
    /// Restrictions of every view.
    pub query: &'a Query,
    /// The month by whose end a record must have happened; `None` for the latest.
    pub date: Option<Month>,
    /// Search text and facets.
    pub listing: &'a Listing,
}

impl Selection {
    /// The parts that the evidence reads.
    pub fn record_request(&self) -> RecordRequest<'_> {
        RecordRequest { query: &self.query, date: self.date, listing: &self.listing }
    }
}

/// The claims and events requested, newest first, undated last.
pub fn records<'a>(dataset: &'a Dataset, index: &Index, request: RecordRequest) -> Vec<Record<'a>> {
    let passes = narrowed(index, &request.listing.chosen);
    candidates(dataset, index, request, &[]).filter(|(at, _)| passes(*at)).map(|(_, record)| record).collect()
}

/// Numbered records that everything but the facets of the evidence asks for, newest first.
fn candidates<'a>(
    dataset: &'a Dataset,
    index: &Index,
    RecordRequest { query, date, listing }: RecordRequest,
    but: &[Facet],
) -> impl Iterator<Item = (usize, Record<'a>)> {
    let (found, cutoff) = (index.finder(&listing.text), Cutoff(date));
    let matches = move |record: &Record| match record {
        Record::Claim(claim) => cutoff.claim(claim) && claim_matches(claim, query, but),
        Record::Event(event) => cutoff.event(event) && event_matches(event, query, but),
    };
    let records = index.newest().iter().filter(move |at| found(**at));
    records.filter_map(move |at| Record::numbered(dataset, *at).filter(&matches).map(|record| (*at, record)))
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
pub fn counts(dataset: &Dataset, index: &Index, request: RecordRequest) -> Counts {
    let RecordRequest { query, listing, .. } = request;
    let shared = [
        (Facet::Metric, query.metric.as_deref()),
        (Facet::Area, query.area.as_deref()),
        (Facet::Campaign, query.campaign.as_deref()),
    ];
    let shared = shared.into_iter().filter_map(|(facet, id)| Some((facet, id?.to_owned())));
    let chosen: Vec<(Facet, String)> = shared.chain(listing.chosen.iter().cloned()).collect();
    let wanted: Vec<(Facet, Option<u32>)> =
        chosen.iter().map(|(facet, value)| (*facet, index.fact(*facet, value))).collect();
    let mut counts = vec![0; index.names().len()];
    let but = [Facet::Metric, Facet::Area, Facet::Campaign];
    for (at, _) in candidates(dataset, index, request, &but) {
        let facts = index.facts(at);
        let mut lacking = wanted.iter().filter(|(_, fact)| !fact.is_some_and(|fact| facts.contains(&fact)));
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
