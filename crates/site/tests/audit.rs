//! The live record in `www/data`: what must be true of it whatever is added. Behaviour is tested with `tests/fixture` instead.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

#[path = "audit/inferred.rs"]
mod inferred;

use std::{fs, path::Path};

use chrono::NaiveDate;
use crackdown_core::{
    analysis::{
        contradictions::{ContradictionKind, contradictions},
        derived_months::derived_months,
        runs::{ProofKind, proofs},
    },
    dataset::{AreaKind, Comparator, Dataset, Direction, Figure, HOME, Interval, Package, Qualifier, RecordId},
    locale::Language,
    query::{Query, article_figures, partners},
};
use crackdown_site::light::light;

const WWW: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../www");

fn package() -> Package<'static> {
    Package::read_dir(&Path::new(WWW).join("data")).expect("www/data")
}

fn record() -> Dataset {
    Dataset::read(&package()).unwrap_or_else(|problems| {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

#[test]
fn no_rule_of_the_format_is_broken() {
    let record = record();
    assert!(!record.claims.is_empty() && !record.events.is_empty() && !record.version.is_empty());
    assert_eq!(package(), Package::embedded());
}

#[test]
fn the_founding_article_has_its_cases_cracked() {
    let record = record();
    let day = |month, day| NaiveDate::from_ymd_opt(2023, month, day);
    let cracked = record
        .claims
        .iter()
        .filter(|claim| claim.in_article() && claim.metric == "cases_cracked" && claim.area == "CHN")
        .find(|claim| claim.start == day(1, 1) && claim.end == day(11, 30))
        .expect("the article's cases cracked from January to November 2023");
    let figure = cracked.figure.expect("a figure");
    assert_eq!(figure, Figure { value: 391_000.0, qualifier: Qualifier::Rounded, rounding: 1_000.0 });
    assert_eq!(figure.interval(), Interval::between(390_500.0, 391_500.0));
}

#[test]
fn the_first_screen_has_the_articles_figures() {
    let record = record();
    let figures: Vec<f64> =
        article_figures(&record).filter_map(|claim| claim.figure).map(|figure| figure.value).collect();
    assert_eq!(figures, [391_000.0, 41_000.0, 79_000.0, 3_000.0, 263.0]);
}

#[test]
fn the_articles_figure_and_the_years_leave_december_2023() {
    let mut record = record();
    record.claims.retain(|claim| claim.metric == "cases_cracked" && claim.area == "CHN");
    let months = derived_months(&record).expect("solved");
    let december = months.iter().find(|month| month.month.to_string() == "2023-12").expect("December 2023");
    assert_eq!((december.low, december.high), (45_000.0, 47_000.0));
    let mut because = december.because.clone();
    because.sort_unstable();
    assert_eq!(because, ["cracked-2023", "cracked-2023-01-11"]);
}

#[test]
fn known_contradictions_are_found() {
    let found = contradictions(&record()).expect("solved");
    for (kind, ids) in [
        (ContradictionKind::DifferentFigures, &["court-2024", "court-2024-change"][..]),
        (ContradictionKind::RepeatedFigure, &["cracked-2022-01-11", "cracked-2023-01-11"]),
        (ContradictionKind::RepeatedFigure, &["cracked-2020-h1", "cracked-2020-cloud-sword"]),
        (ContradictionKind::UnitSlip, &["stop-2025-as-published", "stop-2025-china-daily"]),
        (ContradictionKind::SumOfOthers, &["averted-2020", "stop-2020", "recovered-2020"]),
        (ContradictionKind::Inconsistent, &["court-2024", "court-2024-change"]),
        (ContradictionKind::FirstMonthOrBase, &["trend-2023-08-12", "trend-2023-09-2024-04"]),
        (ContradictionKind::ImpliedBase, &["cracked-2017-ytd", "cracked-2016"]),
        (ContradictionKind::Misdated, &["cracked-2020-cloud-sword", "cracked-2020-h1"]),
        (ContradictionKind::Misdated, &["stop-2025-as-published"]),
        (ContradictionKind::Inconsistent, &["losses-2016", "chn-2015-losses"]),
        (ContradictionKind::Strained, &["cracked-2021-01-11"]),
        (ContradictionKind::TightLoop, &["cracked-2021-01-11", "cracked-2022-01-11"]),
    ] {
        let all = |claims: &[RecordId]| ids.iter().all(|id| claims.iter().any(|claim| claim == id));
        assert!(found.iter().any(|one| one.check == kind && all(&one.claims)), "{kind:?}: {ids:?}");
    }
}

/// Falls on a year earlier are stacked, and prove nothing of a month against the month before.
#[test]
fn the_runs_prove_falls_of_twelve_months_and_of_three_years() {
    let record = record();
    let proofs = proofs(&record, &record.claims);
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let found = |start: &str, end: &str, claim: &str| {
        let own = |id: &RecordId| id == claim;
        let proof = proofs
            .iter()
            .find(|proof| (proof.start, proof.end) == (day(start), day(end)) && proof.claims.iter().any(own));
        proof.map(|proof| proof.kind)
    };
    let (direction, times, years) = (Direction::Down, 17, 3);
    assert_eq!(
        found("2021-06-01", "2022-10-31", "chn-2021-06-2022-10-trend-17"),
        Some(ProofKind::LatestTwelve { direction, times })
    );
    assert_eq!(
        found("2023-09-01", "2023-10-31", "chn-2021-06-2022-10-trend-17"),
        Some(ProofKind::Years { direction, years })
    );
    for id in proofs.iter().flat_map(|proof| &proof.claims) {
        let change = record.claim(id).and_then(|claim| claim.change).expect("a change");
        assert_eq!(change.comparator, Comparator::Yoy, "{id}");
    }
}

/// A report that states no cut-off may have counted to the end of the second month before it, so that it agrees with the total of the year.
#[test]
fn an_inferred_cut_off_reconciles_totals() {
    let found = contradictions(&record()).expect("solved");
    let sets = found.iter().filter(|one| one.check == ContradictionKind::Inconsistent);
    let named: Vec<&RecordId> = sets.flat_map(|one| &one.claims).collect();
    for id in ["cracked-2020-as-of-2021-01-04", "suspects-2020-as-of-2021-01-04", "key-2023-01-11", "key-2023"] {
        assert!(named.iter().all(|named| *named != id), "{id}");
    }
}

#[test]
fn the_light_dataset_is_read_without_problems() {
    let package = package();
    let files: Vec<_> = light(&package, &record()).expect("cut").into_iter().map(|(_, text)| text.into()).collect();
    let light = Package { resources: files.try_into().expect("six files"), wording: false, ..package };
    assert_eq!(Dataset::read(&light).expect("no problems").claims.len(), record().claims.len());
}

/// An area without claims and events would be on the map for nothing.
#[test]
fn every_area_is_named() {
    let record = record();
    let partners = partners(&record, &Query::default(), None, &"suspects_handed_over".into());
    for area in record.areas.iter().filter(|area| area.code != HOME) {
        assert!(partners.iter().any(|partner| partner.code == area.code), "{}", area.code);
    }
}

/// The map has every area of the world, the dataset those that its rows name; both state kind, names and label point.
#[test]
fn areas_are_the_same_on_the_map() {
    let map = fs::read_to_string(Path::new(WWW).join("map/areas.csv")).expect("the areas of the map");
    for area in record().areas {
        let kind = match area.kind {
            AreaKind::Country => "country",
            AreaKind::Province => "province",
        };
        let line = map.lines().find(|line| line.starts_with(&format!("{},", area.code)));
        let cells: Vec<&str> = line.unwrap_or_else(|| panic!("{}: not on the map", area.code)).split(',').collect();
        let [_, its_kind, _, en, zh, lon, lat] = cells[..] else { panic!("{}: {cells:?}", area.code) };
        assert_eq!((its_kind, en, zh), (kind, area.name.get("en"), area.name.get("zh")), "{}", area.code);
        assert_eq!((lon.parse(), lat.parse()), (Ok(area.lon), Ok(area.lat)), "{}", area.code);
    }
}

/// A comma, colon, semicolon, question mark or bracket of the Latin alphabet next to a Chinese character.
fn latin_marks(text: &str) -> Option<String> {
    let chinese = |c: &char| ('\u{4e00}'..='\u{9fff}').contains(c);
    let letters: Vec<char> = text.chars().collect();
    let pairs = letters.windows(2).find(|pair| {
        let marks = pair.iter().filter(|c| ",;:?!()".contains(**c)).count();
        marks == 1 && pair.iter().any(chinese)
    });
    pairs.map(|pair| format!("{} in {text}", pair.iter().collect::<String>()))
}

#[test]
fn chinese_is_punctuated_as_chinese() {
    let record = record();
    let mut texts: Vec<&str> = Vec::new();
    texts.extend(record.claims.iter().flat_map(|row| [&row.text, &row.note]).map(|text| text.get("zh")));
    texts.extend(record.events.iter().flat_map(|row| [&row.text, &row.note]).map(|text| text.get("zh")));
    texts.extend(record.metrics.iter().flat_map(|row| [&row.label, &row.definition]).map(|text| text.get("zh")));
    let campaigns = record.campaigns.iter().flat_map(|row| [&row.name, &row.focus, &row.authority, &row.note]);
    texts.extend(campaigns.map(|text| text.get("zh")));
    let words = format!("{:?}", Language::Chinese.words());
    // Derived debug output puts each text between straight quotes.
    texts.extend(words.split('"'));
    assert_eq!(texts.into_iter().find_map(latin_marks), None);
}
