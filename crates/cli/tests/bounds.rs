//! `claims bounds` on the fixture.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::process::Command;

/// Exit status, standard output and standard error of `claims bounds` on the fixture.
fn bounds(arguments: &[&str]) -> (Option<i32>, String, String) {
    let data = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixture");
    let command = Command::new(env!("CARGO_BIN_EXE_claims")).arg("bounds").arg(data).args(arguments).output();
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
    assert_eq!(conflicts.len(), stderr.lines().count());
    assert!(
        stderr.lines().all(|line| line.starts_with("set aside ") && line.contains(": conflicts with ")),
        "{stderr}"
    );
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
        (&["--metric", "cases_cracked", "--area", "CHN", "--frobnicate"], "--frobnicate"),
    ] {
        let (status, answer, stderr) = bounds(arguments);
        assert_eq!((status, answer.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(stderr.contains(said) && stderr.contains("usage: "), "{stderr}");
    }
}
