//! The record that ships: it keeps its own rules, and the linter says so.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::{
    path::Path,
    process::{Command, Output},
};

use chrono::NaiveDate;
use crackdown_core::{
    dataset::{Dataset, Figure, Interval, Package, Problem, Qualifier},
    locale::Language,
};

fn embedded() -> Dataset {
    Dataset::read(&Package::embedded())
        .unwrap_or_else(|problems| panic!("{}", problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")))
}

fn claims(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_claims")).args(arguments).output().expect("the linter runs")
}

fn www_data() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www/data").display().to_string()
}

#[test]
fn the_embedded_package_has_no_problems() {
    let data = embedded();
    assert!(!data.claims.is_empty() && !data.events.is_empty() && !data.version.is_empty());
    assert_eq!(Package::read_dir(Path::new(&www_data())).expect("readable"), Package::embedded());
}

#[test]
fn the_founding_article_is_in_the_record() {
    let data = embedded();
    let day = |month, day| NaiveDate::from_ymd_opt(2023, month, day);
    let cracked = data
        .claims
        .iter()
        .filter(|claim| claim.in_article() && claim.metric == "cases_cracked" && claim.area == "CHN")
        .find(|claim| claim.start == day(1, 1) && claim.end == day(11, 30))
        .expect("the article's cases cracked from January to November 2023");
    let figure = cracked.figure.expect("a figure");
    assert_eq!(figure, Figure { value: 391_000.0, qualifier: Qualifier::Rounded, rounding: 1_000.0 });
    assert_eq!(figure.interval(), Interval { low: 390_500.0, high: 391_500.0 });
}

#[test]
fn the_linter_passes_the_record() {
    let (run, data) = (claims(&["lint", &www_data()]), embedded());
    let expected = format!(
        "{} claims, {} events, {} sources, {} metrics, {} areas, {} campaigns: no problems\n",
        data.claims.len(),
        data.events.len(),
        data.sources.len(),
        data.metrics.len(),
        data.areas.len(),
        data.campaigns.len()
    );
    assert_eq!((run.status.code(), String::from_utf8_lossy(&run.stdout).as_ref()), (Some(0), expected.as_str()));
    assert!(run.stderr.is_empty());
}

#[test]
fn the_linter_names_every_problem() {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("broken-package");
    std::fs::create_dir_all(&directory).expect("a directory");
    for file in std::fs::read_dir(www_data()).expect("the record") {
        let file = file.expect("a file");
        let text = std::fs::read_to_string(file.path()).expect("a text");
        let text = if file.file_name() == "areas.csv" { text + "XX,country,X,X,999,0\n" } else { text };
        std::fs::write(directory.join(file.file_name()), text).expect("written");
    }
    let run = claims(&["lint", &directory.display().to_string()]);
    let stderr = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!((run.status.code(), stderr.lines().count()), (Some(1), 2), "{stderr}");
    assert!(run.stdout.is_empty());
    assert!(stderr.lines().all(|line| line.starts_with("areas.csv:")), "{stderr}");
}

#[test]
fn the_linter_refuses_what_it_does_not_know() {
    for arguments in [&[][..], &["check"], &["lint", "a", "b"], &["frobnicate", "a"]] {
        let run = claims(arguments);
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&run.stderr).starts_with("usage: claims lint DIR"));
    }
    let missing = claims(&["lint", "no-such-directory"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("sources.csv"));
}

/// A comma, colon, semicolon, question mark or bracket of the Latin alphabet beside a Chinese character.
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
    let data = embedded();
    let mut texts: Vec<&str> = Vec::new();
    texts.extend(data.claims.iter().flat_map(|row| [&row.text, &row.note]).map(|text| text.zh.as_str()));
    texts.extend(data.events.iter().flat_map(|row| [&row.text, &row.note]).map(|text| text.zh.as_str()));
    texts.extend(data.metrics.iter().flat_map(|row| [&row.label, &row.definition]).map(|text| text.zh.as_str()));
    let campaigns = data.campaigns.iter().flat_map(|row| [&row.name, &row.focus, &row.authority, &row.note]);
    texts.extend(campaigns.map(|text| text.zh.as_str()));
    let words = format!("{:?}", Language::Chinese.words());
    // Derived debug output puts each text between straight quotes.
    texts.extend(words.split('"'));
    assert_eq!(texts.into_iter().find_map(latin_marks), None);
}
