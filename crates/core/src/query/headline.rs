//! The founding article's claims that stand for it: on the first screen, and on the card that links to the site are shown with.

use crate::dataset::{Claim, Dataset};

/// Metrics of the article's figures, in the order it gives them.
const METRICS: [&str; 5] =
    ["cases_cracked", "suspects_handed_over", "domestic_gang_suspects", "suspects_caught_abroad", "key_members_caught"];

/// The article's figures.
pub fn article_figures(dataset: &Dataset) -> impl Iterator<Item = &Claim> {
    METRICS.iter().filter_map(|metric| {
        dataset.claims.iter().find(|claim| claim.in_article() && claim.metric == *metric && claim.figure.is_some())
    })
}

/// The article's statement that incidents fell, from its best source.
pub fn article_falling(dataset: &Dataset) -> Option<&Claim> {
    let falling = dataset.claims.iter().filter(|claim| claim.in_article() && claim.metric == "incidents");
    falling.min_by_key(|claim| dataset.source(&claim.source).map(|source| source.reliability))
}
