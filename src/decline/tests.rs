//! The section as the build renders it, of the fixture, and its legend over all drawings of the gallery.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::{collections::BTreeSet, rc::Rc};

use yew::prelude::*;

use super::{
    DeclineProps,
    allowances::{range_sum, revision},
    cautions,
    controls::presets_of,
    drawn_claims,
    gallery::{CASES, drawn},
    legend::legend,
    table::table,
    testing::Scene,
};
use crate::testing::fixture;
use crackdown_core::{
    dataset::{Claim, Dataset, HOME},
    drawing::chart::{DERIVED_MONTH, Mark},
    locale::Language,
    query::{ChartOptions, FIRST_METRIC, Query, Range},
};

/// Classes of what is drawn besides marks.
const DECORATIONS: [&str; 8] = ["band", "interval", "ends", "sign", "label", "grid", "lane-title", "minor"];

fn classes(node: roxmltree::Node<'_, '_>) -> BTreeSet<String> {
    let classes = node.attribute("class").unwrap_or_default().split_whitespace();
    classes.filter(|class| !["mark", "swatch"].contains(class)).map(str::to_owned).collect()
}

/// The classes of each mark of a drawing.
fn marks_of(markup: &str) -> Vec<BTreeSet<String>> {
    let tree = roxmltree::Document::parse(markup).expect("XML");
    let lanes = tree.descendants().filter(|node| node.attribute("role") == Some("group") && node.has_tag_name("g"));
    let all = lanes.flat_map(|lane| lane.descendants().skip(1)).filter(|node| node.attribute("class").is_some());
    all.map(classes).filter(|classes| !DECORATIONS.iter().any(|other| classes.contains(*other))).collect()
}

/// The classes of each swatch of a legend.
fn entries_of(markup: &str) -> Vec<BTreeSet<String>> {
    let tree = roxmltree::Document::parse(markup).expect("XML");
    let items = tree.descendants().filter(|node| node.has_tag_name("li"));
    items.filter_map(|item| item.descendants().rfind(|node| node.attribute("class").is_some())).map(classes).collect()
}

#[tokio::test]
async fn the_legend_names_every_mark_drawn_and_only_those() {
    for (name, query, language) in CASES {
        let (scene, drawing) = drawn(query, language).await;
        let chart = Rc::clone(&scene.chart);
        let entries = entries_of(&scene.markup(move |view| legend(view, &chart)).await);
        let marks = marks_of(&drawing);
        assert!(!marks.is_empty(), "{name}");
        let named_by = |mark: &BTreeSet<String>| {
            // The most specific entry, as in the stylesheet.
            entries.iter().filter(|entry| entry.is_subset(mark)).max_by_key(|entry| entry.len())
        };
        let mut used = BTreeSet::new();
        for mark in &marks {
            used.insert(named_by(mark).unwrap_or_else(|| panic!("{name}: no entry for {mark:?} in {entries:?}")));
        }
        assert_eq!(used, entries.iter().collect(), "{name}");
    }
}

#[tokio::test]
async fn the_sum_of_a_range_names_the_claims_it_follows_from() {
    let scene = Scene::new(fixture(), "from=2022-01&to=2023-12", Language::English);
    let implied = scene.implied.clone().unwrap();
    let markup = scene.markup(move |view| range_sum(view, &implied)).await;
    let tree = roxmltree::Document::parse(&markup).expect("XML");
    let mut claims: Vec<&str> = tree.root_element().attribute("data-claim").unwrap().split(' ').collect();
    claims.sort_unstable();
    assert_eq!(claims, ["cracked-2022", "cracked-2023"]);
    assert!(markup.contains("900,000 – 902,000"), "{markup}");
}

#[tokio::test]
async fn the_table_has_a_row_for_each_mark_with_claims() {
    let scene = Scene::new(fixture(), "from=2023-01&to=2023-12", Language::English);
    let chart = Rc::clone(&scene.chart);
    let markup = scene.markup(move |view| table(view, &chart)).await;
    let tree = roxmltree::Document::parse(&markup).expect("XML");
    let rows: Vec<_> = tree
        .descendants()
        .filter_map(|node| node.attribute("data-claim").filter(|_| node.has_tag_name("tr")))
        .collect();
    let behind = |mark: &&Mark| !mark.records.is_empty();
    assert_eq!(rows.len(), scene.chart.marks().filter(behind).count());
    let december = "cracked-2023 cracked-2023-01-11";
    let words = |row: &&&str| row.split(' ').collect::<BTreeSet<_>>() == december.split(' ').collect();
    assert_eq!(rows.iter().filter(words).count(), 3, "the bounds of the month, of its block, and the derived month");
}

#[test]
fn presets_come_from_the_claims() {
    let month = |text: &str| text.parse().unwrap();
    let mut dataset = fixture();
    let presets = |dataset: &Dataset| {
        let all: Vec<&Claim> = dataset.claims.iter().collect();
        presets_of(&dataset.claims, drawn_claims(dataset, &all, &FIRST_METRIC, &HOME))
    };
    let found = presets(&dataset);
    assert_eq!(found.article, Some(Range::between(month("2023-01"), month("2023-12"))));
    let years: Vec<i32> = found.years.iter().map(|(year, _)| *year).collect();
    assert_eq!((years.first(), years.last()), (Some(&2017), Some(&2026)));
    assert_eq!(found.years[0].1, Range::between(month("2017-01"), month("2017-12")));
    for claim in &mut dataset.claims {
        claim.tags.clear();
    }
    dataset.claims.retain(|claim| claim.id == "cracked-2023-01-11");
    let found = presets(&dataset);
    assert_eq!((found.article, found.years.len()), (None, 1));
}

#[tokio::test]
async fn totals_without_a_stated_start_are_explained() {
    for (query, unstated) in
        [("area=MMR&metric=buildings_demolished", true), ("area=MMR&metric=suspects_from_myawaddy", false)]
    {
        let scene = Scene::new(fixture(), query, Language::English);
        let chart = Rc::clone(&scene.chart);
        let asked = DeclineProps { query: Query::default(), chart: ChartOptions::default() };
        let markup = scene.markup(move |view| cautions(view, &asked, &chart)).await;
        assert_eq!(markup.contains("states no start"), unstated, "{query}: {markup}");
    }
}

/// The least and greatest sum of the months of a query.
fn range_of(query: &str) -> (f64, f64) {
    let implied = Scene::new(fixture(), query, Language::English).implied.expect("bounds");
    let range = implied.range.expect("a range");
    (range.low, range.high.expect("limited"))
}

#[test]
fn an_allowance_for_revision_widens_what_two_reports_leave() {
    let dataset = fixture();
    let interval = |id: &str| dataset.claim(&id.into()).unwrap().figure.unwrap().interval();
    let (year, months) = (interval("cracked-2023"), interval("cracked-2023-01-11"));
    let (low, high) = range_of("from=2023-12&to=2023-12");
    assert!((low - (year.low - months.high.unwrap())).abs() < 1.0, "{low}");
    let (wider_low, wider_high) = range_of("from=2023-12&to=2023-12&revision=2");
    assert!((wider_low - (year.low - 1.02 * months.high.unwrap())).abs() < 1.0, "{wider_low}");
    assert!(wider_high > high, "the year lies in a total that was published later, too");
}

#[tokio::test]
async fn the_allowance_for_revision_is_a_list_with_the_one_chosen() {
    let scene = Scene::new(fixture(), "revision=2", Language::Chinese);
    let markup = scene.markup(|view| html! { <div>{ revision(view, 2) }</div> }).await;
    let tree = roxmltree::Document::parse(&markup).expect("XML");
    let elements = |name: &'static str| tree.descendants().filter(move |node| node.has_tag_name(name));
    let options: Vec<_> = elements("option").map(|option| option.text().unwrap()).collect();
    assert_eq!(options, ["0%", "1%", "2%", "5%"]);
    let chosen: Vec<_> = elements("option").filter(|option| option.has_attribute("selected")).collect();
    assert_eq!(chosen.iter().map(|option| option.attribute("value")).collect::<Vec<_>>(), [Some("2")]);
    let label = elements("label").next().expect("a label");
    assert!(label.has_attribute("data-literal") && label.descendants().any(|node| node.has_tag_name("select")));
    let note = elements("select").next().and_then(|select| select.attribute("aria-describedby"));
    assert!(elements("p").any(|node| node.attribute("id") == note && note.is_some()), "{markup}");
}

#[test]
fn months_derived_without_an_allowance_are_not_drawn_beside_one() {
    let derived = |query: &str| {
        let scene = Scene::new(fixture(), query, Language::English);
        scene.chart.marks_of(DERIVED_MONTH).count()
    };
    assert!(derived("from=2023-01&to=2023-12") > 0);
    assert_eq!(derived("from=2023-01&to=2023-12&revision=2"), 0);
}
