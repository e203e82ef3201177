//! The months of the record, as its evidence tells them.

use super::*;
use crate::analysis::directions::{MonthState, RunKind, Trend};
use crate::dataset::Tag;
use crate::named::Named;

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

fn lane(claims: &[Claim], first: &str, last: &str) -> DirectionLane {
    let claims: Vec<&Claim> = claims.iter().collect();
    directions(&dataset(), &claims, &TimeScale::new(month(first), month(last), 0.0, 1000.0))
}

fn states(claims: &[Claim], first: &str, last: &str) -> Vec<MonthState> {
    lane(claims, first, last).months.into_iter().map(|mark| mark.state).collect()
}

fn reported(comparator: Comparator) -> MonthState {
    MonthState::Reported { direction: Direction::Down, comparator }
}

#[test]
fn months_of_counted_runs_are_reported() {
    let all = |first, last, wanted| assert!(states(&record(), first, last).iter().all(|state| *state == wanted));
    all("2019-06", "2019-10", reported(Comparator::Mom));
    all("2021-05", "2021-05", reported(Comparator::Mom));
    all("2021-06", "2022-08", reported(Comparator::Yoy));
    all("2023-09", "2024-07", reported(Comparator::Yoy));
}

#[test]
fn a_cumulative_change_tells_no_month() {
    let all = |first, last, wanted| assert!(states(&record(), first, last).iter().all(|state| *state == wanted));
    all("2019-01", "2019-05", MonthState::Cumulative);
    all("2019-11", "2019-12", MonthState::Cumulative);
    all("2022-09", "2022-11", MonthState::Cumulative);
    all("2022-12", "2023-07", MonthState::Nothing);
    all("2024-08", "2024-12", MonthState::Nothing);
    all("2020-01", "2020-12", MonthState::Nothing);
}

#[test]
fn august_2023_is_contested_and_names_both_sides() {
    let lane = lane(&record(), "2023-07", "2023-09");
    assert_eq!(lane.months[0].state, MonthState::Nothing);
    assert_eq!(lane.months[1].state, MonthState::Contested);
    for side in ["since-august", "8-months", "11-months"] {
        assert!(lane.months[1].claims.iter().any(|id| id == side), "{side}");
    }
    assert_eq!(lane.months[2].state, reported(Comparator::Yoy));
    assert_eq!(lane.undated, ["17-months"]);
}

#[test]
fn without_the_later_counts_august_stands_as_reported() {
    let claims: Vec<Claim> = record().into_iter().filter(|claim| claim.id.starts_with("since")).collect();
    let wanted = reported(Comparator::Unspecified);
    assert_eq!(states(&claims, "2023-08", "2023-12"), [wanted; 5]);
}

#[test]
fn opposite_directions_contest_a_month_only_on_the_same_base() {
    let change = |direction, comparator| Change { direction, comparator, streak: None, percent: None };
    let claim = |id: &str, direction, comparator| Claim {
        change: Some(change(direction, comparator)),
        ..claim(id, "cases_filed", "2023-03-01", "2023-03-31")
    };
    let (down, up) = (claim("down", Direction::Down, Comparator::Yoy), claim("up", Direction::Up, Comparator::Mom));
    assert_eq!(states(&[down.clone(), up], "2023-03", "2023-03"), [reported(Comparator::Yoy)]);
    let up = claim("up", Direction::Up, Comparator::Unspecified);
    assert_eq!(states(&[down, up], "2023-03", "2023-03"), [MonthState::Contested]);
}

#[test]
fn kinds_follow_what_is_said() {
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
fn other_areas_metrics_and_kinds_of_fraud_are_passed_over() {
    let mut province = down("x", ("2023-08-01", "2023-08-31"), Comparator::Yoy, None, None);
    province.area = "CN-GD".into();
    let mut losses = province.clone();
    (losses.area, losses.metric) = ("CHN".into(), "losses_cny".into());
    let mut part = down("x", ("2023-08-01", "2023-08-31"), Comparator::Yoy, None, None);
    part.tags.push(Tag::Part.name().into());
    let lane = lane(&[province, losses, part], "2023-08", "2023-08");
    assert_eq!((lane.rows, lane.months[0].state), (0, MonthState::Nothing));
}

#[test]
fn runs_share_rows_without_overlap_and_open_at_the_edges() {
    let lane = lane(&record(), "2021-07", "2023-12");
    for (n, a) in lane.runs.iter().enumerate() {
        assert!(a.row < lane.rows);
        assert!(lane.runs[n + 1..].iter().all(|b| a.row != b.row || a.x + a.width <= b.x));
    }
    let run = |id: &str| lane.runs.iter().find(|run| run.claim == id).unwrap();
    assert!(run("run-15").clipped_start && !run("run-15").clipped_end);
    assert!(!run("8-months").clipped_start && run("8-months").clipped_end);
    assert_eq!(run("8-months").last, month("2024-04"));
}

#[test]
fn the_embedded_record_tells_the_same() {
    let dataset = Dataset::read(&crate::dataset::Package::embedded()).unwrap();
    let all = |first, last, wanted: &[MonthState]| {
        for mark in lane(&dataset.claims, first, last).months {
            assert!(wanted.contains(&mark.state), "{} {:?} {:?}", mark.month, mark.state, mark.claims);
        }
    };
    all("2019-06", "2019-10", &[reported(Comparator::Mom)]);
    all("2021-05", "2021-05", &[reported(Comparator::Mom)]);
    all("2021-06", "2022-08", &[reported(Comparator::Yoy)]);
    all("2022-11", "2023-06", &[MonthState::Nothing, MonthState::Cumulative]);
    all("2023-08", "2023-08", &[MonthState::Contested]);
    all("2023-09", "2024-07", &[reported(Comparator::Yoy)]);
}

#[test]
fn every_metric_and_area_of_the_embedded_record_is_drawn_or_says_why() {
    let dataset = Dataset::read(&crate::dataset::Package::embedded()).unwrap();
    let (claims, happened): (Vec<&Claim>, Vec<&Event>) =
        (dataset.claims.iter().collect(), dataset.events.iter().collect());
    for metric in &dataset.metrics {
        for area in &dataset.areas {
            let (first, last) = (month("2016-01"), month("2026-06"));
            let asked = LevelRequest { metric: &metric.id, area: &area.code, ..CRACKED };
            let chart = decline(&dataset, material(&claims, &happened), asked, (first, last), 1000.0);
            assert!(coordinates(&chart).iter().all(|number| number.is_finite()), "{} {}", metric.id, area.code);
        }
    }
}

/// What the rules make of the record once its vague, partial and inferred rows say so.
#[test]
fn tags_and_missing_dates_keep_vague_claims_from_telling_months() {
    let mut claims = Dataset::read(&crate::dataset::Package::embedded()).unwrap().claims;
    for claim in &mut claims {
        match claim.id.as_str() {
            "trend-2016-09" | "trend-2024" => claim.tags.push(Tag::Cumulative.name().into()),
            "subtype-2020-h1" => claim.tags.push(Tag::Part.name().into()),
            "trend-17-months" | "trend-17-months-peoples-daily" => (claim.start, claim.end) = (None, None),
            _ => {}
        }
    }
    let told = lane(&claims, "2016-01", "2025-12")
        .months
        .into_iter()
        .filter(|mark| matches!(mark.state, MonthState::Reported { .. } | MonthState::Contested));
    let told: Vec<Month> = told.map(|mark| mark.month).collect();
    let spans = [("2019-06", "2019-10"), ("2021-05", "2022-10"), ("2023-08", "2024-07")];
    let wanted: Vec<Month> = spans.iter().flat_map(|(first, last)| month(first).through(month(last))).collect();
    assert_eq!(told, wanted);
}
