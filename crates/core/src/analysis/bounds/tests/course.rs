//! Grades and courses of made-up claims.

use super::{super::course::grade, *};

fn course(claims: &[Claim], grain: Grain) -> Vec<GradedPeriod> {
    bounds(claims).course(grain).expect("solved")
}

fn shown(periods: &[GradedPeriod]) -> Vec<(String, Grade, f64, Option<f64>)> {
    let shown = periods.iter().map(|period| {
        let PeriodBounds { first, last, low, high, .. } = period.bounds;
        (format!("{first}..{last}"), period.grade, low, high)
    });
    shown.collect()
}

#[test]
fn a_period_is_reported_or_added_between_two_reports() {
    let claims = [
        total("year", 0, 11, exactly(1_200.0)),
        total("to-november", 0, 10, exactly(1_100.0)),
        total("two-years", 0, 23, exactly(2_600.0)),
    ];
    let periods = course(&claims, Grain::Finest);
    let expected = [
        ("2019-01..2019-11".to_owned(), Grade::Reported, 1_100.0, Some(1_100.0)),
        ("2019-12..2019-12".to_owned(), Grade::Difference, 100.0, Some(100.0)),
        ("2020-01..2020-12".to_owned(), Grade::Difference, 1_400.0, Some(1_400.0)),
    ];
    assert_eq!(shown(&periods), expected);
    assert_eq!(periods[1].bounds.claims, ["year", "to-november"]);
    let years = shown(&course(&claims, Grain::Year));
    let expected = [
        ("2019-01..2019-12".to_owned(), Grade::Reported, 1_200.0, Some(1_200.0)),
        ("2020-01..2020-12".to_owned(), Grade::Difference, 1_400.0, Some(1_400.0)),
    ];
    assert_eq!(years, expected);
}

#[test]
fn halves_that_no_claim_tells_apart_are_one_period() {
    let claims = [total("year", 0, 11, exactly(1_200.0)), total("first-half", 12, 17, exactly(500.0))];
    let halves = shown(&course(&claims, Grain::Half));
    let expected = [
        ("2019-01..2019-12".to_owned(), Grade::Reported, 1_200.0, Some(1_200.0)),
        ("2020-01..2020-06".to_owned(), Grade::Reported, 500.0, Some(500.0)),
    ];
    assert_eq!(halves, expected);
}

#[test]
fn a_wide_figure_is_a_bracket() {
    let wide = Some(Figure { value: 1_000.0, qualifier: Qualifier::About, rounding: 1_000.0 });
    let claims = [total("year", 0, 11, wide)];
    assert_eq!(
        shown(&course(&claims, Grain::Year)),
        [("2019-01..2019-12".to_owned(), Grade::Chain, 0.0, Some(2_000.0))]
    );
}

#[test]
fn a_weak_report_has_a_wide_robust_range() {
    let mut claims = vec![total("two-years", 0, 23, exactly(2_600.0)), total("year", 0, 11, exactly(1_200.0))];
    let robust =
        |claims: &[Claim]| course(claims, Grain::Year).into_iter().map(|period| period.robust).collect::<Vec<_>>();
    let exactly = |value| Interval::between(value, value);
    assert_eq!(robust(&claims), [exactly(1_200.0), exactly(1_400.0)]);
    claims[1].source = "mirror".into();
    assert_eq!(robust(&claims), [Interval::between(0.0, 2_600.0), Interval::between(0.0, 2_600.0)]);
}

#[test]
fn a_squeezed_remainder_is_no_solid_mark() {
    let claims = [
        total("year", 0, 11, exactly(1_200.0)),
        total("to-november", 0, 10, exactly(1_199.0)),
        total("to-october", 0, 9, exactly(900.0)),
    ];
    let mut found = bounds(&claims);
    let squeezed = found.squeezed().expect("solved");
    assert_eq!((squeezed.len(), squeezed[0].first, squeezed[0].high), (1, month(11), Some(1.0)));
    assert_eq!(squeezed[0].claims.len(), 2);
    let periods = found.course(Grain::Finest).expect("solved");
    let last = periods.last().map(|period| (period.bounds.first, period.bounds.last, period.grade));
    assert_eq!(last, Some((month(10), month(11), Grade::Difference)), "no mark separates November from December");
    // A claim that reports the month itself makes it no remainder.
    let reported = [claims.to_vec(), vec![total("december", 11, 11, exactly(1.0))]].concat();
    assert_eq!(bounds(&reported).squeezed(), Ok(vec![]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn the_truth_lies_in_every_interval_and_intervals_in_robust_ranges(world in world()) {
        let mut found = bounds(&world.claims);
        for grain in Grain::ALL {
            for GradedPeriod { bounds, robust, .. } in found.course(grain).expect("solved") {
                let truth = world.sum(bounds.first.first_day(), bounds.last.last_day());
                let inside = |low: f64, high: Option<f64>| low <= truth * (1.0 + 1e-6) + 1e-6 && high.is_none_or(|high| truth <= high * (1.0 + 1e-6) + 1e-6);
                prop_assert!(inside(bounds.low, bounds.high), "{truth} in {bounds:?}");
                prop_assert!(robust.low <= bounds.low && robust.high.is_none_or(|most| bounds.high.is_some_and(|high| high <= most)));
            }
        }
    }

    #[test]
    fn a_claim_that_is_no_reason_changes_nothing(world in world(), at in 0usize..14) {
        let Some(left_out) = world.claims.get(at).map(|claim| claim.id.clone()).filter(|id| *id != "whole") else { return Ok(()) };
        let fewer: Vec<Claim> = world.claims.iter().filter(|claim| claim.id != left_out).cloned().collect();
        let (mut all, mut fewer) = (bounds(&world.claims), bounds(&fewer));
        let solid = grade::reported_and_differences(&fewer.claims);
        for GradedPeriod { bounds, grade, .. } in all.course(Grain::Finest).expect("solved") {
            if bounds.claims.contains(&left_out) {
                continue;
            }
            let span = fewer.system.horizon.span(bounds.first, bounds.last).expect("inside");
            let found = match grade {
                Grade::Chain => fewer.system.extent(span).expect("solved").interval(),
                _ => solid.iter().find(|period| period.span == span && period.grade == grade).expect("still known").interval,
            };
            let found = PeriodBounds { low: found.low, high: found.high, ..bounds.clone() };
            prop_assert!(same(&found, &bounds), "{left_out} for {bounds:?}");
        }
    }
}

#[test]
fn some_month_has_at_least_the_average() {
    let claims = [total("quarter", 0, 2, exactly(300.0)), total("next", 3, 3, exactly(70.0))];
    assert!(bounds(&claims).least_greatest_month().is_ok_and(|least| close(least, 100.0)));
}
