//! Claims made up from a true series: the bounds must hold it, be attained, and say which claims cannot be true.

mod agreement;
mod course;
mod reviewed;
mod world;

use proptest::prelude::*;
use world::*;

use super::{conflict::consistent, statement::Sum, *};
use crate::dataset::{Basis, Change, Comparator, Direction, Figure, Percent, Qualifier, Reliability, Source, Text};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-6 * a.abs().max(b.abs()).max(1.0)
}

fn same(a: &PeriodBounds, b: &PeriodBounds) -> bool {
    let high = match (a.high, b.high) {
        (Some(a), Some(b)) => close(a, b),
        (a, b) => a == b,
    };
    (a.first, a.last) == (b.first, b.last) && close(a.low, b.low) && high
}

/// Months, blocks, and a few ranges.
fn extents(bounds: &mut Bounds) -> Vec<PeriodBounds> {
    let (first, last) = bounds.horizon();
    let mut all = bounds.months().expect("months");
    all.extend(bounds.blocks().expect("blocks"));
    for (from, to) in [(0, 2), (1, 7), (3, 14)] {
        all.extend(bounds.range(first.plus(from), first.plus(to).min(last)).expect("a range"));
    }
    all
}

/// Whether the series could also have had this sum in these months.
fn attained(bounds: &Bounds, extent: &PeriodBounds, limit: statement::Limit) -> bool {
    let span = bounds.system.horizon.span(extent.first, extent.last).expect("inside");
    let also = Statement { sums: vec![Sum { span, limit }], balances: vec![] };
    let all: Vec<&Statement> = bounds.system.statements.iter().chain([&also]).collect();
    consistent(&all, bounds.system.horizon.len()).is_ok()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_truth_lies_inside_and_every_bound_is_attained(world in world()) {
        let mut bounds = bounds(&world.claims);
        prop_assert_eq!(&bounds.set_aside, &[]);
        for extent in extents(&mut bounds) {
            let truth = world.sum(extent.first.first_day(), extent.last.last_day());
            let (low, high) = (extent.low, extent.high.unwrap_or(f64::INFINITY));
            prop_assert!(low <= truth * (1.0 + 1e-6) && truth <= high * (1.0 + 1e-6) + 1e-6, "{truth} in {extent:?}");
            prop_assert!(attained(&bounds, &extent, statement::Limit::AtMost(low * (1.0 + 1e-5) + 1e-4)), "low of {extent:?}");
            if let Some(high) = extent.high {
                prop_assert!(attained(&bounds, &extent, statement::Limit::AtLeast(high * (1.0 - 1e-5))), "high of {extent:?}");
                let beyond = high * 1.001 + 1.0;
                prop_assert!(!attained(&bounds, &extent, statement::Limit::AtLeast(beyond)), "beyond {extent:?}");
            }
            if low > 1.0 {
                prop_assert!(!attained(&bounds, &extent, statement::Limit::AtMost(low * 0.999 - 0.5)), "below {extent:?}");
            }
        }
    }

    #[test]
    fn another_claim_never_widens_and_their_order_does_not_matter(world in world()) {
        let mut all = bounds(&world.claims);
        let reversed: Vec<Claim> = world.claims.iter().rev().cloned().collect();
        let (forth, back) = (extents(&mut all), extents(&mut bounds(&reversed)));
        prop_assert!(forth.iter().zip(&back).all(|(a, b)| same(a, b)));
        let fewer: Vec<Claim> = world.claims.iter().filter(|claim| claim.id != "c00").cloned().collect();
        let mut fewer = bounds(&fewer);
        for extent in fewer.months().expect("months") {
            let narrow = all.range(extent.first, extent.last).expect("a range").expect("inside");
            prop_assert!(narrow.low >= extent.low * (1.0 - 1e-6) - 1e-6);
            let high = |extent: &PeriodBounds| extent.high.unwrap_or(f64::INFINITY);
            prop_assert!(high(&narrow) <= high(&extent) * (1.0 + 1e-6) + 1e-6);
        }
    }

    #[test]
    fn the_claims_named_bound_the_months_alone(world in world(), max_monthly_change in prop::option::of(50.0..500.0)) {
        let claims: Vec<&Claim> = world.claims.iter().collect();
        let mut all = Bounds::of(&dataset(), &claims, limit(max_monthly_change)).expect("bounds");
        // The program of a limit of change is large: some of the periods are enough.
        let every = if max_monthly_change.is_some() { 9 } else { 1 };
        for extent in extents(&mut all).into_iter().step_by(every) {
            let named = all.kept.iter().zip(&all.system.statements).filter(|(id, _)| extent.claims.contains(id));
            let statements = named.map(|(_, statement)| statement.clone()).collect();
            let mut alone = System::of(statements, all.change_limit.clone(), all.system.horizon).expect("bounds");
            let span = all.system.horizon.span(extent.first, extent.last).expect("inside");
            let Extent { low, high, .. } = alone.extent(span).expect("solved");
            let found = PeriodBounds { low, high, ..extent.clone() };
            // A least below the solver's precision is 0.
            let low = (found.low - extent.low).abs() <= 1e-8 * extent.high.unwrap_or(0.0);
            let found = if low { PeriodBounds { low: extent.low, ..found } } else { found };
            prop_assert!(same(&found, &extent), "{found:?}, expected {extent:?}");
        }
    }

    #[test]
    fn the_reason_for_a_month_does_alone_and_can_spare_nothing(world in world(), at in 0i32..30) {
        let mut all = bounds(&world.claims);
        let (first, last) = all.horizon();
        let month = first.plus(at % (last.since(first) + 1));
        let extent = all.range(month, month).expect("solved").expect("inside");
        let needed = all.because(month, month).expect("solved").expect("inside");
        let alone = |ids: &[RecordId]| {
            let statements = all.kept.iter().zip(&all.system.statements).filter(|(id, _)| ids.contains(*id)).map(|(_, statement)| statement.clone());
            let mut alone = System::of(statements.collect(), all.change_limit.clone(), all.system.horizon).expect("bounds");
            let Extent { low, high, .. } = alone.extent(all.system.horizon.span(month, month).expect("inside")).expect("solved");
            PeriodBounds { low, high, ..extent.clone() }
        };
        prop_assert!(same(&alone(&needed), &extent), "{:?} for {extent:?}", alone(&needed));
        for spared in 0..needed.len() {
            let mut rest = needed.clone();
            rest.remove(spared);
            prop_assert!(!same(&alone(&rest), &extent), "{needed:?} can spare {}", needed[spared]);
        }
    }

    #[test]
    fn a_planted_contradiction_is_found_with_a_smallest_conflict(world in world()) {
        let (first, last) = bounds(&world.claims).horizon();
        let most = world.sum(first.first_day(), last.last_day());
        let mut wrong = claim("wrong", Some(first.first_day()), last.last_day(), Basis::Period, exactly(most * 2.0 + 9_000.0));
        wrong.source = "mirror".into();
        let claims: Vec<Claim> = world.claims.iter().cloned().chain([wrong.clone()]).collect();
        let found = bounds(&claims);
        prop_assert_eq!(found.set_aside.len(), 1);
        prop_assert_eq!(&found.set_aside[0].claim, "wrong");
        let conflict: Vec<Claim> =
            claims.iter().filter(|claim| found.set_aside[0].conflicts_with.contains(&claim.id)).cloned().collect();
        prop_assert!(!conflict.is_empty());
        for spared in 0..=conflict.len() {
            let mut rest = conflict.clone();
            if spared < rest.len() {
                rest.remove(spared);
            }
            rest.push(wrong.clone());
            let contradicts = !bounds(&rest).set_aside.is_empty();
            prop_assert_eq!(contradicts, spared == conflict.len());
        }
    }
}

#[test]
fn subtraction_gives_a_month_away() {
    let claims =
        [total("year", 0, 11, rounded(437_000.0, 1_000.0)), total("to-november", 0, 10, rounded(391_000.0, 1_000.0))];
    let december = bounds(&claims).months().expect("months").pop().expect("a month");
    assert_eq!((december.first, december.low, december.high), (month(11), 45_000.0, Some(47_000.0)));
}

#[test]
fn what_nothing_limits_is_open() {
    let claims = [claim("days", Some(day(2019, 5, 3)), day(2019, 5, 20), Basis::Period, exactly(9.0))];
    let mut partial = bounds(&claims);
    assert_eq!(partial.months().expect("months")[0].high, None);
}

#[test]
fn the_limit_of_change_narrows_or_the_claims_exclude_it() {
    let claims = [total("first", 0, 1, exactly(300.0)), total("second", 1, 2, exactly(300.0))];
    let all: Vec<&Claim> = claims.iter().collect();
    let mut even = Bounds::of(&dataset(), &all, limit(Some(0.0))).expect("bounds");
    assert!(
        even.months()
            .expect("months")
            .iter()
            .all(|month| close(month.low, 150.0) && close(month.high.expect("limited"), 150.0))
    );
    assert_eq!(bounds(&claims).smallest_monthly_change(), Ok(Some(0.0)));
    let uneven = [total("first", 0, 0, exactly(100.0)), total("second", 1, 1, exactly(150.0))];
    let smallest_monthly_change =
        bounds(&uneven).smallest_monthly_change().expect("solved").expect("a smallest_monthly_change");
    assert!((49.9..=50.2).contains(&smallest_monthly_change), "{smallest_monthly_change}");
    let refused = Bounds::of(&dataset(), &uneven.iter().collect::<Vec<_>>(), limit(Some(10.0))).expect("bounds");
    assert_eq!(refused.set_aside.len(), 2, "of one rank, neither wins");
    let nothing_between =
        [total("a", 0, 0, exactly(5.0)), total("b", 1, 1, exactly(0.0)), total("c", 2, 2, exactly(5.0))];
    assert_eq!(bounds(&nothing_between).smallest_monthly_change(), Ok(None));
}

#[test]
fn the_more_reliable_then_the_newer_claim_is_kept() {
    let mut claims = [total("a", 0, 0, exactly(1.0)), total("b", 0, 0, exactly(2.0)), total("c", 0, 0, exactly(3.0))];
    claims[0].source = "mirror".into();
    claims[2].source = "newer".into();
    let found = bounds(&claims);
    assert_eq!(found.kept, ["c"]);
    let aside: Vec<&str> = found.set_aside.iter().map(|aside| aside.claim.as_str()).collect();
    assert_eq!(aside, ["b", "a"]);
    assert!(found.set_aside.iter().all(|aside| aside.conflicts_with == ["c"]));
}

#[test]
fn odd_records_have_a_stated_answer() {
    let none: [&Claim; 0] = [];
    assert_eq!(Bounds::of(&dataset(), &none, limit(None)).err(), Some(NoBounds::NoFigures));
    let far = claim("far", Some(day(1000, 1, 1)), day(2026, 1, 31), Basis::Period, exactly(1.0));
    assert_eq!(Bounds::of(&dataset(), &[&far], limit(None)).err(), Some(NoBounds::TooLong(12_313)));
    let zero = [total("zero", 0, 5, exactly(0.0))];
    let mut zero = bounds(&zero);
    assert!(zero.months().expect("months").iter().all(|month| (month.low, month.high) == (0.0, Some(0.0))));
    let huge = [total("huge", 0, 11, rounded(1e15, 1e12)), total("part", 0, 10, rounded(9e14, 1e12))];
    let mut huge = bounds(&huge);
    let december = huge.months().expect("months").pop().expect("a month");
    assert!(close(december.low, 9.9e13) && close(december.high.expect("limited"), 1.01e14), "{december:?}");
    let one = [total("one", 3, 3, exactly(7.0))];
    let mut one = bounds(&one);
    assert_eq!(one.months().expect("months"), one.blocks().expect("blocks"));
}

#[test]
fn a_month_names_the_claims_it_follows_from() {
    let claims = [
        total("year", 0, 11, rounded(437_000.0, 1_000.0)),
        total("to-november", 0, 10, rounded(391_000.0, 1_000.0)),
        total("two-years", 0, 23, rounded(800_000.0, 1_000.0)),
    ];
    let months = bounds(&claims).months().expect("months");
    assert_eq!(months[11].claims, ["to-november", "year"]);
    assert_eq!((months[0].low, &months[0].claims[..]), (0.0, &["to-november".into()][..]));
    assert_eq!(months[20].claims, ["year", "two-years"]);
}

#[test]
fn december_2023_follows_from_the_year_and_its_first_eleven_months() {
    let dataset = crate::testing::fixture();
    let cracked = |claim: &&Claim| claim.metric == "cases_cracked" && claim.area == "CHN";
    let claims: Vec<&Claim> = dataset.claims.iter().filter(cracked).collect();
    let mut bounds = Bounds::of(&dataset, &claims, limit(None)).expect("bounds");
    let at: Month = "2023-12".parse().expect("a month");
    let december = bounds.range(at, at).expect("solved").expect("inside");
    assert_eq!((december.low, december.high), (45_000.0, Some(47_000.0)));
    let mut claims = december.claims;
    claims.sort_unstable();
    assert_eq!(claims, ["cracked-2023", "cracked-2023-01-11"]);
}

#[test]
fn a_running_total_without_a_start_says_nothing_about_months() {
    let so_far = |id: &str, end, value| claim(id, None, end, Basis::AsOf, exactly(value));
    let alone = so_far("so-far", day(2019, 5, 20), 9.0);
    assert_eq!(Bounds::of(&dataset(), &[&alone], limit(None)).err(), Some(NoBounds::NoFigures));
    // Neither does its count include the months of other claims, nor do two of them count from the same day.
    let year = total("year", 0, 11, exactly(500.0));
    let with = [year.clone(), alone, so_far("later", day(2019, 8, 31), 12.0), so_far("falls", day(2019, 9, 30), 7.0)];
    let without = [year];
    let (mut with, mut without) = (bounds(&with), bounds(&without));
    assert_eq!((&with.kept, &with.set_aside), (&without.kept, &vec![]));
    assert_eq!(with.months(), without.months());
}

#[test]
fn a_least_without_a_greatest_has_its_reason_too() {
    let claims = [claim("days", Some(day(2019, 5, 3)), day(2019, 5, 20), Basis::Period, exactly(9.0))];
    let mut open = bounds(&claims);
    let month = open.months().expect("months").remove(0);
    assert_eq!((month.low, month.high, &month.claims[..]), (9.0, None, &["days".into()][..]));
    assert_eq!(open.because(month.first, month.last), Ok(Some(vec!["days".into()])));
}
