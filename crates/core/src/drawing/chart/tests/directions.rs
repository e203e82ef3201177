//! The lane of reported directions.

use super::*;
use crate::{
    analysis::directions::{RunKind, Trend},
    dataset::Tag,
    named::Named,
};

/// The national changes of 2019–2024 as reported.
fn record() -> Vec<Claim> {
    use Comparator::{Mom, Unspecified, Yoy};
    let mut claims = vec![
        down("2019-en", ("2019-06-01", "2019-10-31"), Mom, Some(5), None),
        down("2019-zh", ("2019-06-01", "2019-10-31"), Unspecified, Some(5), None),
        down("2019", ("2019-01-01", "2019-12-31"), Yoy, None, Some("-3.1")),
        down("2021-05", ("2021-05-01", "2021-05-31"), Mom, None, Some("-14.3")),
        down("2022-ytd", ("2022-01-01", "2022-11-30"), Yoy, None, Some("-17.3")),
        down("17-months", ("", ""), Yoy, Some(17), None),
        down("since-august-early", ("2023-08-01", "2023-10-10"), Unspecified, None, None),
        down("since-august-24", ("2023-08-01", "2023-10-16"), Yoy, None, Some("-24")),
        down("since-august", ("2023-08-01", "2023-12-31"), Unspecified, None, None),
        down("since-august-28", ("2023-08-01", "2023-12-31"), Yoy, None, Some("-28.6")),
        down("8-months", ("2023-09-01", "2024-04-30"), Yoy, Some(8), None),
        down("11-months", ("2023-09-01", "2024-07-31"), Yoy, Some(11), None),
        down("2024-ytd", ("2024-01-01", "2024-07-31"), Yoy, None, Some("-23.8")),
    ];
    for (streak, end) in [(2, "2021-07-31"), (9, "2022-02-28"), (14, "2022-07-31"), (15, "2022-08-31")] {
        claims.push(down(&format!("run-{streak}"), ("2021-06-01", end), Yoy, Some(streak), None));
    }
    claims
}

fn lane(claims: &[Claim], first: &str, last: &str) -> Lane {
    lane_of(direction::lane, (&dataset(), claims, &[]), CRACKED, (first, last))
}

fn months(lane: &Lane) -> impl Iterator<Item = &Mark> {
    lane.marks.iter().filter(|mark| mark.kind.class.starts_with("month"))
}

fn runs(lane: &Lane) -> Vec<&Mark> {
    lane.marks.iter().filter(|mark| mark.family() == "run").collect()
}

/// What is reported of each month, by its class.
fn states(claims: &[Claim], first: &str, last: &str) -> Vec<&'static str> {
    months(&lane(claims, first, last)).map(|mark| mark.kind.class.trim_start_matches("month ")).collect()
}

fn all(claims: &[Claim], first: &str, last: &str, wanted: &str) {
    for (month, state) in month(first).through(month(last)).zip(states(claims, first, last)) {
        assert_eq!(state, wanted, "{month}");
    }
}

#[test]
fn months_of_counted_runs_are_reported() {
    let record = record();
    all(&record, "2019-06", "2019-10", "down-mom");
    all(&record, "2021-05", "2021-05", "down-mom");
    all(&record, "2021-06", "2022-08", "down-yoy");
    all(&record, "2023-09", "2024-07", "down-yoy");
}

#[test]
fn a_cumulative_change_says_nothing_of_its_months() {
    let record = record();
    all(&record, "2019-01", "2019-05", "cumulative");
    all(&record, "2019-11", "2019-12", "cumulative");
    all(&record, "2022-09", "2022-11", "cumulative");
    all(&record, "2022-12", "2023-07", "nothing");
    all(&record, "2024-08", "2024-12", "nothing");
    all(&record, "2020-01", "2020-12", "nothing");
}

#[test]
fn august_2023_is_contested_and_names_both_sides() {
    let lane = lane(&record(), "2023-07", "2023-09");
    let months: Vec<&Mark> = months(&lane).collect();
    assert_eq!(
        months.iter().map(|mark| mark.kind.class).collect::<Vec<_>>(),
        ["month nothing", "month contested", "month down-yoy"]
    );
    assert_eq!(months[1].sentence, "Aug 2023: sources disagree");
    for side in ["since-august", "8-months", "11-months"] {
        assert!(months[1].records.iter().any(|id| id == side), "{side}");
    }
    assert_eq!(lane.undated, ["17-months"]);
}

#[test]
fn without_the_later_counts_august_stands_as_reported() {
    let claims: Vec<Claim> = record().into_iter().filter(|claim| claim.id.starts_with("since")).collect();
    all(&claims, "2023-08", "2023-12", "down-unspecified");
}

#[test]
fn opposite_directions_contest_a_month_only_on_the_same_base() {
    let change = |direction, comparator| Change { direction, comparator, streak: None, percent: None };
    let claim = |id: &str, direction, comparator| Claim {
        change: Some(change(direction, comparator)),
        ..claim(id, "cases_filed", "2023-03-01", "2023-03-31")
    };
    let (down, up) = (claim("down", Direction::Down, Comparator::Yoy), claim("up", Direction::Up, Comparator::Mom));
    assert_eq!(states(&[down.clone(), up], "2023-03", "2023-03"), ["down-yoy"]);
    let up = claim("up", Direction::Up, Comparator::Unspecified);
    assert_eq!(states(&[down, up], "2023-03", "2023-03"), ["contested"]);
}

#[test]
fn a_flat_run_is_no_fall() {
    let flat = Change { direction: Direction::Flat, comparator: Comparator::Yoy, streak: None, percent: None };
    let flat = Claim { change: Some(flat), ..claim("flat", "incidents", "2023-03-01", "2023-03-31") };
    let lane = lane(&[flat], "2023-03", "2023-03");
    assert_eq!(lane.drawn_kinds().map(|kind| kind.class).collect::<Vec<_>>(), ["month flat", "run flat"]);
}

#[test]
fn kinds_follow_what_is_reported() {
    let dataset = dataset();
    let trend = Trend::of(&dataset);
    let kind =
        |period, streak, percent| trend.run(&down("x", period, Comparator::Yoy, streak, percent)).map(|run| run.kind);
    assert_eq!(kind(("2023-08-01", "2023-11-30"), None, None), Some(RunKind::Uncounted));
    assert_eq!(kind(("2023-08-01", "2023-11-30"), Some(4), Some("-20")), Some(RunKind::Counted));
    assert_eq!(kind(("2023-08-01", "2023-10-16"), None, Some("-24")), Some(RunKind::Cumulative));
    assert_eq!(kind(("2023-08-01", "2023-08-31"), None, Some("-24")), Some(RunKind::Counted));
    assert_eq!(kind(("2023-08-03", "2023-08-20"), None, None), Some(RunKind::Cumulative));
    assert_eq!(kind(("2023-08-03", "2023-08-01"), None, None), None);
    let mut large = down("x", ("2023-07-01", "2024-12-31"), Comparator::Unspecified, None, None);
    large.tags.push(Tag::Cumulative.name().into());
    assert_eq!(trend.run(&large).map(|run| run.kind), Some(RunKind::Cumulative));
}

#[test]
fn other_areas_metrics_and_kinds_of_fraud_are_ignored() {
    let mut province = down("x", ("2023-08-01", "2023-08-31"), Comparator::Yoy, None, None);
    province.area = "CN-GD".into();
    let mut losses = province.clone();
    (losses.area, losses.metric) = ("CHN".into(), "losses_cny".into());
    let mut part = down("x", ("2023-08-01", "2023-08-31"), Comparator::Yoy, None, None);
    part.tags.push(Tag::Part.name().into());
    let lane = lane(&[province, losses, part], "2023-08", "2023-08");
    assert_eq!((runs(&lane).len(), months(&lane).next().unwrap().kind.class), (0, "month nothing"));
}

#[test]
fn runs_share_rows_without_overlap_and_have_no_stroke_where_the_range_cuts_them() {
    let lane = lane(&record(), "2021-07", "2023-12");
    let runs = runs(&lane);
    for (n, a) in runs.iter().enumerate() {
        let a = a.target().unwrap();
        assert!(a.y >= 24.0 && a.y + a.height <= lane.height);
        for b in runs[n + 1..].iter().filter_map(|mark| mark.target()) {
            assert!(a.y != b.y || a.x + a.width <= b.x || b.x + b.width <= a.x);
        }
    }
    let strokes = |id: &str| {
        let run = runs.iter().find(|run| run.records == [id]).unwrap();
        run.shapes
            .iter()
            .map(|shape| matches!(shape, Shape::Path { d, .. } if d.matches('M').count() == 1))
            .collect::<Vec<_>>()
    };
    assert_eq!(strokes("run-15"), [false, true], "it began before the range");
    assert_eq!(strokes("8-months"), [false, true], "it goes on after the range");
    let whole = runs.iter().find(|run| run.records == ["8-months"]).unwrap().period.1;
    assert_eq!(Month::of(whole), month("2024-04"));
}

/// The months of the national trend, as the README of the fixture has them.
#[test]
fn the_months_of_the_fixture() {
    let claims = fixture().claims;
    for (first, last, state) in [
        ("2019-01", "2019-05", "cumulative"),
        ("2019-06", "2019-10", "down-mom"),
        ("2019-11", "2019-12", "cumulative"),
        ("2020-01", "2021-04", "nothing"),
        ("2021-05", "2021-05", "down-mom"),
        ("2021-06", "2022-10", "down-yoy"),
        ("2022-11", "2023-06", "nothing"),
        ("2023-07", "2023-07", "cumulative"),
        ("2023-08", "2023-08", "contested"),
        ("2023-09", "2024-07", "down-yoy"),
        ("2024-08", "2024-12", "cumulative"),
        ("2025-01", "2025-12", "nothing"),
        ("2026-01", "2026-01", "flat"),
        ("2026-03", "2026-03", "contested"),
    ] {
        all(&claims, first, last, state);
    }
}
