//! The founding article's claims on the first screen and on the card that links to the site are shown with.

use crate::{
    analysis::directions::Trend,
    dataset::{Claim, Dataset, Metric},
    sort::sort_by,
};

/// The article's figures of the metrics that have a place on the first screen, in their order.
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
    fn the_first_screen_has_the_figures_in_the_order_of_the_metrics_table() {
        let dataset = fixture();
        let values = article_figures(&dataset).filter_map(|claim| claim.figure).map(|figure| figure.value);
        assert_eq!(values.collect::<Vec<_>>(), [391_000.0, 41_000.0, 79_000.0, 3_000.0, 263.0]);
    }

    #[test]
    fn the_fall_is_a_claim_about_the_trend() {
        assert_eq!(article_falling(&fixture()).map(|claim| claim.id.as_str()), Some("trend-2023-08-11"));
    }
}
