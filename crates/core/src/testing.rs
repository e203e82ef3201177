//! What tests share: the fixture, and small made-up values.

use chrono::NaiveDate as Date;

use crate::dataset::{
    Aggregation, Area, AreaKind, Basis, Claim, Dataset, Figure, HOME, Measures, Metric, Package, Qualifier, Tag, Text,
};
use crate::named::Named;

/// The made-up dataset of `tests/fixture`; its README says which claim is for what.
pub(crate) fn fixture() -> Dataset {
    let resources = [
        include_str!("../../../tests/fixture/sources.csv"),
        include_str!("../../../tests/fixture/metrics.csv"),
        include_str!("../../../tests/fixture/areas.csv"),
        include_str!("../../../tests/fixture/campaigns.csv"),
        include_str!("../../../tests/fixture/claims.csv"),
        include_str!("../../../tests/fixture/events.csv"),
    ];
    let descriptor = include_str!("../../../tests/fixture/datapackage.json").into();
    Dataset::read(&Package { descriptor, resources: resources.map(Into::into), wording: true }).expect("no problems")
}

/// National cases cracked as they stood before dates that are inferred were marked: `tests/reviewed`.
pub(crate) fn reviewed() -> Dataset {
    let resources = [
        include_str!("../../../tests/reviewed/sources.csv"),
        include_str!("../../../tests/reviewed/metrics.csv"),
        include_str!("../../../tests/reviewed/areas.csv"),
        include_str!("../../../tests/reviewed/campaigns.csv"),
        include_str!("../../../tests/reviewed/claims.csv"),
        include_str!("../../../tests/reviewed/events.csv"),
    ];
    let descriptor = include_str!("../../../tests/reviewed/datapackage.json").into();
    Dataset::read(&Package { descriptor, resources: resources.map(Into::into), wording: true }).expect("no problems")
}

fn text(en: &str, zh: &str) -> Text {
    Text::default().with("en", en).with("zh", zh)
}

/// A metric whose months add up.
pub(crate) fn metric(id: &str) -> Metric {
    Metric {
        id: id.into(),
        label: text(id, id),
        unit: "cases".into(),
        aggregation: Aggregation::Flow,
        unit_name: Text::default(),
        measures: Measures::Enforcement,
        brought_to_china: false,
        trend: false,
        headline: None,
        definition: Text::default(),
        original_term: String::new(),
    }
}

/// A total of the first eleven months of a year, rounded to thousands.
pub(crate) fn claim(id: &str, metric: &str, area: &str, year: i32, value: f64) -> Claim {
    Claim {
        id: id.into(),
        metric: metric.into(),
        area: area.into(),
        start: Date::from_ymd_opt(year, 1, 1),
        end: Date::from_ymd_opt(year, 11, 30),
        start_to: None,
        end_from: None,
        used: true,
        basis: Basis::Period,
        figure: Some(Figure { value, qualifier: Qualifier::Rounded, rounding: 1000.0 }),
        change: None,
        campaign: None,
        source: "xinhua".into(),
        locator: None,
        text: text("391,000 cases were cracked.", "破获39.1万起。"),
        note: Text::default(),
        tags: vec![],
    }
}

/// Two claims: China in 2023, of the article, and Myanmar in 2024.
pub(crate) fn small_dataset() -> Dataset {
    let area = |code: &str, en, zh| Area {
        code: code.into(),
        kind: AreaKind::Country,
        name: text(en, zh),
        lon: 100.0,
        lat: 30.0,
    };
    let article = Claim {
        tags: vec![Tag::Article.name().into()],
        ..claim("cracked-2023-01-11", "cases_cracked", &HOME, 2023, 391_000.0)
    };
    Dataset {
        metrics: vec![
            metric("cases_cracked"),
            metric("suspects_handed_over"),
            Metric { trend: true, ..metric("incidents") },
        ],
        areas: vec![area(&HOME, "China", "中国"), area("MMR", "Myanmar", "缅甸")],
        claims: vec![article, claim("mmr-2024", "suspects_handed_over", "MMR", 2024, 49_000.0)],
        ..Dataset::default()
    }
}
