//! What tests of this section share: markup as the build renders it.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::{path::Path, rc::Rc};

use yew::{LocalServerRenderer, prelude::*};

use super::{DeclineProps, geometry};
use crate::view::View;
use crackdown_core::{
    analysis::{
        bounds::{Implied, Question},
        derived_months::derived_months,
        precomputed::Precomputed,
    },
    dataset::{AreaCode, Claim, Dataset, MetricId, Package},
    drawing::chart::DeclineChart,
    locale::Language,
    query::{self, Facet, Index, Selection},
};

/// The made-up dataset of `tests/fixture`.
pub fn fixture() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture");
    Dataset::read(&Package::read_dir(&folder).unwrap()).expect("no problems")
}

/// A view of a dataset, with the derived months of one metric and area.
fn view_of(dataset: &Rc<Dataset>, language: Language, (metric, area): (&MetricId, &AreaCode)) -> View {
    let own = dataset.claims.iter().filter(|claim| claim.metric == *metric && claim.area == *area);
    let own = Dataset { claims: own.cloned().collect(), ..(**dataset).clone() };
    let precomputed = Precomputed { derived_months: derived_months(&own).unwrap(), ..Precomputed::default() };
    View {
        language,
        dataset: Rc::clone(dataset),
        precomputed: Rc::new(precomputed),
        geography: Rc::default(),
        index: Rc::new(Index::new(dataset, [])),
        ask: Callback::noop(),
        want: Callback::noop(),
    }
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
        let view = view_of(&dataset, language, (&metric, &area));
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
        let (view, render) = (self.view.clone(), Callback::from(move |view: View| render(&view)));
        let renderer = LocalServerRenderer::<Rendered>::with_props(RenderedProps { view, render }).hydratable(false);
        tokio::task::LocalSet::new().run_until(renderer.render()).await
    }
}

#[derive(Properties, PartialEq)]
struct RenderedProps {
    view: View,
    render: Callback<View, Html>,
}

#[component]
fn Rendered(props: &RenderedProps) -> Html {
    let content = props.render.emit(props.view.clone());
    html! { <ContextProvider<View> context={props.view.clone()}>{ content }</ContextProvider<View>> }
}
