//! The lane of levels.

use super::*;
use crate::dataset::Figure;

const CASES: &str = "cases_cracked";

fn lane(claims: &[Claim], metric: &str, first: &str, last: &str) -> Lane {
    lane_of(level_lane, (&dataset(), claims, &[]), LevelRequest { metric: &metric.into(), ..CRACKED }, (first, last))
}

fn of_class<'a>(lane: &'a Lane, class: &str) -> Vec<&'a Mark> {
    lane.marks.iter().filter(|mark| mark.kind.class == class).collect()
}

fn ids<'a>(marks: &[&'a Mark]) -> Vec<&'a str> {
    marks.iter().flat_map(|mark| &mark.records).map(RecordId::as_str).collect()
}

/// The value at a height of a lane 200 pixels high.
fn value_at(lane: &Lane, y: f64) -> f64 {
    let number = |line: &GridLine| line.label.replace(',', "").parse::<f64>().unwrap();
    let top = lane.grid.last().unwrap();
    assert_eq!((lane.grid[0].y, number(&lane.grid[0]), top.y), (200.0, 0.0, 0.0));
    (200.0 - y) / 200.0 * number(top)
}

fn as_of(id: &str, start: &str, end: &str, value: f64) -> Claim {
    Claim { basis: Basis::AsOf, ..total(id, "funds", (start, end), value, 10.0) }
}

proptest! {
    #[test]
    fn the_area_of_a_block_is_its_total(start in 0i32..600, length in 1i32..500, value in 1f64..1e7) {
        let first = chrono::NaiveDate::from_ymd_opt(2022, 1, 1).unwrap();
        let day = |n: i32| (first + chrono::TimeDelta::days(n.into())).to_string();
        let (from, to) = (day(start), day(start + length - 1));
        let claims = [total("a", CASES, (&from, &to), value.round(), 0.0)];
        let dataset = dataset();
        let claims: Vec<&Claim> = claims.iter().collect();
        let scale = TimeScale::new(month("2021-06"), month("2025-12"), 0.0, 730.0);
        let chart = input(&dataset, &claims, &[], LevelRequest { per: Per::Day, ..CRACKED });
        let lane = level_lane(&LaneInput { chart, scale, plot_height: 200.0 });
        let block = of_class(&lane, "block")[0].target().copied().unwrap();
        let values = ValueScale::new(ScaleKind::Linear, [value.round() / f64::from(length)], 200.0);
        let area = block.width / scale.day_width() * block.height / 200.0 * values.max;
        prop_assert!((area / value.round() - 1.0).abs() < 1e-6, "{area} {value}");
    }
}

#[test]
fn shorter_blocks_come_later_and_the_finest_are_marked() {
    let claims = [
        total("eleven", CASES, ("2023-01-01", "2023-11-30"), 391_000.0, 1_000.0),
        total("year", CASES, ("2023-01-01", "2023-12-31"), 437_000.0, 1_000.0),
        total("autumn", CASES, ("2023-08-01", "2024-02-29"), 200_000.0, 1_000.0),
    ];
    let lane = lane(&claims, CASES, "2023-01", "2024-12");
    let blocks = of_class(&lane, "block");
    assert_eq!(ids(&blocks), ["year", "eleven", "autumn"]);
    assert_eq!(blocks.iter().map(|mark| mark.class()).collect::<Vec<_>>(), ["block", "block finest", "block finest"]);
    assert_eq!(of_class(&lane, "gap")[0].sentence, "Mar–Dec 2024: no figure reported");
    let Shape::Rect { class: "band", rect: band } = &blocks[1].shapes[1] else { panic!("{:?}", blocks[1].shapes) };
    let top = blocks[1].target().unwrap().y;
    assert!(band.y < top && top < band.y + band.height);
    assert_eq!(blocks[1].interval, Some((390_500.0, Some(391_500.0))));
}

#[test]
fn clipping_keeps_the_height() {
    let claims = [total("year", CASES, ("2023-01-01", "2023-12-31"), 365.0, 0.0)];
    let (whole, part) = (lane(&claims, CASES, "2023-01", "2024-12"), lane(&claims, CASES, "2023-03", "2023-05"));
    let target = |lane: &Lane| *of_class(lane, "block")[0].target().unwrap();
    assert_eq!(target(&whole).height, target(&part).height);
    assert_eq!(target(&part).width, 730.0);
    assert!(of_class(&part, "gap").is_empty());
}

#[test]
fn running_totals_are_points_and_totals_of_periods_are_listed() {
    let claims = [
        as_of("later", "2023-01-01", "2023-11-30", 300.0),
        as_of("sooner", "2023-01-01", "2023-06-30", 200.0),
        as_of("never", "", "", 250.0),
        total("block", "funds", ("2023-01-01", "2023-02-28"), 10.0, 0.0),
    ];
    let lane = lane(&claims, "funds", "2023-01", "2023-12");
    let points = of_class(&lane, "running-total");
    let places: Vec<_> = points.iter().map(|mark| mark.target().map(|rect| rect.x + 5.5)).collect();
    assert_eq!((ids(&points), places), (vec!["sooner", "later"], vec![Some(362.0), Some(668.0)]));
    assert!(points[0].target().unwrap().y > points[1].target().unwrap().y);
    let between = of_class(&lane, "between");
    assert_eq!(ids(&between), ["sooner", "later"]);
    assert_eq!(between[0].interval, Some((195.0, Some(305.0))));
    let rect = between[0].target().unwrap();
    assert_eq!((rect.x, rect.width), (362.0, 306.0));
    assert_eq!((lane.undated, lane.aside), (vec!["never".into()], vec!["block".into()]));
    assert_eq!(lane.grid[0].label, "0");
    assert!(lane.title.ends_with("running total"), "{}", lane.title);
}

#[test]
fn totals_of_other_starts_or_that_shrink_have_nothing_between() {
    let claims = [
        as_of("a", "2023-01-01", "2023-06-30", 200.0),
        as_of("b", "2022-01-01", "2023-09-30", 300.0),
        as_of("c", "2023-01-01", "2023-11-30", 180.0),
    ];
    let lane = lane(&claims, "funds", "2023-01", "2023-12");
    assert_eq!((of_class(&lane, "running-total").len(), of_class(&lane, "between").len()), (3, 0));
}

#[test]
fn totals_that_state_no_start_have_nothing_between() {
    let claims = [as_of("a", "", "2023-06-30", 200.0), as_of("b", "", "2023-09-30", 300.0)];
    let lane = lane(&claims, "funds", "2023-01", "2023-12");
    assert_eq!((of_class(&lane, "running-total").len(), of_class(&lane, "between").len()), (2, 0));
}

#[test]
fn a_level_is_drawn_at_its_value_and_never_divided_by_its_days() {
    let claims = [
        total("day", "reward", ("2023-11-12", "2023-11-12"), 500_000.0, 0.0),
        total("months", "reward", ("2023-06-01", "2023-08-31"), 100_000.0, 0.0),
        Claim { basis: Basis::AsOf, ..total("as-of", "reward", ("", "2023-12-31"), 300_000.0, 0.0) },
    ];
    for per in [Per::Month, Per::Day] {
        let level = LevelRequest { metric: &"reward".into(), per, ..CRACKED };
        let lane = lane_of(level_lane, (&dataset(), &claims, &[]), level, ("2023-01", "2023-12"));
        assert!(lane.title.ends_with("value as stated"), "{}", lane.title);
        let values = of_class(&lane, "level-value");
        assert_eq!(ids(&values), ["months", "day", "as-of"]);
        let heights = values.iter().map(|mark| mark.target().map(|bar| value_at(&lane, bar.y + bar.height / 2.0)));
        assert_eq!(heights.collect::<Vec<_>>(), [Some(100_000.0), Some(500_000.0), Some(300_000.0)]);
        assert_eq!(values[0].target().unwrap().width.round(), 184.0, "from its first day to its last");
        assert!(lane.aside.is_empty());
    }
}

#[test]
fn the_rewards_of_the_fixture_are_levels() {
    let dataset = fixture();
    let level = LevelRequest { metric: &"reward_offered".into(), area: &"MMR".into(), ..CRACKED };
    let lane = lane_of(level_lane, (&dataset, &dataset.claims, &[]), level, ("2023-01", "2024-12"));
    let values = of_class(&lane, "level-value");
    assert_eq!(ids(&values), ["reward-2023-11-12-max", "reward-2023-11-12-min", "reward-2024-06-30"]);
    assert_eq!(values[0].sentence, "Reward offered, 12 Nov 2023: 500,000 yuan");
    assert_eq!(lane.grid.last().unwrap().label, "500,000");
}

#[test]
fn a_logarithmic_scale_covers_all_figures_and_a_day_is_a_thirtieth_of_a_month() {
    let claims = [
        total("large", CASES, ("2023-01-01", "2023-12-31"), 365_000.0, 0.0),
        total("small", CASES, ("2023-03-01", "2023-03-31"), 31.0, 0.0),
    ];
    let level = LevelRequest { scale: ScaleKind::Log, per: Per::Day, ..CRACKED };
    let lane = lane_of(level_lane, (&dataset(), &claims, &[]), level, ("2023-01", "2023-12"));
    let tops: Vec<f64> = of_class(&lane, "block").iter().filter_map(|mark| mark.target()).map(|rect| rect.y).collect();
    assert_eq!(tops, [0.0, 200.0]);
    let labels: Vec<&str> = lane.grid.iter().map(|line| line.label.as_str()).collect();
    assert_eq!((labels[0], labels[labels.len() - 1]), ("1", "1,000"));
}

#[test]
fn a_lane_without_figures_says_so() {
    let empty = |claims: &[Claim], metric| {
        let lane = lane(claims, metric, "2023-01", "2023-12");
        assert!(lane.marks.iter().all(|mark| mark.kind.class == "gap") && lane.grid.is_empty());
        assert_eq!(lane.marks[0].row.period, "2023", "the gap is the whole range");
        lane.message.is_some()
    };
    let period = |start, end, value| total("a", CASES, (start, end), value, 0.0);
    assert!(empty(&[], "unheard-of") && empty(&[], CASES));
    assert!(empty(&[period("", "", 5.0)], CASES));
    assert!(empty(&[period("2019-01-01", "2019-12-31", 5.0)], CASES));
    assert!(empty(&[period("2023-05-01", "2023-04-01", 5.0)], CASES));
    assert!(empty(&[period("2023-01-01", "2023-04-01", f64::NAN)], CASES));
    assert!(empty(&[as_of("a", "", "2019-12-31", 5.0)], "funds"));
    let exact = Figure { value: 5.0, qualifier: Qualifier::Exact, rounding: 1.0 };
    assert!(empty(&[Claim { figure: Some(exact), ..claim("a", "reward", "2019-01-01", "2019-01-01") }], "reward"));
}
