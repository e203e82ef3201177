//! `claims lint` on the fixture, whole and broken in one place each.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixture");

/// Exit status, standard output and standard error of `claims`.
fn claims(arguments: &[&str]) -> (Option<i32>, String, String) {
    let run = Command::new(env!("CARGO_BIN_EXE_claims")).args(arguments).output().expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (run.status.code(), text(run.stdout), text(run.stderr))
}

/// A copy of the fixture; removed when it goes out of scope.
struct Copy(PathBuf);

impl Copy {
    fn new(name: &str) -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("lint-{name}"));
        fs::create_dir_all(&directory).expect("a directory");
        for file in fs::read_dir(FIXTURE).expect("the fixture") {
            let file = file.expect("a file");
            fs::copy(file.path(), directory.join(file.file_name())).expect("copied");
        }
        Self(directory)
    }

    fn edit(&self, file: &str, change: impl FnOnce(String) -> String) {
        let path = self.0.join(file);
        let text = fs::read_to_string(&path).expect("a text");
        fs::write(path, change(text)).expect("written");
    }

    fn lint(&self) -> (Option<i32>, String, String) {
        claims(&["lint", &self.0.display().to_string()])
    }

    /// What the linter prints of a package with problems.
    fn problems(&self) -> Vec<String> {
        let (status, stdout, stderr) = self.lint();
        assert_eq!((status, stdout.as_str()), (Some(1), ""), "{stderr}");
        stderr.lines().map(str::to_owned).collect()
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const SOUND: &str = "118 claims, 23 events, 29 sources, 24 metrics, 13 areas, 7 campaigns: no problems\n";

#[test]
fn a_sound_package_is_counted() {
    assert_eq!(claims(&["lint", FIXTURE]), (Some(0), SOUND.to_owned(), String::new()));
}

#[test]
fn a_renamed_column_is_one_problem_of_its_file() {
    for (file, first) in [
        ("sources.csv", "id,publisher,"),
        ("metrics.csv", "id,label_en,"),
        ("areas.csv", "code,kind,"),
        ("campaigns.csv", "id,name_en,"),
        ("claims.csv", "id,metric,"),
        ("events.csv", "id,start,"),
    ] {
        let copy = Copy::new(&format!("header-{file}"));
        let (id, _) = first.split_once(',').expect("two columns");
        copy.edit(file, |text| text.replacen(first, &format!("{id},renamed,"), 1));
        let problems = copy.problems();
        assert_eq!(problems.len(), 1, "{problems:#?}");
        let sentence = format!("{file}:1: column \"*\": found \"{id},renamed,");
        let expected = format!("\", expected the columns {first}");
        assert!(problems[0].starts_with(&sentence) && problems[0].contains(&expected), "{}", problems[0]);
    }
}

#[test]
fn a_short_row_is_one_problem_of_its_line() {
    let copy = Copy::new("short-row");
    copy.edit("sources.csv", |text| text.replacen(",government,high", "", 1));
    assert_eq!(copy.problems(), ["sources.csv:2: column \"*\": found \"5 fields\", expected 7 fields"]);
}

#[test]
fn a_missing_file_is_named() {
    for file in ["claims.csv", "datapackage.json"] {
        let copy = Copy::new(&format!("without-{file}"));
        fs::remove_file(copy.0.join(file)).expect("removed");
        let problems = copy.problems();
        assert!(problems.len() == 1 && problems[0].contains(&format!("{file}: ")), "{problems:#?}");
    }
    let (status, _, stderr) = claims(&["lint", "no-such-directory"]);
    assert!(status == Some(1) && stderr.contains("sources.csv"), "{stderr}");
}

#[test]
fn a_byte_order_mark_is_no_problem() {
    let copy = Copy::new("byte-order-mark");
    copy.edit("claims.csv", |text| format!("\u{feff}{text}"));
    copy.edit("sources.csv", |text| format!("\u{feff}{text}"));
    assert_eq!(copy.lint(), (Some(0), SOUND.to_owned(), String::new()));
}

#[test]
fn an_unknown_value_is_one_problem_of_its_cell() {
    let copy = Copy::new("unknown-value");
    copy.edit("sources.csv", |text| text.replacen(",government,high", ",government,certain", 1));
    copy.edit("claims.csv", |text| text.replacen(",period,78000,", ",sometimes,78000,", 1));
    let problems = copy.problems();
    assert_eq!(
        problems,
        [
            "sources.csv:2: column \"reliability\": found \"certain\", expected one of high, medium, low",
            "claims.csv:2: column \"basis\": found \"sometimes\", expected one of period, as_of, change, statement",
        ]
    );
}

#[test]
fn every_problem_of_a_row_is_named() {
    let copy = Copy::new("two-problems");
    copy.edit("areas.csv", |text| text + "XX,country,X,X,999,0\n");
    let problems = copy.problems();
    assert_eq!(problems.len(), 2, "{problems:#?}");
    assert!(problems.iter().all(|line| line.starts_with("areas.csv:15: column ")), "{problems:#?}");
}

#[test]
fn unknown_arguments_are_refused() {
    for arguments in [&[][..], &["check"], &["lint", "a", "b"], &["frobnicate", "a"]] {
        let (status, _, stderr) = claims(arguments);
        assert_eq!(status, Some(2), "{arguments:?}");
        assert!(stderr.starts_with("usage: claims lint DIR"));
    }
}
