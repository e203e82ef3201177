//! What tests of this section share: markup as the build renders it.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::rc::Rc;

use yew::prelude::*;

use super::{DeclineProps, geometry};
use crate::{
    testing::{markup, view_of},
    view::View,
};
use crackdown_core::{
    analysis::{
        bounds::{Implied, Question},
        derived_months::derived_months,
        precomputed::Precomputed,
    },
    dataset::{AreaCode, Claim, Dataset, MetricId},
    drawing::chart::DeclineChart,
    locale::Language,
    query::{self, Facet, Selection},
};

/// The derived months of one metric and area.
fn precomputed(dataset: &Dataset, (metric, area): (&MetricId, &AreaCode)) -> Precomputed {
    let own = dataset.claims.iter().filter(|claim| claim.metric == *metric && claim.area == *area);
    let own = Dataset { claims: own.cloned().collect(), ..dataset.clone() };
    Precomputed { derived_months: derived_months(&own).unwrap(), ..Precomputed::default() }
}

/// What a query selects, with the bounds that its claims imply.
pub struct Scene {
    pub view: View,
    pub implied: Option<Implied>,
    pub chart: Rc<DeclineChart>,
}

impl Scene {
    pub fn new(dataset: Dataset, query: &str, language: Language) -> Self {
        let dataset = Rc::new(dataset);
        let (selection, notices) = Selection::from_query(&dataset, query);
        assert!(notices.is_empty(), "{notices:?}");
        let shown = DeclineProps { query: selection.query, chart: selection.chart };
        let (metric, area) = (query::level_metric(&dataset, &shown.query), query::level_area(&dataset, &shown.query));
        let view = view_of(&dataset, language, precomputed(&dataset, (&metric, &area)));
        let claims: Vec<&Claim> = query::claims(&dataset, &shown.query, &[Facet::Metric, Facet::Range]);
        let question = Question::of(&dataset, &claims, (&metric, &area)).map(|question| Question {
            allowances: shown.chart.allowances(),
            range: shown.query.range.map(|range| (range.first(), range.last())),
            ..question
        });
        let implied = question.and_then(|question| question.answer().ok());
        let chart = Rc::new(geometry(&view, &shown, implied.as_ref(), 900.0));
        Self { view, implied, chart }
    }

    /// The markup of what a function renders in the scene's view.
    pub async fn markup(&self, render: impl Fn(&View) -> Html + 'static) -> String {
        markup(&self.view, render).await
    }
}
