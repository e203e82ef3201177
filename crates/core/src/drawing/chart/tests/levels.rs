//! Totals as areas.

use super::*;

const CASES: &str = "cases_cracked";

fn lane(claims: &[Claim], metric: &str, first: &str, last: &str) -> LevelLane {
    let claims: Vec<&Claim> = claims.iter().collect();
    let scale = TimeScale::new(month(first), month(last), 0.0, 730.0);
    levels(&dataset(), &claims, (metric, "CHN"), &scale, &LevelOptions::default())
}

fn blocks(lane: &LevelLane) -> &[Block] {
    match &lane.level {
        Level::Blocks(blocks) => blocks,
        other => panic!("{other:?}"),
    }
}

proptest! {
    #[test]
    fn the_area_of_a_block_is_its_total(start in 0i32..600, length in 1i32..500, value in 1f64..1e9) {
        let first = chrono::NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        let day = |n: i32| (first + chrono::TimeDelta::days(n.into())).to_string();
        let (from, to) = (day(start), day(start + length - 1));
        let lane = lane(&[total("a", CASES, (&from, &to), value, 0.0)], CASES, "2021-06", "2025-12");
        let scale = TimeScale::new(month("2021-06"), month("2025-12"), 0.0, 730.0);
        let block = &blocks(&lane)[0];
        let area = block.width / scale.day_width() * block.average / DAYS_PER_MONTH;
        prop_assert!((area / value - 1.0).abs() < 1e-9);
        let drawn = block.height / lane.height * lane.scale.max * block.width / scale.day_width() / DAYS_PER_MONTH;
        prop_assert!((drawn / value - 1.0).abs() < 1e-6, "{drawn} {value}");
    }
}

#[test]
fn shorter_blocks_come_later_and_the_finest_are_known() {
    let claims = [
        total("eleven", CASES, ("2023-01-01", "2023-11-30"), 391_000.0, 1_000.0),
        total("year", CASES, ("2023-01-01", "2023-12-31"), 437_000.0, 1_000.0),
        total("autumn", CASES, ("2023-08-01", "2024-02-29"), 200_000.0, 1_000.0),
    ];
    let lane = lane(&claims, CASES, "2023-01", "2024-12");
    let seen: Vec<_> =
        blocks(&lane).iter().map(|b| (b.claim.as_str(), b.finest, b.overlapping, b.clipped_end)).collect();
    assert_eq!(seen, [("year", false, true, false), ("eleven", true, true, false), ("autumn", true, true, false)]);
    assert_eq!(lane.gaps, [(month("2024-03"), month("2024-12"))]);
    let eleven = &blocks(&lane)[1];
    assert!(eleven.y_high < eleven.y && eleven.y < eleven.y_low);
    assert_eq!((eleven.low, eleven.high), (390_500.0, 391_500.0));
}

#[test]
fn clipping_keeps_the_height() {
    let claims = [total("year", CASES, ("2023-01-01", "2023-12-31"), 365.0, 0.0)];
    let (whole, part) = (lane(&claims, CASES, "2023-01", "2024-12"), lane(&claims, CASES, "2023-03", "2023-05"));
    assert_eq!(blocks(&whole)[0].average, blocks(&part)[0].average);
    assert!(blocks(&part)[0].clipped_start && blocks(&part)[0].clipped_end);
    assert_eq!(blocks(&part)[0].width, 730.0);
    assert!(part.gaps.is_empty());
}

#[test]
fn running_totals_are_points_and_blocks_stand_aside() {
    let as_of = |id: &str, end: &str, value| Claim { basis: Basis::AsOf, ..total(id, "funds", ("", end), value, 10.0) };
    let claims = [
        as_of("later", "2023-11-30", 300.0),
        as_of("sooner", "2023-06-30", 200.0),
        as_of("never", "", 250.0),
        total("block", "funds", ("2023-01-01", "2023-02-28"), 10.0, 0.0),
    ];
    let lane = lane(&claims, "funds", "2023-01", "2023-12");
    let Level::Totals(steps, between) = &lane.level else { panic!("{:?}", lane.level) };
    assert_eq!(
        steps.iter().map(|step| (step.claim.as_str(), step.x)).collect::<Vec<_>>(),
        [("sooner", 362.0), ("later", 668.0)]
    );
    assert!(steps[0].y > steps[1].y);
    let [between] = &between[..] else { panic!("{between:?}") };
    assert_eq!(between.claims, ["sooner", "later"]);
    assert_eq!((between.x, between.width, between.low, between.high), (362.0, 306.0, 195.0, 305.0));
    assert_eq!(lane.undated, ["never"]);
    assert_eq!(lane.aside, ["block"]);
    assert_eq!(lane.ticks.first().map(|tick| tick.value), Some(0.0));
}

#[test]
fn totals_of_other_starts_or_that_shrink_have_nothing_between() {
    let as_of = |id: &str, start: &str, end: &str, value| Claim {
        basis: Basis::AsOf,
        ..total(id, "funds", (start, end), value, 0.0)
    };
    let claims = [
        as_of("a", "2023-01-01", "2023-06-30", 200.0),
        as_of("b", "2022-01-01", "2023-09-30", 300.0),
        as_of("c", "2023-01-01", "2023-11-30", 190.0),
    ];
    let Level::Totals(_, between) = lane(&claims, "funds", "2023-01", "2023-12").level else { panic!() };
    assert_eq!(between, []);
}

#[test]
fn a_logarithmic_scale_holds_all_figures_and_a_day_is_a_thirtieth_of_a_month() {
    let claims = [
        total("large", CASES, ("2023-01-01", "2023-12-31"), 365_000.0, 0.0),
        total("small", CASES, ("2023-03-01", "2023-03-31"), 31.0, 0.0),
    ];
    let claims: Vec<&Claim> = claims.iter().collect();
    let scale = TimeScale::new(month("2023-01"), month("2023-12"), 0.0, 730.0);
    let how = LevelOptions { kind: ScaleKind::Log, unit: 1.0, ..LevelOptions::default() };
    let lane = levels(&dataset(), &claims, (CASES, "CHN"), &scale, &how);
    let averages: Vec<_> = blocks(&lane).iter().map(|block| (block.average, block.y)).collect();
    assert_eq!(averages.iter().map(|block| block.0).collect::<Vec<_>>(), [1_000.0, 1.0]);
    assert_eq!((lane.scale.min, lane.scale.max), (1.0, 1_000.0));
    assert_eq!((averages[0].1, averages[1].1), (0.0, 200.0));
}

#[test]
fn nothing_to_draw_says_why() {
    let why = |claims: &[Claim], metric| lane(claims, metric, "2023-01", "2023-12").level;
    assert_eq!(why(&[], "unheard-of"), Level::Empty(Empty::UnknownMetric));
    assert_eq!(why(&[], CASES), Level::Empty(Empty::NoFigures));
    assert_eq!(why(&[total("a", CASES, ("", ""), 5.0, 0.0)], CASES), Level::Empty(Empty::Undated));
    let old = total("a", CASES, ("2019-01-01", "2019-12-31"), 5.0, 0.0);
    assert_eq!(why(std::slice::from_ref(&old), CASES), Level::Empty(Empty::OutsideRange));
    assert_eq!(lane(&[old], CASES, "2023-01", "2023-12").gaps, [(month("2023-01"), month("2023-12"))]);
    let backwards = total("a", CASES, ("2023-05-01", "2023-04-01"), 5.0, 0.0);
    assert_eq!(why(&[backwards], CASES), Level::Empty(Empty::Undated));
    let nonsense = total("a", CASES, ("2023-01-01", "2023-04-01"), f64::NAN, 0.0);
    assert_eq!(why(&[nonsense], CASES), Level::Empty(Empty::NoFigures));
}
