//! `claims delay` on the fixture.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::process::Command;

/// Exit status, standard output and standard error of `claims delay`.
fn delay(arguments: &[&str]) -> (Option<i32>, String, String) {
    let command = Command::new(env!("CARGO_BIN_EXE_claims")).arg("delay").args(arguments).output();
    let run = command.expect("the program runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("text");
    (run.status.code(), text(run.stdout), text(run.stderr))
}

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixture");

#[test]
fn the_first_publications_with_their_median() {
    let (status, answer, summary) = delay(&[FIXTURE]);
    assert_eq!(status, Some(0));
    let lines: Vec<&str> = answer.lines().collect();
    assert_eq!(lines[0], "metric,area,start,end,published,days,claim");
    assert!(lines.contains(&"cases_cracked,CHN,2023-01-01,2023-11-30,2024-01-05,36,cracked-2023-01-11"), "{answer}");
    let ends: Vec<&str> = lines[1..].iter().filter_map(|line| line.split(',').nth(3)).collect();
    assert!(ends.is_sorted(), "{ends:?}");
    assert!(summary.starts_with("median "), "{summary}");
    assert!(summary.ends_with(&format!(", {} totals\n", ends.len())), "{summary}");
}

#[test]
fn one_metric_and_area() {
    let (_, answer, _) = delay(&[FIXTURE, "--metric", "cases_cracked", "--area", "CHN"]);
    assert!(answer.lines().count() > 1);
    assert!(answer.lines().skip(1).all(|line| line.starts_with("cases_cracked,CHN,")), "{answer}");
    let (status, answer, summary) = delay(&[FIXTURE, "--metric", "none"]);
    assert_eq!((status, answer.lines().count(), summary.as_str()), (Some(0), 1, "no totals\n"));
}

#[test]
fn a_call_that_is_not_understood_says_how() {
    for arguments in [&[][..], &["--metric"], &[FIXTURE, "--since", "2020"]] {
        let (status, _, usage) = delay(arguments);
        assert_eq!(status, Some(2));
        assert!(usage.contains("claims delay DIR"), "{usage}");
    }
}
