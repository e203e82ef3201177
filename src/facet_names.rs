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
        Facet::Metric => (words.common.metric, words.facets.all_metrics),
        Facet::Area => (words.common.area, words.facets.all_areas),
        Facet::Campaign => (words.common.campaign, words.facets.all_campaigns),
        Facet::Range => (words.common.period, words.facets.any),
        Facet::Publisher => (words.facets.publisher, words.facets.any),
        Facet::Language => (words.common.source_language, words.facets.any),
        Facet::Reliability => (words.reliability.label, words.facets.any),
        Facet::Year => (words.facets.year, words.facets.any),
        Facet::Qualifier => (words.precision.label, words.facets.any),
        Facet::Direction => (words.facets.direction, words.facets.any),
        Facet::Article => (words.facets.article, words.facets.any),
        Facet::Conflict => (words.nav.contradictions, words.facets.any),
    }
}

/// A value of a facet in words; as it is written where it has none.
pub fn value_name(view: &View, facet: Facet, value: &str) -> String {
    let words = view.words();
    let named = match facet {
        Facet::Metric => return view.metric_name(&value.into()).to_owned(),
        Facet::Area => return view.area_name(&value.into()).to_owned(),
        Facet::Campaign => return view.campaign_name(&value.into()).to_owned(),
        Facet::Language => Some(words.language_name(value)),
        Facet::Reliability => value.parse().ok().map(|level: Reliability| words.reliability.names.of(level)),
        Facet::Qualifier => value.parse().ok().map(|of: Qualifier| words.precision.names.of(of)),
        Facet::Direction => value.parse().ok().map(|of: Direction| view.language.direction(of)),
        Facet::Article => value.parse().ok().map(|of| match of {
            Article::Article => words.facets.in_article,
            Article::Other => words.facets.not_in_article,
        }),
        Facet::Conflict => value.parse().ok().map(|of| match of {
            Conflict::Yes => words.facets.in_contradiction,
            Conflict::No => words.facets.not_in_contradiction,
        }),
        Facet::Range | Facet::Publisher | Facet::Year => None,
    };
    named.unwrap_or(value).to_owned()
}
