//! What claims and events are found by: full text in both languages at once, and the facts that facets offer.

use std::collections::{HashMap, HashSet};

use super::{
    facet::{Facet, facts_of_claim, facts_of_event},
    fold::{folded, words},
};
use crate::dataset::{Claim, Dataset, Event};

/// Buckets of pairs of characters. Two pairs in one bucket cost time, never a wrong answer.
const BUCKETS: usize = 2048;

/// What each claim and event can be found by. Records are numbered: claims in file order, then events. Built once a dataset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    documents: Vec<String>,
    /// For each bucket, a bit a record: whether it holds a pair of characters of the bucket.
    pairs: Vec<u64>,
    /// Words of 64 bits a bucket.
    width: usize,
    names: Vec<(Facet, String)>,
    facts: Vec<Vec<u32>>,
}

impl Index {
    /// Gathers texts, notes and the names of metric, area, campaign and publisher of every record. `conflicting` are the ids of
    /// claims that some check holds against others.
    pub fn new<'a>(dataset: &Dataset, conflicting: impl IntoIterator<Item = &'a str>) -> Self {
        let conflicting = conflicting.into_iter().collect();
        let mut named = Names::default();
        let sources = dataset.sources.iter().map(|source| (source.id.as_str(), source)).collect();
        let claims = dataset.claims.iter().map(|claim| facts_of_claim(claim, &sources, &conflicting));
        let events = dataset.events.iter().map(|event| facts_of_event(event, &sources));
        let facts: Vec<Vec<u32>> =
            claims.chain(events).map(|facts| facts.into_iter().map(|fact| named.number(fact)).collect()).collect();
        let common = Common::of(dataset);
        let claims = dataset.claims.iter().map(|claim| common.claim(claim));
        let documents: Vec<String> = claims.chain(dataset.events.iter().map(|event| common.event(event))).collect();
        let width = documents.len().div_ceil(64);
        let mut pairs = vec![0; BUCKETS * width];
        for (at, document) in documents.iter().enumerate() {
            for bucket in buckets(document) {
                pairs[bucket * width + at / 64] |= 1 << (at % 64);
            }
        }
        Self { documents, pairs, width, names: named.list, facts }
    }

    /// A test of numbered records: whether the record holds every word of the search text.
    pub fn finder(&self, text: &str) -> impl Fn(usize) -> bool + '_ {
        let words = words(text);
        let mut may = vec![u64::MAX; self.width];
        for bucket in words.iter().flat_map(|word| buckets(word)) {
            let row = &self.pairs[bucket * self.width..][..self.width];
            may.iter_mut().zip(row).for_each(|(may, row)| *may &= row);
        }
        move |at| {
            let likely = may.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1);
            likely && self.documents.get(at).is_some_and(|document| words.iter().all(|word| document.contains(word)))
        }
    }

    /// Whether some record of a dataset has a value of a facet. Nothing is ever known to be in conflict here, yet both answers are.
    pub(super) fn known(dataset: &Dataset, facet: Facet, value: &str) -> bool {
        let sources = dataset.sources.iter().map(|source| (source.id.as_str(), source)).collect();
        let none = HashSet::new();
        let claims = dataset.claims.iter().flat_map(|claim| facts_of_claim(claim, &sources, &none));
        let events = dataset.events.iter().flat_map(|event| facts_of_event(event, &sources));
        (facet == Facet::Conflict && value == "yes")
            || claims.chain(events).any(|(own, name)| own == facet && name == value)
    }

    /// Numbers of a record's facts.
    pub(super) fn facts(&self, at: usize) -> &[u32] {
        self.facts.get(at).map_or(&[], Vec::as_slice)
    }

    /// Facts by number.
    pub(super) fn names(&self) -> &[(Facet, String)] {
        &self.names
    }

    /// The number of a fact that some record has.
    pub(super) fn fact(&self, facet: Facet, value: &str) -> Option<u32> {
        let at = self.names.iter().position(|(own, name)| *own == facet && name == value)?;
        u32::try_from(at).ok()
    }
}

/// Facts as they are met, each numbered once.
#[derive(Default)]
struct Names {
    list: Vec<(Facet, String)>,
    numbers: HashMap<(Facet, String), u32>,
}

impl Names {
    fn number(&mut self, fact: (Facet, String)) -> u32 {
        if let Some(number) = self.numbers.get(&fact) {
            return *number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(fact.clone());
        self.numbers.insert(fact, number);
        number
    }
}

/// The buckets of a text's pairs of neighbouring characters; none for a single character.
fn buckets(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.chars().zip(text.chars().skip(1)).map(|(a, b)| {
        let mixed = (a as u32).wrapping_mul(0x9e37_79b1) ^ (b as u32).wrapping_mul(0x85eb_ca77);
        (mixed >> 16) as usize % BUCKETS
    })
}

/// What many records have in common, folded once.
struct Common<'a> {
    metrics: HashMap<&'a str, String>,
    areas: HashMap<&'a str, String>,
    campaigns: HashMap<&'a str, String>,
    publishers: HashMap<&'a str, String>,
}

impl<'a> Common<'a> {
    fn of(dataset: &'a Dataset) -> Self {
        let joined = |words: &[&str]| folded(&words.join("\n"));
        Self {
            metrics: (dataset.metrics.iter())
                .map(|row| (row.id.as_str(), joined(&[&row.label.en, &row.label.zh, &row.original_term])))
                .collect(),
            areas: (dataset.areas.iter())
                .map(|row| (row.code.as_str(), joined(&[&row.name.en, &row.name.zh])))
                .collect(),
            campaigns: (dataset.campaigns.iter())
                .map(|row| (row.id.as_str(), joined(&[&row.name.en, &row.name.zh, &row.also_known_as.join("\n")])))
                .collect(),
            publishers: dataset.sources.iter().map(|row| (row.id.as_str(), joined(&[&row.publisher]))).collect(),
        }
    }

    fn claim(&self, row: &Claim) -> String {
        let own = [&row.id, &row.text.en, &row.text.zh, &row.note.en, &row.note.zh];
        let metric = self.metrics.get(row.metric.as_str());
        self.document(&own, metric, std::slice::from_ref(&row.area), row.campaign.as_deref(), &row.source)
    }

    fn event(&self, row: &Event) -> String {
        let mut own = vec![&row.id, &row.text.en, &row.text.zh, &row.note.en, &row.note.zh, &row.place];
        own.extend(&row.people);
        self.document(&own, None, &row.areas, row.campaign.as_deref(), &row.source)
    }

    fn document(
        &self,
        own: &[&String],
        metric: Option<&String>,
        areas: &[String],
        campaign: Option<&str>,
        source: &str,
    ) -> String {
        let mut text = String::new();
        for word in own {
            text.extend(word.chars().flat_map(super::fold::fold));
            text.push('\n');
        }
        let areas = areas.iter().filter_map(|code| self.areas.get(code.as_str()));
        let campaign = campaign.and_then(|id| self.campaigns.get(id));
        for word in metric.into_iter().chain(areas).chain(campaign).chain(self.publishers.get(source)) {
            text.push_str(word);
            text.push('\n');
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::explore::tests::record;

    #[test]
    fn both_languages_find_the_same_claim() {
        let index = Index::new(&record(), []);
        for text in ["391,000 CRACKED", "破获 39.1万", "破獲", "china", "３９１,０００", "c", "rack", "", "\u{202e}"]
        {
            assert!(index.finder(text)(0), "{text}");
        }
        assert!(!index.finder("391,000 lunar")(0));
        assert!(!index.finder("")(99));
    }

    proptest! {
        #[test]
        fn any_text_is_searched_as_plainly(text in "\\PC*", own in "[a-z0-9,. ]{0,4}") {
            let index = Index::new(&record(), []);
            for text in [text, own] {
                let find = index.finder(&text);
                let plain = |at: usize| words(&text).iter().all(|word| index.documents[at].contains(word));
                prop_assert!((0..index.documents.len()).all(|at| find(at) == plain(at)));
            }
        }
    }
}
