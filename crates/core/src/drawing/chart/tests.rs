//! The chart as a whole, of small datasets built in code and of the fixture.

mod bounds;
mod directions;
mod events;
mod kinds;
mod levels;

use std::fmt::Write;

use chrono::NaiveDate as Date;
use proptest::prelude::*;

use super::*;
use crate::{
    dataset::{
        Aggregation, Basis, Campaign, Change, Claim, Comparator, Dataset, Direction, Event, Figure, HOME, Metric,
        Percent, Qualifier, RecordId, Text,
    },
    locale::Language,
    query::{self, FIRST_METRIC, Per, ScaleKind},
    testing::{fixture, metric},
};

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
        area: HOME.clone(),
        start: day(start),
        start_to: None,
        end_from: None,
        end: day(end),
        used: true,
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

/// A flow, a total that only grows, a level, the metrics of the trend, and a campaign.
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
            Metric { aggregation: Aggregation::Level, ..metric("reward") },
            Metric { trend: true, ..metric("incidents") },
            Metric { trend: true, ..metric("cases_filed") },
        ],
        campaigns: vec![campaign],
        ..Dataset::default()
    }
}

const CRACKED: LevelRequest<'_> =
    LevelRequest { metric: &FIRST_METRIC, area: &HOME, scale: ScaleKind::Linear, per: Per::Month };

fn input<'a>(
    dataset: &'a Dataset,
    claims: &'a [&'a Claim],
    events: &'a [&'a Event],
    level: LevelRequest<'a>,
) -> ChartInput<'a> {
    let language = Language::English;
    ChartInput { dataset, language, claims, events, derived_months: &[], bounds: None, level }
}

/// A lane of some claims between two months, 730 pixels wide and 200 high.
fn lane_of(
    lane: fn(&LaneInput<'_>) -> Lane,
    (dataset, claims, events): (&Dataset, &[Claim], &[Event]),
    level: LevelRequest<'_>,
    (first, last): (&str, &str),
) -> Lane {
    let (claims, events): (Vec<&Claim>, Vec<&Event>) = (claims.iter().collect(), events.iter().collect());
    let scale = TimeScale::new(month(first), month(last), 0.0, 730.0);
    lane(&LaneInput { chart: input(dataset, &claims, &events, level), scale, plot_height: 200.0 })
}

/// Left edge, top, width and height of a shape, or as many numbers as it has.
fn numbers(shape: &Shape) -> Vec<f64> {
    match shape {
        Shape::Target(rect) | Shape::Region(rect) | Shape::Merged(rect) | Shape::Rect { rect, .. } => {
            vec![rect.x, rect.y, rect.width, rect.height]
        }
        Shape::Line { x, y1, y2, .. } => vec![*x, *y1, *y2],
        Shape::Path { d, .. } => d.split(['M', 'v', ' ']).filter_map(|number| number.parse().ok()).collect(),
        Shape::Sign { x, y, .. } | Shape::Label { x, y, .. } => vec![*x, *y],
    }
}

/// Every coordinate of a chart.
fn coordinates(chart: &DeclineChart) -> Vec<f64> {
    let mut all = vec![chart.width, chart.height, chart.scale.left, chart.scale.right];
    all.extend(chart.axis.iter().map(|tick| tick.x));
    all.extend(chart.lanes.iter().flat_map(|lane| [lane.top, lane.height]));
    all.extend(chart.lanes.iter().flat_map(|lane| &lane.grid).map(|line| line.y));
    all.extend(chart.marks().flat_map(|mark| &mark.shapes).flat_map(numbers));
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
        metric in prop_oneof![Just("cases_cracked"), Just("funds"), Just("reward")],
    ) {
        let dataset = dataset();
        let mut claims = Vec::new();
        let mut happened = Vec::new();
        for (n, ((start, end), value, rounding, running)) in periods.into_iter().enumerate() {
            let id = n.to_string();
            let dates = (start.to_string(), end.to_string());
            let dates = (dates.0.as_str(), dates.1.as_str());
            let basis = if running { Basis::AsOf } else { Basis::Period };
            claims.push(Claim { basis, ..total(&id, metric, dates, value, rounding) });
            claims.push(down(&id, dates, Comparator::Yoy, running.then_some(3), None));
            happened.push(event(&id, dates.0, dates.1));
        }
        let (claims, happened): (Vec<&Claim>, Vec<&Event>) = (claims.iter().collect(), happened.iter().collect());
        let first = Month::new(year, 4).unwrap();
        let level = LevelRequest { metric: &metric.into(), scale: if log { ScaleKind::Log } else { ScaleKind::Linear }, ..CRACKED };
        let chart = decline(input(&dataset, &claims, &happened, level), (first, first.plus(months)), width);
        for number in coordinates(&chart) {
            prop_assert!(number.is_finite(), "{number}");
        }
        for rect in chart.marks().filter(|mark| mark.kind.class != "running-total").filter_map(Mark::target) {
            prop_assert!(rect.x >= chart.scale.left - 1e-6 && rect.x + rect.width <= chart.scale.right + 1e-6);
        }
        for lane in &chart.lanes {
            prop_assert!(lane.marks.iter().all(|mark| lane.kinds.contains(&mark.kind)));
        }
    }
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
    let (dataset, handover) = (dataset(), event("handover", "2023-11-18", "2023-11-21"));
    let chart = decline(input(&dataset, &claims, &[&handover], CRACKED), (month("2023-01"), month("2023-12")), 800.0);
    let mut text = format!("{:.0} x {:.0}\n", chart.width, chart.height);
    let ticks = chart.axis.iter().map(|t| format!("{}@{:.1}{}", t.month, t.x, if t.labelled { "*" } else { "" }));
    writeln!(text, "axis {}", ticks.collect::<Vec<_>>().join(" ")).unwrap();
    for lane in &chart.lanes {
        writeln!(text, "{} at {:.0}, {:.0} high", lane.title, lane.top, lane.height).unwrap();
        for mark in &lane.marks {
            let shapes: Vec<String> = mark.shapes.iter().map(|shape| format!("{:.1?}", numbers(shape))).collect();
            let records: Vec<&str> = mark.records.iter().map(RecordId::as_str).collect();
            writeln!(text, "  {} | {} | {:?} | {}", mark.class(), mark.sentence, records, shapes.join(" ")).unwrap();
        }
    }
    insta::assert_snapshot!(text);
}

#[test]
fn every_metric_and_area_of_the_fixture_is_drawn_or_says_why() {
    let dataset = fixture();
    let (claims, events): (Vec<&Claim>, Vec<&Event>) =
        (dataset.claims.iter().collect(), dataset.events.iter().collect());
    let months = query::span(&dataset).unwrap();
    for metric in &dataset.metrics {
        for area in &dataset.areas {
            let level = LevelRequest { metric: &metric.id, area: &area.code, ..CRACKED };
            let chart = decline(input(&dataset, &claims, &events, level), (months.first(), months.last()), 1000.0);
            assert!(coordinates(&chart).iter().all(|number| number.is_finite()), "{} {}", metric.id, area.code);
            let lane = &chart.lanes[1];
            let mut listed: Vec<&RecordId> = lane.marks.iter().flat_map(|mark| &mark.records).collect();
            listed.extend(lane.undated.iter().chain(&lane.aside));
            let figures = claims.iter().filter(|claim| claim.metric == metric.id && claim.area == area.code);
            for claim in figures.filter(|claim| claim.figure.is_some()) {
                assert!(listed.contains(&&claim.id), "{} is neither drawn nor listed", claim.id);
            }
            let drawn = lane.marks.iter().any(|mark| mark.kind.class != "gap");
            assert_eq!(drawn, lane.message.is_none(), "{} {}", metric.id, area.code);
        }
    }
}

#[test]
fn the_summary_of_a_month_leads_with_what_speaks_of_it() {
    let claims = [
        total("year", "cases_cracked", ("2023-01-01", "2023-12-31"), 437_000.0, 1_000.0),
        total("autumn", "cases_cracked", ("2023-09-01", "2023-11-30"), 100_000.0, 1_000.0),
        down("august", ("2023-08-01", "2023-11-30"), Comparator::Yoy, Some(4), None),
    ];
    let claims: Vec<&Claim> = claims.iter().collect();
    let (dataset, handover) = (dataset(), event("handover", "2023-11-18", "2023-11-21"));
    let chart = decline(input(&dataset, &claims, &[&handover], CRACKED), (month("2023-01"), month("2024-12")), 800.0);
    let records = |marks: &[&Mark]| marks.iter().flat_map(|mark| mark.records.clone()).collect::<Vec<_>>();
    let november = month_summary(&chart, month("2023-11")).unwrap();
    assert_eq!(november.lead[0].tooltip, "down on a year earlier");
    assert_eq!(
        (records(&november.lead), records(&november.listed)),
        (vec!["august".into()], vec!["autumn".into(), "year".into(), "handover".into()])
    );
    let march = month_summary(&chart, month("2023-03")).unwrap();
    assert_eq!((records(&march.lead), records(&march.listed)), (vec![], vec!["year".into()]));
    assert_eq!(month_summary(&chart, month("2025-01")), None);
}
