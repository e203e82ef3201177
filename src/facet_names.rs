//! What facets and their values are called.

use crate::view::View;
use crackdown_core::{
    dataset::{Direction, Qualifier, Reliability},
    query::{Article, Conflict, Facet},
};

/// Label of a facet, and of no choice in it.
pub fn labels(view: &View, facet: Facet) -> (&'static str, &'static str) {
    let words = view.words();
    match facet {
        Facet::Metric => (words.metric, words.metric_all),
        Facet::Area => (words.area, words.area_all),
        Facet::Campaign => (words.campaign, words.campaign_all),
        Facet::Range => (words.period, words.any),
        Facet::Publisher => (words.publisher, words.any),
        Facet::Language => (words.source_language, words.any),
        Facet::Reliability => (words.reliability, words.any),
        Facet::Year => (words.year, words.any),
        Facet::Qualifier => (words.qualifier, words.any),
        Facet::Direction => (words.direction, words.any),
        Facet::Article => (words.article_facet, words.any),
        Facet::Conflict => (words.nav_checks, words.any),
    }
}

/// A value of a facet in words; as it is written where it has none.
pub fn value_name(view: &View, facet: Facet, value: &str) -> String {
    let words = view.words();
    let named = match facet {
        Facet::Metric => Some(view.metric_name(value)),
        Facet::Area => Some(view.area_name(value)),
        Facet::Campaign => Some(view.campaign_name(value)),
        Facet::Language => Some(words.language_name(value)),
        Facet::Reliability => value.parse().ok().map(|level: Reliability| words.reliability_of(level)),
        Facet::Qualifier => value.parse().ok().map(|of: Qualifier| words.qualifiers[of as usize]),
        Facet::Direction => value.parse().ok().map(|of: Direction| view.language.direction(of)),
        Facet::Article => value.parse().ok().map(|of| match of {
            Article::Article => words.article_yes,
            Article::Other => words.article_no,
        }),
        Facet::Conflict => value.parse().ok().map(|of| match of {
            Conflict::Yes => words.conflict_yes,
            Conflict::No => words.conflict_no,
        }),
        Facet::Range | Facet::Publisher | Facet::Year => None,
    };
    named.unwrap_or(value).to_owned()
}
