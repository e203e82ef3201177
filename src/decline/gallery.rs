//! Drawings that a person can look at: the chart of some selections, as the page and its exports draw it, next to the code as
//! SVG files of their own.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::rc::Rc;

use yew::prelude::*;

use super::{Drawing, testing::Scene};
use crate::testing::fixture;
use crackdown_core::{
    export::svg::{Caption, Styles, standalone},
    locale::Language,
};
use crackdown_site::styles::{STYLESHEET, export};

/// Name, query and language of each drawing.
pub const CASES: [(&str, &str, Language); 16] = [
    ("the-article", "scope=article", Language::English),
    ("the-articles-months", "from=2023-01&to=2023-12", Language::English),
    ("competing-runs", "from=2023-06&to=2024-08&metric=cases_filed", Language::English),
    ("a-base-not-stated", "from=2019-04&to=2019-12&metric=cases_filed", Language::English),
    ("derived-months", "from=2022-10&to=2024-02", Language::English),
    ("a-limit-of-change", "from=2019-01&to=2020-12&max_monthly_change=500", Language::English),
    ("logarithmic", "metric=people_prosecuted&scale=log", Language::English),
    ("a-day", "metric=funds_stopped&per=day", Language::English),
    ("losses", "metric=losses", Language::English),
    ("a-level", "area=MMR&metric=reward_offered&from=2023-07&to=2024-06", Language::English),
    ("running-total-of-myanmar", "area=MMR&metric=suspects_handed_over", Language::English),
    ("running-total-in-chinese", "area=MMR&metric=suspects_from_myawaddy", Language::Chinese),
    ("calls-in-chinese", "metric=calls_blocked&from=2020-06&to=2022-06", Language::Chinese),
    ("a-campaign", "campaign=broken-card", Language::English),
    ("one-month", "from=2023-08&to=2023-08", Language::English),
    ("nothing-to-draw", "metric=incidents&area=MMR", Language::English),
];

/// The drawing of a query of the fixture, and its markup.
pub async fn drawn(query: &str, language: Language) -> (Scene, String) {
    let scene = Scene::new(fixture(), query, language);
    let chart = Rc::clone(&scene.chart);
    let markup = scene.markup(move |_| html! { <Drawing chart={Rc::clone(&chart)} point={Callback::noop()} /> }).await;
    (scene, markup)
}

#[tokio::test]
async fn the_chart_of_many_selections() {
    let styles = export(STYLESHEET).expect("no errors");
    for (name, query, language) in CASES {
        let (_, markup) = drawn(query, language).await;
        let caption = Caption { title: name.replace('-', " "), link: format!("?{query}"), ..Caption::default() };
        let svg = standalone(&markup, Styles(&styles), &caption);
        assert!(svg.contains("<rect") && !svg.contains("var(--") && !svg.contains("NaN"), "{name}");
        insta::assert_binary_snapshot!(&format!("{name}.svg"), svg.into_bytes());
    }
}
