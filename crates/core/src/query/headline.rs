//! The founding article's claims that stand for it: on the first screen, and on the card that links to the site are shown with.

use crate::{
    analysis::directions::Trend,
    dataset::{Claim, Dataset, Metric},
    sort::sort_by,
};

/// The article's figures, in its order.
pub fn article_figures(dataset: &Dataset) -> impl Iterator<Item = &Claim> {
    let mut metrics: Vec<&Metric> = dataset.metrics.iter().filter(|metric| metric.headline.is_some()).collect();
    sort_by(&mut metrics, |a, b| a.headline.cmp(&b.headline));
    metrics.into_iter().filter_map(|metric| {
        dataset.claims.iter().find(|claim| claim.in_article() && claim.metric == metric.id && claim.figure.is_some())
    })
}

/// The article's statement that fraud fell, from its best source.
pub fn article_falling(dataset: &Dataset) -> Option<&Claim> {
    let trend = Trend::of(dataset);
    let falling = dataset.claims.iter().filter(|claim| claim.in_article() && trend.includes(claim));
    falling.min_by_key(|claim| dataset.source(&claim.source).map(|source| source.reliability))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fixture;

    #[test]
    fn the_article_has_five_figures_and_a_fall() {
        let dataset = fixture();
        let ids = ["cracked-2023-01-11", "myanmar-2023", "suspects-2023-01-11", "overseas-2023", "key-2023-01-11"];
        assert_eq!(article_figures(&dataset).map(|claim| claim.id.as_str()).collect::<Vec<_>>(), ids);
        assert_eq!(article_falling(&dataset).map(|claim| claim.id.as_str()), Some("trend-2023-08-11"));
    }
}
