//! What claims and events are found by: full text in both languages at once, and the facts that facets offer.

pub(super) mod fold;

pub use fold::highlighted;

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use super::{
    Record,
    facet::{Facet, facts_of_claim, facts_of_event},
};
use crate::{
    dataset::{AreaCode, Claim, Dataset, Event, Text},
    sort::sort_by,
};
use fold::{folded, words};

/// Buckets of pairs of characters, and after them of single ones. Two in one bucket cost time, never a wrong answer.
const PAIRS: usize = 2048;
/// Fewer, since a text has fewer characters than pairs of them.
const SINGLES: usize = 512;

/// What each claim and event can be found by. Records are numbered: claims in file order, then events. Built once a dataset.
#[derive(Clone, Debug, Default)]
pub struct Index {
    documents: Vec<String>,
    /// For each bucket, a bit a record: whether the record has a character or pair of characters of the bucket.
    buckets: Vec<u64>,
    /// Words of 64 bits a bucket.
    width: usize,
    names: Vec<(Facet, String)>,
    /// Facts of all records, one after another, and where those of each end.
    facts: Vec<u32>,
    ends: Vec<usize>,
    /// Records by their date, newest first, undated last.
    newest: Vec<usize>,
    /// A bit for every record.
    every: Rc<[u64]>,
    /// The last text searched for and what it found: the page searches several times for one text, and the next text often extends it.
    last: RefCell<Found>,
}

/// The records that have all of some words, a bit a record.
#[derive(Clone, Debug, Default)]
struct Found {
    words: Vec<String>,
    bits: Rc<[u64]>,
}

impl Index {
    /// Gathers texts, notes and the names of metric, area, campaign and publisher of every record. `conflicting` are the ids of
    /// claims that a contradiction names.
    pub fn new<'a>(dataset: &Dataset, conflicting: impl IntoIterator<Item = &'a str>) -> Self {
        let conflicting = conflicting.into_iter().collect();
        let mut named = Names::default();
        let sources = dataset.sources.iter().map(|source| (&source.id, source)).collect();
        let claims = dataset.claims.iter().map(|claim| facts_of_claim(claim, &sources, &conflicting));
        let events = dataset.events.iter().map(|event| facts_of_event(event, &sources));
        let (mut facts, mut ends) = (Vec::new(), Vec::new());
        for own in claims.chain(events) {
            facts.extend(own.into_iter().map(|fact| named.number(fact)));
            ends.push(facts.len());
        }
        let common = Common::of(dataset);
        let claims = dataset.claims.iter().map(|claim| common.claim(claim));
        let documents: Vec<String> = claims.chain(dataset.events.iter().map(|event| common.event(event))).collect();
        let width = documents.len().div_ceil(64);
        let mut buckets = vec![0; (PAIRS + SINGLES) * width];
        for (at, document) in documents.iter().enumerate() {
            for bucket in pairs(document).chain(document.chars().map(single)) {
                buckets[bucket * width + at / 64] |= 1 << (at % 64);
            }
        }
        let date = |at: usize| Record::numbered(dataset, at).and_then(Record::date);
        let mut newest: Vec<usize> = (0..documents.len()).collect();
        sort_by(&mut newest, |a, b| date(*b).cmp(&date(*a)));
        let every = (0..width).map(|at| u64::MAX >> (64 - (documents.len() - at * 64).min(64))).collect();
        let last = RefCell::new(Found { words: Vec::new(), bits: Rc::clone(&every) });
        Self { documents, buckets, width, names: named.list, facts, ends, newest, every, last }
    }

    /// A test of numbered records: whether the record has every word of the search text.
    pub fn finder(&self, text: &str) -> impl Fn(usize) -> bool + use<> {
        let bits = self.found(words(text));
        move |at| bits.get(at / 64).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }

    fn found(&self, words: Vec<String>) -> Rc<[u64]> {
        let mut last = self.last.borrow_mut();
        if last.words == words {
            return Rc::clone(&last.bits);
        }
        // A word that contains one of the last words is only in records that the last search found.
        let narrower = last.words.iter().all(|old| words.iter().any(|word| word.contains(old)));
        let mut bits = if narrower { &last.bits } else { &self.every }.to_vec();
        for word in words.iter().filter(|word| !(narrower && last.words.contains(word))) {
            let lone = word.chars().next().filter(|_| pairs(word).next().is_none()).map(single);
            for bucket in pairs(word).chain(lone) {
                let row = &self.buckets[bucket * self.width..][..self.width];
                bits.iter_mut().zip(row).for_each(|(may, row)| *may &= row);
            }
            for (at, document) in self.documents.iter().enumerate() {
                let (part, bit) = (&mut bits[at / 64], 1 << (at % 64));
                if *part & bit != 0 && !document.contains(word) {
                    *part &= !bit;
                }
            }
        }
        *last = Found { words, bits: bits.into() };
        Rc::clone(&last.bits)
    }

    /// Numbers of all records, newest first, undated last.
    pub(super) fn newest(&self) -> &[usize] {
        &self.newest
    }

    /// Numbers of a record's facts.
    pub(super) fn facts(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).map_or(&[], |end| &self.facts[start..*end])
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
fn pairs(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.chars().zip(text.chars().skip(1)).map(|(a, b)| {
        let mixed = (a as u32).wrapping_mul(0x9e37_79b1) ^ (b as u32).wrapping_mul(0x85eb_ca77);
        (mixed >> 16) as usize % PAIRS
    })
}

/// The bucket of a character.
fn single(c: char) -> usize {
    PAIRS + ((c as u32).wrapping_mul(0x9e37_79b1) >> 16) as usize % SINGLES
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
        let joined = |name: &Text, others: &[&str]| {
            folded(&name.all().chain(others.iter().copied()).collect::<Vec<_>>().join("\n"))
        };
        Self {
            metrics: (dataset.metrics.iter())
                .map(|row| (row.id.as_str(), joined(&row.label, &[&row.original_term])))
                .collect(),
            areas: (dataset.areas.iter()).map(|row| (row.code.as_str(), joined(&row.name, &[]))).collect(),
            campaigns: (dataset.campaigns.iter())
                .map(|row| (row.id.as_str(), joined(&row.name, &[&row.also_known_as.join("\n")])))
                .collect(),
            publishers: dataset.sources.iter().map(|row| (row.id.as_str(), folded(&row.publisher))).collect(),
        }
    }

    fn claim(&self, row: &Claim) -> String {
        let own: Vec<&str> = [row.id.as_str()].into_iter().chain(row.text.all()).chain(row.note.all()).collect();
        let metric = self.metrics.get(row.metric.as_str());
        self.document(&own, metric, std::slice::from_ref(&row.area), row.campaign.as_deref(), &row.source)
    }

    fn event(&self, row: &Event) -> String {
        let own = [row.id.as_str(), &row.place].into_iter().chain(row.people.iter().map(String::as_str));
        let own: Vec<&str> = own.chain(row.text.all()).chain(row.note.all()).collect();
        self.document(&own, None, &row.areas, row.campaign.as_deref(), &row.source)
    }

    fn document(
        &self,
        own: &[&str],
        metric: Option<&String>,
        areas: &[AreaCode],
        campaign: Option<&str>,
        source: &str,
    ) -> String {
        let mut text = String::new();
        for word in own {
            text.extend(word.chars().flat_map(fold::fold));
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
    use crate::testing::small_dataset;

    #[test]
    fn both_languages_find_the_same_claim() {
        let index = Index::new(&small_dataset(), []);
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
            let index = Index::new(&small_dataset(), []);
            for text in [text, own] {
                let find = index.finder(&text);
                let plain = |at: usize| words(&text).iter().all(|word| index.documents[at].contains(word));
                prop_assert!((0..index.documents.len()).all(|at| find(at) == plain(at)));
            }
        }

        #[test]
        fn what_was_typed_before_changes_no_answer(typed in prop::collection::vec("[a-c9破获 ]{0,4}", 1..6)) {
            let index = Index::new(&small_dataset(), []);
            for text in typed {
                let (find, fresh) = (index.finder(&text), Index::new(&small_dataset(), []).finder(&text));
                prop_assert!((0..99).all(|at| find(at) == fresh(at)), "{}", text);
            }
        }
    }
}
