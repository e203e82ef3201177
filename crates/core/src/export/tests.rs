use std::collections::HashSet;

use proptest::prelude::*;

use super::{
    citation::{Format, Work, cite},
    csv::{guarded, starts_a_formula},
    json::json,
    markdown::markdown,
    text::text,
    *,
};
use crate::{
    dataset::{Claim, DESCRIPTOR, Package, RESOURCES, Text},
    query::{Index, Selection, records},
    testing::fixture,
};

const DESCRIPTOR_TEXT: &str = include_str!("../../../../tests/fixture/datapackage.json");

fn context<'a>(dataset: &'a Dataset, records: &'a [Record<'a>], query: &'a str) -> ExportContext<'a> {
    let (descriptor, language, site) = (DESCRIPTOR_TEXT, Language::English, "https://example.org/");
    ExportContext { dataset, descriptor, records, language, site, query }
}

fn selected<'a>(dataset: &'a Dataset, query: &str) -> Vec<Record<'a>> {
    let (selection, _) = Selection::from_query(dataset, query);
    records(dataset, &Index::new(dataset, []), selection.record_request())
}

fn parsed(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// The cell of a record's row in a column.
fn cell(sheet: &Sheet, row: usize, column: &str) -> Cell {
    let at = sheet.columns.iter().position(|name| *name == column).expect("a column");
    sheet.rows[row][at].clone()
}

fn read_back(files: &[(&str, String)]) -> Dataset {
    let text = |name: &str| files.iter().find(|file| file.0 == name).unwrap().1.clone().into();
    let package = Package { descriptor: text(DESCRIPTOR), resources: RESOURCES.map(text), wording: true };
    Dataset::read(&package).expect("no problems")
}

/// A claim as it is exported: its texts guarded.
fn exported(claim: &Claim) -> Claim {
    let text = |text: &Text| Text::of(|language| guarded(text.get(language)));
    let locator = claim.locator.as_deref().map(guarded);
    Claim { text: text(&claim.text), note: text(&claim.note), locator, ..claim.clone() }
}

#[test]
fn a_package_of_everything_is_the_dataset() {
    let dataset = fixture();
    let mut all: Vec<Record> = dataset.claims.iter().map(Record::Claim).collect();
    all.extend(dataset.events.iter().map(Record::Event));
    let back = read_back(&files(&context(&dataset, &all, "")));
    assert_eq!(back.claims, dataset.claims.iter().map(exported).collect::<Vec<_>>());
    assert_eq!(back.events, dataset.events);
    for row in &back.sources {
        assert_eq!(Some(row), dataset.source(&row.id));
    }
    for row in &back.metrics {
        assert_eq!(Some(row), dataset.metric(&row.id));
    }
    for row in &back.areas {
        assert_eq!(Some(row), dataset.area(&row.code));
    }
    for row in &back.campaigns {
        assert_eq!(Some(row), dataset.campaign(&row.id));
    }
}

#[test]
fn a_package_of_a_selection_says_what_was_selected() {
    let dataset = fixture();
    let query = "area=MMR&from=2023-01&to=2023-11";
    let found = selected(&dataset, query);
    let files = files(&context(&dataset, &found, query));
    let back = read_back(&files);
    assert_eq!(back.claims.len() + back.events.len(), found.len());
    assert!(back.sources.len() < dataset.sources.len());
    let descriptor: serde_json::Value = serde_json::from_str(&files[0].1).unwrap();
    assert_eq!(descriptor["selection"]["query"], query);
    assert_eq!(descriptor["selection"]["link"], format!("https://example.org/?{query}"));
    let whole: serde_json::Value = serde_json::from_str(DESCRIPTOR_TEXT).unwrap();
    for (key, value) in whole.as_object().unwrap() {
        assert_eq!(&descriptor[key], value, "{key}");
    }
}

#[test]
fn no_cell_starts_a_formula() {
    let dataset = fixture();
    let all = selected(&dataset, "");
    let guarded = all.iter().find(|record| record.id() == "calls-2023-formula");
    assert!(guarded.is_some(), "a text that would start a formula is among them");
    let context = context(&dataset, &all, "");
    let sheet = ("sheet", csv(&Sheet::of(&context), false));
    for (name, text) in files(&context).into_iter().skip(1).chain([sheet]) {
        // A number below zero is no formula.
        let formula = |cell: &String| starts_a_formula(cell) && cell.parse::<f64>().is_err();
        assert_eq!(parsed(&text).into_iter().flatten().find(formula), None, "{name}");
    }
}

#[test]
fn a_percentage_keeps_the_sign_that_a_flat_direction_does_not_tell() {
    let dataset = fixture();
    let claims = ["trend-2026-01", "trend-2026-03"].map(|id| Record::Claim(dataset.claim(&id.into()).unwrap()));
    let sheet = Sheet::of(&context(&dataset, &claims, ""));
    assert_eq!(cell(&sheet, 0, "direction"), Cell::Text("flat".into()));
    assert_eq!(cell(&sheet, 0, "change_pct"), Cell::Decimal(-0.2, 1));
    let down = dataset.claim(&"trend-2026-03".into()).unwrap().change.unwrap().percent.unwrap();
    assert_eq!(cell(&sheet, 1, "change_pct"), Cell::Decimal(down.value, down.decimals));
    assert!(down.value < 0.0);
    let rows = parsed(&csv(&sheet, false));
    let at = rows[0].iter().position(|name| name == "change_pct").unwrap();
    assert_eq!(rows[1][at], "-0.2", "a number and no guarded text");
}

#[test]
fn a_row_has_what_the_dataset_says_of_the_record() {
    let dataset = fixture();
    let records = [
        Record::Claim(dataset.claim(&"cracked-2023-01-11".into()).unwrap()),
        Record::Event(dataset.event(&"event-four-2023-08-15".into()).unwrap()),
    ];
    let sheet = Sheet::of(&context(&dataset, &records, ""));
    let rows = |row: usize| {
        let cells = sheet.columns.iter().zip(&sheet.rows[row]).filter(|(_, cell)| **cell != Cell::Empty);
        cells.map(|(name, cell)| format!("{name}: {}\n", cell.plain())).collect::<String>()
    };
    insta::assert_snapshot!(format!("{}\n{}", rows(0), rows(1)));
}

#[test]
fn every_column_is_filled_by_some_record() {
    let dataset = fixture();
    let mut all: Vec<Record> = dataset.claims.iter().map(Record::Claim).collect();
    all.extend(dataset.events.iter().map(Record::Event));
    let sheet = Sheet::of(&context(&dataset, &all, ""));
    for (at, column) in sheet.columns.iter().enumerate() {
        assert!(sheet.rows.iter().any(|row| row[at] != Cell::Empty), "{column}");
    }
    assert_eq!(sheet.columns.iter().collect::<HashSet<_>>().len(), sheet.columns.len(), "no name twice");
}

#[test]
fn json_has_the_cells_of_the_table() {
    let dataset = fixture();
    let found = selected(&dataset, "area=MMR&q=2023");
    let context = context(&dataset, &found, "area=MMR&q=2023");
    let whole: serde_json::Value = serde_json::from_str(&json(&context)).unwrap();
    let sheet = Sheet::of(&context);
    assert!(!sheet.rows.is_empty());
    assert_eq!(whole["link"], "https://example.org/?area=MMR&q=2023");
    assert_eq!(whole["records"].as_array().unwrap().len(), sheet.rows.len());
    for (object, row) in whole["records"].as_array().unwrap().iter().zip(&sheet.rows) {
        for (column, cell) in sheet.columns.iter().zip(row) {
            assert_eq!(object[column], serde_json::to_value(cell).unwrap());
        }
    }
}

#[test]
fn every_format_is_written_under_a_name_of_its_own() {
    let dataset = fixture();
    let found = selected(&dataset, "area=MMR");
    let context = context(&dataset, &found, "area=MMR");
    let names: HashSet<String> = TableFormat::ALL.iter().map(|format| format.file_name(&context)).collect();
    assert_eq!(names.len(), TableFormat::ALL.len(), "{names:?}");
    let words = context.language.words();
    let labels: HashSet<&str> = TableFormat::ALL.iter().map(|format| (format.label)(words)).collect();
    assert_eq!(labels.len(), TableFormat::ALL.len(), "{labels:?}");
    for format in TableFormat::ALL {
        let bytes = (format.write)(&context);
        match format.extension {
            "zip" => assert!(bytes.starts_with(b"PK\x03\x04")),
            _ => assert!(std::str::from_utf8(&bytes).unwrap().contains("4,666") || bytes.len() > 1_000),
        }
        assert_eq!(bytes.starts_with("\u{feff}".as_bytes()), format.stem == "claims-excel");
    }
}

#[test]
fn a_claim_is_cited_with_its_source() {
    let dataset = fixture();
    let context = context(&dataset, &[], "");
    let claim = dataset.claim(&"cracked-2023-01-11".into()).unwrap();
    let works = Work::record(&context, Record::Claim(claim));
    let read = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let all = Format::ALL.map(|format| cite(&works, format, read)).join("\n");
    insta::assert_snapshot!(all);
}

#[test]
fn each_view_is_cited_under_a_key_of_its_own() {
    let dataset = fixture();
    let key = |query: &str| Work::page(&context(&dataset, &[], query)).key;
    assert_eq!(key(""), "crackdown-explorer");
    assert_eq!(key("theme=dark"), key(""), "the same figures in other colours");
    assert_eq!(key("area=MMR&from=2023-01"), "crackdown-explorer-area-mmr-from-2023-01-5bbcca6a");
    assert_eq!(key("area=MMR&from=2023-01&theme=dark"), key("area=MMR&from=2023-01"));
    let long = format!("q={}", "x".repeat(200));
    let keys = ["", "area=MMR", "q=移交", "q=电诈", "q=A", "q=a", &long, &format!("{long}x")].map(key);
    assert_eq!(keys.iter().collect::<HashSet<_>>().len(), keys.len(), "{keys:?}");
    let letters = |key: &String| key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    assert!(keys.iter().all(letters), "{keys:?}");
}

#[test]
fn tables_say_where_they_come_from() {
    let dataset = fixture();
    let claim = [Record::Claim(dataset.claim(&"cracked-2023-01-11".into()).unwrap())];
    let context = context(&dataset, &claim, "area=CHN");
    insta::assert_snapshot!(format!("{}\n{}", markdown(&context), text(&context)));
}

#[test]
fn names_of_files_say_what_and_when() {
    let name = file_name("claims", "area=MMR&from=2023-01&theme=dark&q=../%2e%2e/移交", "2026-11-23T00:00:00Z", "csv");
    assert_eq!(name, "crackdown-claims_area-MMR_from-2023-01_q-_2026-11-23.csv");
}

proptest! {
    #[test]
    fn csv_reads_back(cells in prop::collection::vec(prop_oneof!["\\PC*", any::<String>(), "'*[=+@\t\r-].*"], 1..5)) {
        let columns = ["a", "b", "c", "d"].map(str::to_owned);
        let row: Vec<Cell> = cells.iter().cloned().map(Cell::Text).collect();
        let sheet = Sheet { columns: columns[..row.len()].to_vec(), rows: vec![row.clone(), row] };
        let back = parsed(&csv(&sheet, false));
        prop_assert_eq!(back.len(), 3);
        for row in &back[1..] {
            prop_assert!(row.iter().all(|cell| !starts_a_formula(cell)));
            let plain = row.iter().map(|cell| match cell.strip_prefix('\'') {
                Some(rest) if starts_a_formula(rest.trim_start_matches('\'')) => rest,
                _ => cell.as_str(),
            });
            prop_assert_eq!(plain.collect::<Vec<_>>(), cells.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }

    #[test]
    fn any_query_names_a_file(what in "\\PC*", query in "\\PC*", created in "\\PC*") {
        let name = file_name(&what, &query, &created, "csv");
        prop_assert!(name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b)) && name.len() < 255 + what.len());
    }

    #[test]
    fn any_work_is_cited(title in any::<String>(), url in any::<String>()) {
        let day = chrono::NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
        let work = Work { key: "k".into(), author: title.clone(), title, issued: Some(day), url, note: String::new() };
        let ris = cite(std::slice::from_ref(&work), Format::Ris, day);
        prop_assert_eq!(ris.matches("\r\n").count(), ris.matches("\n").count());
        let csl: serde_json::Value = serde_json::from_str(&cite(std::slice::from_ref(&work), Format::Csl, day)).unwrap();
        prop_assert_eq!(csl[0]["title"].as_str(), Some(work.title.as_str()));
    }
}
