//! What the reader asks: the selection, its address, and the claims and events that answer it.

mod address;
mod column;
mod cutoff;
mod facet;
mod headline;
mod parameters;
mod partners;
mod record;
mod records;
mod related;
mod search;
mod selection;
mod sort_records;

pub use crate::{analysis::precomputed::FIRST_METRIC, dataset::HOME};
pub use address::Notice;
pub use column::{Column, Columns};
pub use cutoff::Cutoff;
pub use facet::{Article, Conflict, Facet, Values};
pub use headline::{article_falling, article_figures};
pub use parameters::{PARAMETERS, Parameter, current_name};
pub use partners::{Partner, PartnerStatus, ReportedFigure, SliderMonths, Timeline, partners, slider_months, timeline};
pub use record::Record;
pub use records::{Counts, RecordRequest, claims, counts, events, records, span};
pub use related::{Related, related, rest};
pub use search::{Index, highlighted};
pub use selection::{
    Action, COMPARE_LIMIT, ChartOptions, Count, Embed, Group, Listing, MONTHLY_CHANGE_LIMIT, MapOptions, MapView, Per,
    Query, REVISIONS, Range, ScaleKind, Scope, Selection, Sort, TEXT_LIMIT, Theme,
};
pub use sort_records::{groups, sort_records};

use crate::dataset::{AreaCode, Basis, Dataset, MetricId};

/// Rows of the evidence that the first view shows.
pub const FIRST_ROWS: usize = 24;

/// Metric of the level lane: the reader's, else the one with most dated figures among the area's claims.
/// Cases cracked comes first where counts are equal, and for China as a whole, being the founding article's first figure.
pub fn level_metric(dataset: &Dataset, query: &Query) -> MetricId {
    if let Some(metric) = &query.metric {
        return metric.clone();
    }
    if query.area.is_none() && query.campaign.is_none() {
        return FIRST_METRIC.clone();
    }
    let dated = |metric: &MetricId| {
        claims(dataset, query, &[Facet::Metric, Facet::Range])
            .iter()
            .filter(|claim| claim.metric == *metric && claim.figure.is_some() && claim.end.is_some())
            .filter(|claim| claim.basis == Basis::AsOf || claim.start.is_some())
            .count()
    };
    let best = dataset.metrics.iter().rev().map(|metric| &metric.id).max_by_key(|id| (dated(id), **id == FIRST_METRIC));
    best.map_or_else(|| FIRST_METRIC.clone(), Clone::clone)
}

/// Area of the decline chart: the reader's, else China; for a campaign or metric reported elsewhere alone, where it was reported most.
pub fn level_area(dataset: &Dataset, query: &Query) -> AreaCode {
    if let Some(area) = &query.area {
        return area.clone();
    }
    let metric = level_metric(dataset, query);
    let found = claims(dataset, query, &[Facet::Metric, Facet::Range]);
    let count = |code: &AreaCode| {
        found.iter().filter(|claim| claim.metric == metric && claim.area == *code && claim.figure.is_some()).count()
    };
    if count(&HOME) > 1 {
        return HOME.clone();
    }
    let best = dataset.areas.iter().rev().map(|area| &area.code).max_by_key(|code| (count(code), **code == HOME));
    best.map_or_else(|| HOME.clone(), Clone::clone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::small_dataset;

    #[test]
    fn an_area_restricts_claims_and_chooses_its_metric() {
        let dataset = small_dataset();
        let myanmar = Query { area: Some("MMR".into()), ..Query::default() };
        assert_eq!(claims(&dataset, &myanmar, &[]).len(), 1);
        assert_eq!(level_metric(&dataset, &myanmar), "suspects_handed_over");
        assert_eq!(level_area(&dataset, &myanmar), "MMR");
        assert_eq!(level_metric(&dataset, &Query::default()), "cases_cracked");
    }

    #[test]
    fn facets_count_what_their_other_choices_would_show() {
        let dataset = small_dataset();
        let index = Index::new(&dataset, []);
        let myanmar = Selection::default().after(Action::Area(Some("MMR".into())));
        let found = counts(&dataset, &index, myanmar.record_request());
        assert_eq!((found.of(Facet::Area).count(), found.of(Facet::Metric).count()), (2, 1));
        let in_2023 = Selection::default().after(Action::Facet(Facet::Year, Some("2023".into())));
        assert_eq!(records(&dataset, &index, in_2023.record_request()).len(), 1);
        let years = counts(&dataset, &index, in_2023.record_request());
        assert_eq!(years.of(Facet::Year).collect::<Vec<_>>(), [("2023", 1), ("2024", 1)]);
        assert_eq!(years.of(Facet::Area).collect::<Vec<_>>(), [("CHN", 1)]);
    }

    #[test]
    fn a_range_asks_for_what_it_touches() {
        let dataset = small_dataset();
        let in_range = |from: &str, to: &str| {
            let range = Range::between(from.parse().unwrap(), to.parse().unwrap());
            claims(&dataset, &Query { range: Some(range), ..Query::default() }, &[]).len()
        };
        assert_eq!(in_range("2023-11", "2023-11"), 1);
        assert_eq!(in_range("2023-12", "2023-12"), 0);
        assert_eq!(in_range("2023-11", "2024-01"), 2);
    }
}
