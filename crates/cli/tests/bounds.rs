//! `claims bounds` on the fixture.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::process::Command;

/// Exit status, standard output and standard error of `claims bounds` on the fixture.
fn bounds(arguments: &[&str]) -> (Option<i32>, String, String) {
    claims("bounds", "fixture", arguments)
}

/// The same of any command, on a folder of `tests`.
fn claims(command: &str, folder: &str, arguments: &[&str]) -> (Option<i32>, String, String) {
    let data = format!("{}/../../tests/{folder}", env!("CARGO_MANIFEST_DIR"));
    let command = Command::new(env!("CARGO_BIN_EXE_claims")).arg(command).arg(data).args(arguments).output();
    let run = command.expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (run.status.code(), text(run.stdout), text(run.stderr))
}

const CRACKED: [&str; 4] = ["--metric", "cases_cracked", "--area", "CHN"];

/// Low and high of a month.
fn month(answer: &str, month: &str) -> (f64, f64) {
    let line = answer.lines().find(|line| line.starts_with(&format!("month,{month},"))).expect("the month");
    let numbers: Vec<f64> = line.split(',').skip(3).take(2).map(|cell| cell.parse().expect("a number")).collect();
    (numbers[0], numbers[1])
}

#[test]
fn the_months_that_subtraction_gives_away() {
    let (status, answer, _) = bounds(&CRACKED);
    assert_eq!(status, Some(0));
    assert!(answer.starts_with("kind,start,end,low,high,claims\n"), "{answer}");
    assert_eq!(month(&answer, "2023-12"), (45_000.0, 47_000.0));
    assert!(answer.contains("month,2023-12,2023-12,45000.0,47000.0,cracked-2023;cracked-2023-01-11\n"), "{answer}");
    for (at, from, to) in [("2022-12", 72_000.0, 74_000.0), ("2019-06", 13_000.0, 15_000.0)] {
        let (low, high) = month(&answer, at);
        assert!(from <= low && low < high && high <= to, "{at}: {low} to {high}");
    }
}

#[test]
fn a_range_keeps_only_the_claims_inside() {
    let arguments = [&CRACKED[..], &["--from", "2023-01", "--to", "2023-12", "--min-reliability", "low"]].concat();
    let (_, answer, _) = bounds(&arguments);
    let months: Vec<&str> = answer.lines().filter(|line| line.starts_with("month")).collect();
    assert_eq!(months.len(), 12, "{answer}");
    assert_eq!(month(&answer, "2023-12"), (45_000.0, 47_000.0));
}

#[test]
fn json_carries_bounds_and_conflicts() {
    let (status, answer, stderr) = bounds(&[&CRACKED[..], &["--format", "json"]].concat());
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("json");
    assert_eq!(status, Some(0));
    assert!(answer["bounds"].as_array().is_some_and(|lines| lines.len() > 100));
    let lines = answer["bounds"].as_array().expect("lines");
    let december = lines.iter().find(|line| line["kind"] == "month" && line["start"] == "2023-12").expect("December");
    assert_eq!(december["claims"], serde_json::json!(["cracked-2023", "cracked-2023-01-11"]));
    let conflicts = answer["conflicts"].as_array().expect("conflicts");
    let aside: Vec<&str> = stderr.lines().filter(|line| line.starts_with("set aside ")).collect();
    assert_eq!(conflicts.len(), aside.len());
    assert!(aside.iter().all(|line| line.contains(": conflicts with ")), "{stderr}");
}

#[test]
fn a_metric_without_figures_has_no_bounds() {
    let (status, answer, stderr) = bounds(&["--metric", "incidents", "--area", "CHN"]);
    assert_eq!((status, answer.as_str(), stderr.as_str()), (Some(0), "kind,start,end,low,high,claims\n", ""));
}

#[test]
fn bad_arguments_are_named() {
    for (arguments, said) in [
        (&["--metric", "cases_cracked"][..], "--area"),
        (&["--metric", "cases_cracked", "--area", "CHN", "--from", "2023"], "2023"),
        (&["--metric", "cases_cracked", "--area", "CHN", "--max-monthly-change", "-3"], "percentage"),
        (&["--metric", "cases_cracked", "--area", "CHN", "--min-reliability", "some"], "low, medium or high"),
        (&["--metric", "cases_cracked", "--area", "CHN", "--revision", "1000"], "expected a percentage from 0 to 100"),
        (&["--metric", "cases_cracked", "--area", "CHN", "--grain", "week"], "expected year, half, quarter or finest"),
        (&["--metric", "cases_cracked", "--area", "CHN", "--periods", "2023-12"], "expected two periods as "),
        (&["--metric", "cases_cracked", "--area", "CHN", "--of", "day"], "expected year, twelve_months or month"),
        (&["--metric", "cases_cracked", "--area", "CHN", "--frobnicate"], "--frobnicate"),
    ] {
        let (status, answer, stderr) = bounds(arguments);
        assert_eq!((status, answer.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(stderr.contains(said) && stderr.contains("usage: "), "{stderr}");
    }
}

/// The lines of an answer about the reviewed cases cracked, without its header.
fn reviewed(command: &str, arguments: &[&str]) -> Vec<String> {
    let (status, answer, stderr) = claims(command, "reviewed", &[&CRACKED[..], arguments].concat());
    assert_eq!(status, Some(0), "{stderr}");
    answer.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn a_course_prints_grade_interval_robust_range_and_claims() {
    let (_, answer, stderr) = claims("bounds", "reviewed", &[&CRACKED[..], &["--grain", "year"]].concat());
    assert!(answer.starts_with("start,end,grade,low,high,robust_low,robust_high,claims\n"), "{answer}");
    let year = answer.lines().find(|line| line.starts_with("2020-01,")).expect("2020");
    assert!(
        year.starts_with("2020-01,2020-12,reported,321500.0,322500.0,246705.8") && year.ends_with(",cracked-2020"),
        "{year}"
    );
    assert!(stderr.contains("set aside cracked-2020-as-of-2021-01-04: conflicts with cracked-2020\n"), "{stderr}");
    assert!(stderr.ends_with("ways out: 2\n"), "{stderr}");
    let finest = reviewed("bounds", &["--grain", "finest", "--from", "2023-01", "--to", "2023-12"]);
    assert_eq!(finest[1], "2023-12,2023-12,difference,45000.0,47000.0,45000.0,47000.0,cracked-2023;cracked-2023-01-11");
}

#[test]
fn questions_beside_the_bounds_are_answered() {
    let squeezed = reviewed("squeezed", &[]);
    assert!(squeezed.len() == 2 && squeezed[0].starts_with("2020-08,2020-08,41"), "{squeezed:?}");
    let strained = reviewed("strained", &[]);
    assert!(
        strained.iter().any(|line| line.starts_with("cracked-2021-01-11,370000.0,379999.0,370000.0,3705")),
        "{strained:?}"
    );
    assert!(reviewed("loops", &[])[0].starts_with("0.96"));
    let fragility = reviewed("fragility", &["--grain", "year"]);
    assert!(
        fragility
            .iter()
            .any(|line| line.starts_with("2021-01,2021-12,") && line.ends_with(",370000.0,509000.0,cracked-2020")),
        "{fragility:?}"
    );
    let signs = ["2022-12,2023-12", "2022-07:2022-12,2023-07:2023-12"]
        .map(|periods| reviewed("compare", &["--periods", periods]));
    assert!(signs[0][0].ends_with(",certain") && signs[1][0].ends_with(",unknown"), "{signs:?}");
    assert_eq!(reviewed("peaks", &[]), ["2022-01,2022-12"]);
    let (_, _, stderr) = claims("peaks", "reviewed", &[&CRACKED[..], &["--of", "month"]].concat());
    assert!(stderr.contains("some month had at least 72000"), "{stderr}");
}
