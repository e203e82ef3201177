//! Small datasets built in code, and the chart as a whole.

mod directions;
mod levels;

use std::fmt::Write;

use chrono::NaiveDate as Date;
use proptest::prelude::*;

use super::*;
use crate::dataset::{
    Aggregation, Basis, CHINA, Campaign, Change, Comparator, Direction, Figure, Metric, Percent, Qualifier, Text,
};
use crate::testing::metric;

fn day(text: &str) -> Option<Date> {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

/// A national claim without figure or change.
fn claim(id: &str, metric: &str, start: &str, end: &str) -> Claim {
    Claim {
        id: id.into(),
        metric: metric.into(),
        area: CHINA.into(),
        start: day(start),
        end: day(end),
        basis: Basis::Period,
        figure: None,
        change: None,
        campaign: None,
        source: "source".into(),
        locator: None,
        text: Text::default(),
        note: Text::default(),
        tags: Vec::new(),
    }
}

fn down(id: &str, period: (&str, &str), comparator: Comparator, streak: Option<u32>, percent: Option<&str>) -> Claim {
    let change = Change { direction: Direction::Down, comparator, streak, percent: percent.and_then(Percent::parse) };
    Claim { basis: Basis::Change, change: Some(change), ..claim(id, "incidents", period.0, period.1) }
}

fn total(id: &str, metric: &str, period: (&str, &str), value: f64, rounding: f64) -> Claim {
    let figure = Figure { value, qualifier: Qualifier::Rounded, rounding };
    Claim { figure: Some(figure), ..claim(id, metric, period.0, period.1) }
}

fn event(id: &str, start: &str, end: &str) -> Event {
    Event {
        id: id.into(),
        start: day(start),
        end: day(end),
        kind: "handover".into(),
        areas: Vec::new(),
        place: String::new(),
        people: Vec::new(),
        campaign: None,
        text: Text::default(),
        source: "source".into(),
        note: Text::default(),
    }
}

/// Four metrics and a campaign.
fn dataset() -> Dataset {
    let campaign = Campaign {
        id: "pull-nails".into(),
        name: Text::default(),
        also_known_as: Vec::new(),
        started: day("2023-09-15"),
        focus: Text::default(),
        authority: Text::default(),
        note: Text::default(),
        source: "source".into(),
    };
    Dataset {
        metrics: vec![
            metric("cases_cracked"),
            Metric { aggregation: Aggregation::Running, ..metric("funds") },
            Metric { trend: true, ..metric("incidents") },
            Metric { trend: true, ..metric("cases_filed") },
        ],
        campaigns: vec![campaign],
        ..Dataset::default()
    }
}

fn material<'a>(claims: &'a [&'a Claim], events: &'a [&'a Event]) -> ChartInput<'a> {
    ChartInput { claims, events, given: &[], implied: None, label: &|_, _| 0.0 }
}

const CRACKED: LevelRequest<'_> =
    LevelRequest { metric: "cases_cracked", area: CHINA, scale: ScaleKind::Linear, per: Per::Month };

/// Every coordinate of a chart.
fn coordinates(chart: &DeclineChart) -> Vec<f64> {
    let mut all = vec![chart.width, chart.height, chart.scale.left, chart.scale.right];
    let parts = [chart.parts.direction, chart.parts.level, chart.parts.events, chart.parts.axis];
    all.extend(parts.iter().flat_map(|band| [band.top, band.height]));
    all.extend(chart.axis.iter().map(|tick| tick.x));
    all.extend(chart.direction.months.iter().flat_map(|mark| [mark.x, mark.width]));
    all.extend(chart.direction.runs.iter().flat_map(|run| [run.x, run.width, run.y, run.height]));
    all.extend(chart.events.marks.iter().flat_map(|mark| [mark.x, mark.width, mark.y, mark.height]));
    all.extend(chart.level.ticks.iter().flat_map(|tick| [tick.value, tick.y]));
    match &chart.level.level {
        Level::Blocks(blocks) => {
            all.extend(blocks.iter().flat_map(|b| [b.x, b.width, b.y, b.height, b.average, b.y_low, b.y_high]));
        }
        Level::Totals(steps, between) => {
            all.extend(steps.iter().flat_map(|step| [step.x, step.y, step.y_low, step.y_high]));
            all.extend(between.iter().flat_map(|b| [b.x, b.width, b.y_low, b.y_high]));
        }
        Level::Empty(_) => {}
    }
    all
}

prop_compose! {
    fn periods()(start in 0i32..40_000, length in -20i32..2_000) -> (Date, Date) {
        let first = Date::from_ymd_opt(1990, 1, 1).unwrap();
        let day = |n: i32| first + chrono::TimeDelta::days(n.into());
        (day(start), day(start + length))
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_comes_in_the_chart_is_finite(
        periods in prop::collection::vec((periods(), any::<f64>(), any::<f64>(), any::<bool>()), 0..20),
        width in prop_oneof![any::<f64>(), 0f64..3000.0],
        year in 1980i32..2110,
        months in -300i32..300,
        log in any::<bool>(),
    ) {
        let dataset = dataset();
        let mut claims = Vec::new();
        let mut happened = Vec::new();
        for (n, ((start, end), value, rounding, running)) in periods.into_iter().enumerate() {
            let id = n.to_string();
            let dates = (start.to_string(), end.to_string());
            let dates = (dates.0.as_str(), dates.1.as_str());
            let basis = if running { Basis::AsOf } else { Basis::Period };
            claims.push(Claim { basis, ..total(&id, "cases_cracked", dates, value, rounding) });
            claims.push(down(&id, dates, Comparator::Yoy, running.then_some(3), None));
            happened.push(event(&id, dates.0, dates.1));
        }
        let (claims, happened): (Vec<&Claim>, Vec<&Event>) = (claims.iter().collect(), happened.iter().collect());
        let first = Month::new(year, 4).unwrap();
        let asked = LevelRequest { scale: if log { ScaleKind::Log } else { ScaleKind::Linear }, ..CRACKED };
        let chart = decline(&dataset, material(&claims, &happened), asked, (first, first.plus(months)), width);
        for number in coordinates(&chart) {
            prop_assert!(number.is_finite() && (number >= 0.0 || number > -1e-6), "{number}");
        }
        let within = |x: f64, width: f64| x >= chart.scale.left - 1e-6 && x + width <= chart.scale.right + 1e-6;
        prop_assert!(chart.direction.runs.iter().all(|run| within(run.x, run.width)));
        prop_assert!(chart.events.marks.iter().all(|mark| within(mark.x, mark.width)));
        for (n, a) in chart.events.marks.iter().enumerate() {
            for b in &chart.events.marks[n + 1..] {
                prop_assert!(a.row != b.row || a.x + a.width <= b.x || b.x + b.width <= a.x);
            }
        }
    }
}

#[test]
fn events_that_meet_take_rows_and_those_without_a_day_are_listed() {
    let happened = [
        event("a", "2023-09-08", ""),
        event("b", "2023-09-10", "2023-09-12"),
        event("long", "2023-05-01", "2023-12-01"),
        event("undated", "", "2023-12-01"),
        event("backwards", "2023-12-02", "2023-12-01"),
    ];
    let happened: Vec<&Event> = happened.iter().collect();
    let scale = TimeScale::new(month("2023-06"), month("2023-12"), 0.0, 214.0);
    let launch =
        Claim { campaign: Some("pull-nails".into()), ..claim("c", "cases_cracked", "2023-09-20", "2023-10-20") };
    let lane = events(&dataset(), (&[&launch], &happened), &scale, &|_, _| 0.0);
    let rows: Vec<_> = lane.marks.iter().map(|mark| (mark.id.as_str(), mark.row, mark.x, mark.width)).collect();
    assert_eq!(
        rows,
        [("pull-nails", 0, 106.0, 36.0), ("long", 1, 0.0, 184.0), ("a", 2, 99.0, 8.0), ("b", 3, 101.0, 8.0)]
    );
    assert!(lane.marks[1].clipped_start && !lane.marks[1].clipped_end);
    assert_eq!(lane.undated, ["undated", "backwards"]);
    let lane = events(&dataset(), (&[], &happened), &scale, &|_, _| 0.0);
    assert!(lane.marks.iter().all(|mark| mark.of == MarkOf::Event), "nothing is known of the campaign's time");
}

#[test]
fn labels_stand_where_their_row_has_room() {
    let happened = [event("first", "2023-07-01", ""), event("next", "2023-09-01", ""), event("last", "2023-12-20", "")];
    let happened: Vec<&Event> = happened.iter().collect();
    let scale = TimeScale::new(month("2023-06"), month("2023-12"), 0.0, 214.0);
    let labels = |width: f64| {
        let lane = events(&dataset(), (&[], &happened), &scale, &|_, _| width);
        lane.marks.iter().map(|mark| mark.label).collect::<Vec<_>>()
    };
    assert_eq!(labels(40.0), [Some(42.0), Some(104.0), None]);
    assert_eq!(labels(60.0), [None, Some(104.0), None]);
}

#[test]
fn the_articles_months() {
    let claims = [
        total("cracked-2023-01-11", "cases_cracked", ("2023-01-01", "2023-11-30"), 391_000.0, 1_000.0),
        total("cracked-2023", "cases_cracked", ("2023-01-01", "2023-12-31"), 437_000.0, 1_000.0),
        down("since-august", ("2023-08-01", "2023-11-30"), Comparator::Unspecified, None, None),
        down("eight-months", ("2023-09-01", "2024-04-30"), Comparator::Yoy, Some(8), None),
    ];
    let claims: Vec<&Claim> = claims.iter().collect();
    let handover = event("handover", "2023-11-18", "2023-11-21");
    let chart =
        decline(&dataset(), material(&claims, &[&handover]), CRACKED, (month("2023-01"), month("2023-12")), 800.0);
    let mut text = format!("{:.0} x {:.0} {:?}\n", chart.width, chart.height, chart.parts);
    let ticks = chart.axis.iter().map(|t| format!("{}@{:.1}{}", t.month, t.x, if t.labelled { "*" } else { "" }));
    writeln!(text, "axis {}", ticks.collect::<Vec<_>>().join(" ")).unwrap();
    for mark in &chart.direction.months {
        writeln!(text, "{} {:.1}+{:.1} {:?} {:?}", mark.month, mark.x, mark.width, mark.state, mark.claims).unwrap();
    }
    for run in &chart.direction.runs {
        let open = (run.clipped_start, run.clipped_end);
        writeln!(text, "run {} {:.1}+{:.1} row {} {:?} open {open:?}", run.claim, run.x, run.width, run.row, run.kind)
            .unwrap();
    }
    if let Level::Blocks(blocks) = &chart.level.level {
        for b in blocks {
            let band = (b.y_high.round(), b.y_low.round());
            writeln!(
                text,
                "block {} {:.1}+{:.1} y {:.1}+{:.1} {:.0} a month, band {band:?}, finest {}",
                b.claim, b.x, b.width, b.y, b.height, b.average, b.finest
            )
            .unwrap();
        }
    }
    for mark in &chart.events.marks {
        writeln!(text, "{} {} {:.1}+{:.1} row {}", mark.kind, mark.id, mark.x, mark.width, mark.row).unwrap();
    }
    insta::assert_snapshot!(text);
}
