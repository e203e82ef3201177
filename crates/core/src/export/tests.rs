use proptest::prelude::*;

use super::{
    citation::{Format, Work, cite},
    csv::starts_a_formula,
    *,
};
use crate::{
    dataset::{DESCRIPTOR, Package, RESOURCES},
    query::{Index, Selection, records},
};

fn embedded() -> Dataset {
    Dataset::read(&Package::embedded()).expect("the record")
}

fn take<'a>(dataset: &'a Dataset, records: &'a [Record<'a>], query: &'a str) -> ExportContext<'a> {
    ExportContext { dataset, records, language: Language::English, site: "https://example.org/", query }
}

fn asked<'a>(dataset: &'a Dataset, query: &str) -> Vec<Record<'a>> {
    let (selection, _) = Selection::from_query(dataset, query);
    records(dataset, &Index::new(dataset, []), selection.record_request())
}

fn parsed(text: &str) -> Vec<Vec<String>> {
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn read_back(files: &[(&str, String)]) -> Dataset {
    let text = |name: &str| files.iter().find(|file| file.0 == name).unwrap().1.clone().into();
    let package = Package { descriptor: text(DESCRIPTOR), resources: RESOURCES.map(text), wording: true };
    Dataset::read(&package).expect("no problems")
}

#[test]
fn a_package_of_everything_is_the_record() {
    let dataset = embedded();
    let mut all: Vec<Record> = dataset.claims.iter().map(Record::Claim).collect();
    all.extend(dataset.events.iter().map(Record::Event));
    let back = read_back(&files(&take(&dataset, &all, ""), &Package::embedded().descriptor));
    assert_eq!((back.claims, back.events), (dataset.claims.clone(), dataset.events.clone()));
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
    let dataset = embedded();
    let query = "area=MMR&from=2023-01&to=2023-11";
    let found = asked(&dataset, query);
    let files = files(&take(&dataset, &found, query), &Package::embedded().descriptor);
    let back = read_back(&files);
    assert_eq!(back.claims.len() + back.events.len(), found.len());
    assert!(back.sources.len() < dataset.sources.len());
    let descriptor: serde_json::Value = serde_json::from_str(&files[0].1).unwrap();
    assert_eq!(descriptor["selection"]["query"], query);
    assert_eq!(descriptor["selection"]["link"], format!("https://example.org/?{query}"));
    assert_eq!(descriptor["created"], dataset.created);
}

#[test]
fn no_cell_of_the_record_starts_a_formula() {
    let dataset = embedded();
    let all = asked(&dataset, "");
    for row in parsed(&csv(&Sheet::of(&take(&dataset, &all, "")), false)) {
        assert_eq!(row.into_iter().find(|cell| starts_a_formula(cell)), None);
    }
    for (name, text) in files(&take(&dataset, &all, ""), &Package::embedded().descriptor).iter().skip(1) {
        // A number below zero is no formula.
        let formula = |cell: &String| starts_a_formula(cell) && cell.parse::<f64>().is_err();
        assert_eq!(parsed(text).into_iter().flatten().find(formula), None, "{name}");
    }
}

#[test]
fn json_holds_the_cells_of_the_table() {
    let dataset = embedded();
    let found = asked(&dataset, "area=MMR&q=2023");
    let context = take(&dataset, &found, "area=MMR&q=2023");
    let whole: serde_json::Value = serde_json::from_str(&json(&context)).unwrap();
    let sheet = Sheet::of(&context);
    assert_eq!(whole["records"].as_array().unwrap().len(), sheet.rows.len());
    for (object, row) in whole["records"].as_array().unwrap().iter().zip(&sheet.rows) {
        for (column, cell) in sheet.columns.iter().zip(row) {
            assert_eq!(object[column], serde_json::from_str::<serde_json::Value>(&cell.json()).unwrap());
        }
    }
}

#[test]
fn a_claim_is_cited_with_its_source() {
    let dataset = embedded();
    let context = take(&dataset, &[], "");
    let claim = dataset.claim("cracked-2023-01-11").unwrap();
    let works = Work::record(&context, Record::Claim(claim));
    let read = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
    let all = Format::ALL.map(|format| cite(&works, format, read)).join("\n");
    insta::assert_snapshot!(all);
}

#[test]
fn tables_say_where_they_come_from() {
    let dataset = embedded();
    let claim = [Record::Claim(dataset.claim("cracked-2023-01-11").unwrap())];
    let context = take(&dataset, &claim, "area=CHN");
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
        let columns: &[&str] = &["a", "b", "c", "d"];
        let row: Vec<Cell> = cells.iter().cloned().map(Cell::Text).collect();
        let sheet = Sheet { columns: &columns[..row.len()], rows: vec![row.clone(), row] };
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
