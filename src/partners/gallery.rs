//! Drawings that a person can look at: the region's map for some selections, as the page and its exports draw it, next to the
//! code as SVG files of their own.

use std::{path::Path, rc::Rc};

use yew::{LocalServerRenderer, prelude::*};

use super::{PartnerMap, Scene};
use crate::view::View;
use crackdown_core::{
    analysis::precomputed::Precomputed,
    dataset::{Dataset, Package},
    export::svg::{Caption, Styles, standalone},
    locale::Language,
    query::{Index, Selection},
};
use crackdown_site::styles::{STYLESHEET, export};

#[derive(Properties, PartialEq)]
struct SheetProps {
    query: String,
    language: Language,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let fixture = Package::read_dir(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture")));
    let dataset = Rc::new(fixture.ok().and_then(|package| Dataset::read(&package).ok()).unwrap_or_default());
    assert!(!dataset.claims.is_empty(), "the fixture is read");
    let (selection, notices) = Selection::from_query(&dataset, &props.query);
    assert!(notices.is_empty(), "{notices:?}");
    let view = View {
        language: props.language,
        index: Rc::new(Index::new(&dataset, [])),
        precomputed: Rc::new(Precomputed::default()),
        ask: Callback::noop(),
        want: Callback::noop(),
        geography: Rc::new(crackdown_site::geography::region().unwrap_or_default()),
        dataset,
    };
    let scene = Rc::new(Scene::of(&view, &selection.query, selection.date, &selection.map));
    html! { <ContextProvider<View> context={view}><PartnerMap {scene} /></ContextProvider<View>> }
}

/// Outlines are the geography's and have snapshots of their own; here they are left out, so that a drawing is small enough to read.
fn without_outlines(markup: &str) -> String {
    let mut parts = markup.split(" d=\"M");
    let head = parts.next().unwrap_or_default().to_owned();
    parts.fold(head, |kept, part| {
        let (path, rest) = part.split_once('"').unwrap_or((part, ""));
        let path = if path.contains('z') { "" } else { path };
        format!("{kept} d=\"M{path}\"{rest}")
    })
}

#[tokio::test]
async fn the_map_of_many_selections() {
    for (name, query, language) in [
        ("all-there-is", "", Language::English),
        ("before-the-first-handover", "date=2019-01", Language::English),
        ("myanmar-in-chinese", "area=MMR&date=2023-11", Language::Chinese),
        ("events", "count=events", Language::English),
        ("a-metric-without-flows", "metric=suspects_caught_abroad", Language::English),
    ] {
        let props = SheetProps { query: query.to_owned(), language };
        let renderer = LocalServerRenderer::<Sheet>::with_props(props).hydratable(false);
        let markup = tokio::task::LocalSet::new().run_until(renderer.render()).await;
        let (from, to) = (markup.find("<svg").expect("a drawing"), markup.find("</svg>").expect("its end") + 6);
        let drawing = without_outlines(&markup[from..to]);
        let caption = Caption { title: name.replace('-', " "), link: format!("?{query}"), ..Caption::default() };
        let styles = export(STYLESHEET).unwrap_or_default();
        let svg = standalone(&drawing, Styles(&styles), &caption);
        assert!(svg.contains("<path") && !svg.contains("var(--") && !svg.contains("NaN"), "{name}");
        let circles = svg.split("<circle").skip(1);
        assert!(
            circles.map(|rest| rest.split('>').next()).all(|circle| circle.is_some_and(|it| it.contains(" r=\""))),
            "{name}"
        );
        insta::assert_binary_snapshot!(&format!("{name}.svg"), svg.into_bytes());
    }
}
