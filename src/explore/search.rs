//! Full-text search over claims and events, in both languages at once.

use std::collections::HashMap;

use crate::dataset::Dataset;

/// What each claim and event can be found by, folded for comparison. Built once a dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    documents: HashMap<String, String>,
}

impl Index {
    /// Gathers texts, notes and the names of metric, area, campaign and publisher of every record.
    pub fn new(dataset: &Dataset) -> Self {
        let claims = dataset.claims.iter().map(|claim| {
            let mut words = vec![&claim.text.en, &claim.text.zh, &claim.note.en, &claim.note.zh];
            if let Some(metric) = dataset.metric(&claim.metric) {
                words.extend([&metric.label.en, &metric.label.zh, &metric.original_term]);
            }
            let rest = common(dataset, [claim.area.as_str()], claim.campaign.as_deref(), &claim.source);
            (claim.id.clone(), document(&claim.id, words, rest))
        });
        let events = dataset.events.iter().map(|event| {
            let mut words = vec![&event.text.en, &event.text.zh, &event.note.en, &event.note.zh, &event.place];
            words.extend(&event.people);
            let areas = event.areas.iter().map(String::as_str);
            let rest = common(dataset, areas, event.campaign.as_deref(), &event.source);
            (event.id.clone(), document(&event.id, words, rest))
        });
        Self { documents: claims.chain(events).collect() }
    }

    /// A test of record ids: whether the record holds every word of the search text.
    pub fn finder(&self, text: &str) -> impl Fn(&str) -> bool + '_ {
        let words: Vec<String> = text.split_whitespace().map(fold).collect();
        move |id| {
            words.is_empty()
                || self.documents.get(id).is_some_and(|document| words.iter().all(|word| document.contains(word)))
        }
    }
}

/// Lower case, and full-width forms of ASCII as their plain ones.
fn fold(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

fn common<'a>(
    dataset: &'a Dataset,
    areas: impl IntoIterator<Item = &'a str>,
    campaign: Option<&str>,
    source: &str,
) -> Vec<&'a String> {
    let mut words = Vec::new();
    for code in areas {
        words.extend(dataset.area(code).into_iter().flat_map(|area| [&area.name.en, &area.name.zh]));
    }
    if let Some(campaign) = campaign.and_then(|id| dataset.campaign(id)) {
        words.extend([&campaign.name.en, &campaign.name.zh]);
        words.extend(&campaign.also_known_as);
    }
    words.extend(dataset.source(source).map(|source| &source.publisher));
    words
}

fn document(id: &str, words: Vec<&String>, rest: Vec<&String>) -> String {
    let mut text = id.to_owned();
    for word in words.into_iter().chain(rest) {
        text.push('\n');
        text.push_str(word);
    }
    fold(&text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::explore::tests::record;

    #[test]
    fn both_languages_find_the_same_claim() {
        let index = Index::new(&record());
        for text in ["391,000 CRACKED", "破获 39.1万", "china", "３９１,０００"] {
            assert!(index.finder(text)("cracked-2023-01-11"), "{text}");
        }
        assert!(!index.finder("391,000 lunar")("cracked-2023-01-11"));
    }

    proptest! {
        #[test]
        fn any_text_is_searched(text in "\\PC*") {
            let dataset = record();
            let index = Index::new(&dataset);
            let find = index.finder(&text);
            let _ = dataset.claims.iter().filter(|claim| find(&claim.id)).count();
        }
    }
}
