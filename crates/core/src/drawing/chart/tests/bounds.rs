//! Bounds on the lane of levels: each names the claims that it follows from, and no others.

use super::*;
use crate::analysis::{
    bounds::{Implied, Question},
    derived_months::DerivedMonth,
};

/// Cases cracked in the fixture, with the bounds that all its claims imply.
fn chart(dataset: &Dataset, bounds: &Implied, derived_months: &[DerivedMonth], range: (&str, &str)) -> DeclineChart {
    let claims: Vec<&Claim> = dataset.claims.iter().collect();
    let input = ChartInput { derived_months, bounds: Some(bounds), ..input(dataset, &claims, &[], CRACKED) };
    decline(input, (month(range.0), month(range.1)), 1000.0)
}

fn implied(dataset: &Dataset) -> Implied {
    let claims: Vec<&Claim> = dataset.claims.iter().collect();
    Question::of(dataset, &claims, (&FIRST_METRIC, &HOME)).unwrap().answer().unwrap()
}

fn marks<'a>(chart: &'a DeclineChart, class: &'a str) -> impl Iterator<Item = &'a Mark> {
    chart.marks().filter(move |mark| mark.kind.class == class)
}

#[test]
fn december_2023_names_exactly_the_two_totals_that_it_follows_from() {
    let dataset = fixture();
    let bounds = implied(&dataset);
    let chart = chart(&dataset, &bounds, &[], ("2023-01", "2023-12"));
    let december = (month("2023-12").first_day(), month("2023-12").last_day());
    for class in ["bound", "bound-month"] {
        let mark = marks(&chart, class).find(|mark| mark.period == december).expect(class);
        let mut records = mark.records.clone();
        records.sort_unstable();
        assert_eq!(records, ["cracked-2023", "cracked-2023-01-11"], "{class}");
        assert_eq!(mark.sentence, "Dec 2023: 45,000 – 47,000, implied by the totals");
        assert_eq!(mark.row.figure, "45,000 – 47,000");
    }
    let summary = month_summary(&chart, month("2023-12")).unwrap();
    assert!(summary.lead.iter().any(|mark| mark.records.len() == 2 && mark.tooltip.starts_with("45,000 – 47,000")));
}

/// The claims of a bound, without all others, imply the same bound.
#[test]
fn no_bound_names_an_unrelated_claim() {
    let dataset = fixture();
    let bounds = implied(&dataset);
    let chart = chart(&dataset, &bounds, &[], ("2022-01", "2023-12"));
    for mark in marks(&chart, "bound").chain(marks(&chart, "bound-month")) {
        assert!(!mark.records.is_empty(), "{}", mark.sentence);
        let own: Vec<&Claim> = mark.records.iter().filter_map(|id| dataset.claim(id)).collect();
        let range = (Month::of(mark.period.0), Month::of(mark.period.1));
        let question = Question::of(&dataset, &own, (&FIRST_METRIC, &HOME)).unwrap();
        let alone = Question { range: Some(range), ..question }.bounds_alone().unwrap();
        let alone = alone.range.map(|alone| (alone.low, alone.high));
        assert_eq!(alone, mark.interval, "{} of {:?}", mark.sentence, mark.records);
        for (at, claim) in mark.records.iter().enumerate() {
            let others: Vec<&Claim> = own.iter().enumerate().filter(|(n, _)| *n != at).map(|(_, own)| *own).collect();
            let without = Question::of(&dataset, &others, (&FIRST_METRIC, &HOME));
            let without = without.and_then(|question| Question { range: Some(range), ..question }.bounds_alone().ok());
            let without = without.and_then(|implied| implied.range).map(|without| (without.low, without.high));
            assert_ne!(without, mark.interval, "{} does not need {claim}", mark.sentence);
        }
    }
}

#[test]
fn narrow_months_are_rows_and_no_shapes() {
    let dataset = fixture();
    let bounds = implied(&dataset);
    let drawn = |chart: &DeclineChart| marks(chart, "bound-month").filter(|mark| !mark.shapes.is_empty()).count();
    let (wide, narrow) =
        (chart(&dataset, &bounds, &[], ("2023-01", "2023-12")), chart(&dataset, &bounds, &[], ("1980-01", "2023-12")));
    assert!(drawn(&wide) > 0 && drawn(&narrow) == 0 && marks(&narrow, "bound-month").count() > 0);
    let paths: Vec<_> = wide.lanes[1].merged().collect();
    assert_eq!(
        paths.iter().map(|(_, d)| d.matches('M').count()).sum::<usize>(),
        drawn(&wide) + marks(&wide, "bound-most").count()
    );
}

#[test]
fn a_derived_month_is_left_out_where_a_claim_that_it_follows_from_is() {
    let dataset = fixture();
    let because = |ids: &[&str]| ids.iter().map(|id| RecordId::from(*id)).collect::<Vec<_>>();
    let derived = |because| DerivedMonth {
        metric: "cases_cracked".into(),
        area: "CHN".into(),
        month: month("2023-12"),
        low: 45_000.0,
        high: 47_000.0,
        because,
    };
    let months =
        [derived(because(&["cracked-2023", "cracked-2023-01-11"])), derived(because(&["cracked-2023", "hidden"]))];
    let chart = chart(&dataset, &Implied::default(), &months, ("2023-01", "2023-12"));
    let derived: Vec<&Mark> = chart.marks_of(DERIVED_MONTH).collect();
    assert_eq!(derived.len(), 1);
    assert_eq!(derived[0].records, ["cracked-2023", "cracked-2023-01-11"]);
    assert_eq!(derived[0].sentence, "Dec 2023: 45,000 – 47,000, single month derived from the totals");
}

#[test]
fn a_record_in_which_nothing_agrees_still_draws_what_was_reported() {
    let dataset = fixture();
    let year = dataset.claim(&"cracked-2023".into()).expect("the claim");
    let other = |id: &str, value| {
        let figure = Figure { value, qualifier: Qualifier::Exact, rounding: 1.0 };
        Claim { id: id.into(), figure: Some(figure), ..year.clone() }
    };
    let claims = vec![other("low", 1_000.0), other("middle", 2_000.0), other("high", 3_000.0)];
    let dataset = Dataset { claims, ..dataset };
    let bounds = implied(&dataset);
    assert_eq!((bounds.kept.len(), bounds.set_aside.len()), (0, 3));
    assert!(bounds.courses.iter().all(|course| course.periods.is_empty()));
    let chart = chart(&dataset, &bounds, &[], ("2023-01", "2023-12"));
    let mut drawn: Vec<&RecordId> = marks(&chart, BLOCK.class).flat_map(|mark| &mark.records).collect();
    drawn.sort();
    assert_eq!(drawn, ["high", "low", "middle"]);
}
