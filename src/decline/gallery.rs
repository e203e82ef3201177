//! Drawings that a person can look at: the chart of some selections, as the page and its exports draw it, kept beside the code as
//! SVG files of their own.

use std::{path::Path, rc::Rc};

use yew::{LocalServerRenderer, prelude::*};

use super::{DeclineProps, Drawing, geometry};
use crate::view::View;
use crackdown_core::{
    analysis::{bounds::Question, precomputed::Precomputed},
    dataset::{Claim, Dataset, Package},
    export::svg::{Caption, Styles, standalone},
    locale::Language,
    query::{self, Facet, Index, Selection},
};
use crackdown_site::styles::{STYLESHEET, export};

#[derive(Properties, PartialEq)]
struct SheetProps {
    query: String,
    chinese: bool,
}

/// The drawing of a query, with the bounds that its claims imply.
#[component]
fn Sheet(props: &SheetProps) -> Html {
    let fixture = Package::read_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture")));
    let dataset = Rc::new(fixture.ok().and_then(|package| Dataset::read(&package).ok()).unwrap_or_default());
    assert!(!dataset.claims.is_empty(), "the fixture is read");
    let (selection, notices) = Selection::from_query(&dataset, &props.query);
    assert!(notices.is_empty(), "{notices:?}");
    let language = if props.chinese { Language::Chinese } else { Language::English };
    let view = View {
        language,
        index: Rc::new(Index::new(&dataset, [])),
        precomputed: Rc::new(Precomputed::default()),
        ask: Callback::noop(),
        want: Callback::noop(),
        geography: Rc::default(),
        dataset,
    };
    let claims: Vec<&Claim> = query::claims(&view.dataset, &selection.query, &[Facet::Metric, Facet::Range]);
    let of = (query::level_metric(&view.dataset, &selection.query), query::level_area(&view.dataset, &selection.query));
    let question = Question::of(&view.dataset, &claims, (&of.0, &of.1));
    let question =
        question.map(|question| Question { max_monthly_change: selection.chart.max_monthly_change, ..question });
    let implied = question.and_then(|question| question.answer().ok());
    let shown = DeclineProps { query: selection.query, chart: selection.chart };
    let chart = Rc::new(geometry(&view, &shown, implied.as_ref(), 900.0));
    html! { <ContextProvider<View> context={view}><Drawing {chart} point={Callback::noop()} /></ContextProvider<View>> }
}

async fn drawn(name: &str, query: &str, chinese: bool) {
    let props = SheetProps { query: query.to_owned(), chinese };
    let renderer = LocalServerRenderer::<Sheet>::with_props(props).hydratable(false);
    let markup = tokio::task::LocalSet::new().run_until(renderer.render()).await;
    let caption = Caption { title: name.replace('-', " "), link: format!("?{query}"), ..Caption::default() };
    let styles = export(STYLESHEET).unwrap_or_default();
    let svg = standalone(&markup, Styles(&styles), &caption);
    assert!(svg.contains("<rect") && !svg.contains("var(--") && !svg.contains("NaN"), "{name}");
    insta::assert_binary_snapshot!(&format!("{name}.svg"), svg.into_bytes());
}

#[tokio::test]
async fn the_chart_of_many_selections() {
    for (name, query, chinese) in [
        ("the-article", "scope=article", false),
        ("the-articles-months", "from=2023-01&to=2023-12", false),
        ("competing-runs", "from=2023-06&to=2024-08&metric=cases_filed", false),
        ("a-base-not-stated", "from=2019-04&to=2019-12&metric=cases_filed", false),
        ("derived-months", "from=2022-10&to=2024-02", false),
        ("a-limit-of-change", "from=2019-01&to=2020-12&max_monthly_change=500", false),
        ("logarithmic", "metric=people_prosecuted&scale=log", false),
        ("a-day", "metric=funds_stopped&per=day", false),
        ("losses", "metric=losses", false),
        ("running-total-of-myanmar", "area=MMR&metric=suspects_handed_over", false),
        ("running-total-in-chinese", "area=MMR&metric=suspects_from_myawaddy", true),
        ("calls-in-chinese", "metric=calls_blocked&from=2020-06&to=2022-06", true),
        ("a-campaign", "campaign=broken-card", false),
        ("one-month", "from=2023-08&to=2023-08", false),
        ("nothing-to-draw", "metric=incidents&area=MMR", false),
    ] {
        drawn(name, query, chinese).await;
    }
}
