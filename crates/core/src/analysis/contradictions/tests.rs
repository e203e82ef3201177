//! Each check on made-up claims and on the contradictions of the fixture.

use std::sync::LazyLock;

use chrono::NaiveDate as Date;

use super::*;
use crate::{
    dataset::{Basis, Change, Comparator, Direction, HOME, Percent, RecordId, Tag},
    named::Named,
    testing::{claim, fixture, reviewed, small_dataset},
};

static FOUND: LazyLock<Vec<Contradiction>> =
    LazyLock::new(|| contradictions(&fixture()).expect("every program is solved"));

/// Whether a check finds these claims of the fixture to contradict each other.
fn found(check: ContradictionKind, claims: &[&str]) -> bool {
    let all = |contradiction: &Contradiction| claims.iter().all(|id| contradiction.claims.iter().any(|own| own == id));
    FOUND.iter().any(|contradiction| contradiction.check == check && all(contradiction))
}

fn check(check: ContradictionKind, claims: Vec<Claim>) -> Vec<Vec<RecordId>> {
    let found = check.contradictions(&Dataset { claims, ..small_dataset() }).expect("every program is solved");
    found.into_iter().map(|contradiction| contradiction.claims).collect()
}

fn day(text: &str) -> Option<Date> {
    Some(text.parse().expect("a day"))
}

/// Cases cracked in the first eleven months of a year.
fn cracked(id: &str, year: i32, value: f64) -> Claim {
    claim(id, "cases_cracked", &HOME, year, value)
}

fn run(id: &str, (start, end): (&str, &str), streak: Option<u32>) -> Claim {
    let change = Change { direction: Direction::Down, comparator: Comparator::Yoy, streak, percent: None };
    let (start, end) = (day(start), day(end));
    Claim { metric: "incidents".into(), start, end, figure: None, change: Some(change), ..cracked(id, 2023, 0.0) }
}

#[test]
fn different_figures_for_one_period() {
    let one = || cracked("one", 2023, 391_000.0);
    assert_eq!(
        check(ContradictionKind::DifferentFigures, vec![one(), cracked("other", 2023, 437_000.0)]),
        [["one", "other"]]
    );
    // Within rounding, another year, another area, or a part of the metric: nothing to see.
    let elsewhere = Claim { area: "MMR".into(), ..cracked("other", 2023, 437_000.0) };
    let part = Claim { tags: vec![Tag::Part.name().into()], ..cracked("other", 2023, 437_000.0) };
    for other in [cracked("other", 2023, 391_500.0), cracked("other", 2022, 437_000.0), elsewhere, part] {
        assert_eq!(check(ContradictionKind::DifferentFigures, vec![one(), other]), Vec::<Vec<RecordId>>::new());
    }
}

#[test]
fn different_rates_for_one_period() {
    let rate = |id: &str, value| {
        let percent = Percent::parse(&format!("{value:.1}"));
        let change = Change { direction: Direction::Up, comparator: Comparator::Yoy, streak: None, percent };
        Claim { figure: None, change: Some(change), ..cracked(id, 2024, 0.0) }
    };
    assert_eq!(
        check(ContradictionKind::DifferentFigures, vec![rate("one", 26.7), rate("other", 29.4)]),
        [["one", "other"]]
    );
    assert!(check(ContradictionKind::DifferentFigures, vec![rate("one", 26.7), rate("other", 26.7)]).is_empty());
    assert!(found(ContradictionKind::DifferentFigures, &["court-2024", "court-2024-change"]));
}

#[test]
fn one_figure_for_two_periods() {
    let pair = |value| vec![cracked("one", 2022, value), cracked("other", 2023, value)];
    assert_eq!(check(ContradictionKind::RepeatedFigure, pair(391_000.0)), [["one", "other"]]);
    // Two digits agree by chance; the same period repeated is a confirmation.
    assert!(check(ContradictionKind::RepeatedFigure, pair(390_000.0)).is_empty());
    assert!(
        check(
            ContradictionKind::RepeatedFigure,
            vec![cracked("one", 2023, 391_000.0), cracked("other", 2023, 391_000.0)]
        )
        .is_empty()
    );
    assert!(found(ContradictionKind::RepeatedFigure, &["cracked-2022-01-11", "cracked-2023-01-11"]));
    assert!(found(ContradictionKind::RepeatedFigure, &["key-2023-01-11", "key-2023"]));
}

#[test]
fn the_same_digits_at_another_size() {
    let slip = vec![cracked("one", 2025, 21_707_000.0), cracked("other", 2025, 217_070_000_000.0)];
    assert_eq!(check(ContradictionKind::UnitSlip, slip), [["one", "other"]]);
    let years = vec![cracked("one", 2024, 21_707_000.0), cracked("other", 2025, 217_070_000_000.0)];
    assert!(check(ContradictionKind::UnitSlip, years).is_empty());
    assert!(found(ContradictionKind::UnitSlip, &["stop-2025-as-published", "stop-2025-china-daily"]));
}

#[test]
fn a_figure_that_is_the_sum_of_two_others() {
    let handed = |id: &str, value| claim(id, "suspects_handed_over", &HOME, 2020, value);
    let other = |id: &str, value| claim(id, "assumed", &HOME, 2020, value);
    let sum = |value| {
        let mut dataset = small_dataset();
        let assumed = crate::dataset::Metric { id: "assumed".into(), ..dataset.metrics[0].clone() };
        dataset.metrics.push(assumed);
        dataset.claims = vec![cracked("sum", 2020, value), handed("a", 272_000.0), other("b", 188_000.0)];
        ContradictionKind::SumOfOthers
            .contradictions(&dataset)
            .expect("no program")
            .into_iter()
            .map(|found| found.claims)
            .collect::<Vec<_>>()
    };
    assert_eq!(sum(460_000.0), Vec::<Vec<RecordId>>::new(), "two digits may agree by chance");
    assert_eq!(sum(459_900.0), [["sum", "a", "b"]]);
    assert_eq!(sum(461_300.0), Vec::<Vec<RecordId>>::new());
    assert!(found(ContradictionKind::SumOfOthers, &["averted-2020", "stop-2020", "recovered-2020"]));
}

#[test]
fn totals_that_exclude_each_other() {
    let year = Claim { end: day("2023-12-31"), ..cracked("year", 2023, 380_000.0) };
    assert_eq!(
        check(ContradictionKind::Inconsistent, vec![cracked("months", 2023, 391_000.0), year]),
        [["months", "year"]],
        "claims of one rank exclude each other, and are one contradiction"
    );
    let year = Claim { end: day("2023-12-31"), ..cracked("year", 2023, 437_000.0) };
    assert!(check(ContradictionKind::Inconsistent, vec![cracked("months", 2023, 391_000.0), year]).is_empty());
    assert!(found(ContradictionKind::Inconsistent, &["cracked-2020-as-of-2021-01-04", "cracked-2020"]));
    assert!(found(ContradictionKind::Inconsistent, &["suspects-2020-as-of-2021-01-04", "suspects-2020"]));
}

#[test]
fn a_run_whose_count_is_not_that_of_its_months() {
    let dates = ("2021-06-01", "2022-10-31");
    assert_eq!(check(ContradictionKind::RunLength, vec![run("run", dates, Some(16))]), [["run"]]);
    assert!(
        check(ContradictionKind::RunLength, vec![run("run", dates, Some(17)), run("uncounted", dates, None)])
            .is_empty()
    );
    assert!(found(ContradictionKind::RunLength, &["trend-2021-06-2022-06"]));
}

#[test]
fn runs_that_disagree_about_a_month() {
    let since_august = run("august", ("2023-08-01", "2023-12-31"), None);
    let eight_months = run("eight", ("2023-09-01", "2024-04-30"), Some(8));
    assert_eq!(
        check(ContradictionKind::ContestedMonth, vec![since_august, eight_months.clone()]),
        [["august", "eight"]]
    );
    let whole = Claim { tags: vec![Tag::Cumulative.name().into()], ..run("whole", ("2023-08-01", "2023-12-31"), None) };
    assert_eq!(
        check(
            ContradictionKind::ContestedMonth,
            vec![run("august", ("2023-08-01", "2023-12-31"), None), whole, eight_months.clone()]
        ),
        [["august", "eight"]],
        "a change of the whole period is no side"
    );
    let since_september = run("september", ("2023-09-01", "2023-12-31"), None);
    assert!(check(ContradictionKind::ContestedMonth, vec![since_september, eight_months]).is_empty());
}

#[test]
fn runs_that_may_only_differ_on_their_base() {
    let kinds = |claims: &[Claim]| {
        [ContradictionKind::ContestedMonth, ContradictionKind::FirstMonthOrBase]
            .map(|kind| check(kind, claims.to_vec()).len())
    };
    let compared = |claim: Claim, comparator| Claim {
        change: claim.change.map(|change| Change { comparator, ..change }),
        ..claim
    };
    let since_august = || run("august", ("2023-08-01", "2023-12-31"), None);
    let eight_months = || run("eight", ("2023-09-01", "2024-04-30"), Some(8));
    let unnamed = |claim| compared(claim, Comparator::Unspecified);
    assert_eq!(kinds(&[since_august(), eight_months()]), [1, 0]);
    assert_eq!(kinds(&[unnamed(since_august()), eight_months()]), [0, 1]);
    assert_eq!(kinds(&[since_august(), unnamed(eight_months())]), [0, 1]);
    assert_eq!(kinds(&[unnamed(since_august()), unnamed(eight_months())]), [0, 1]);
    // On the month before and on a year earlier, both may be true.
    assert_eq!(kinds(&[compared(since_august(), Comparator::Mom), eight_months()]), [0, 0]);
    // Two that name the same base contradict each other whatever a third one's base is.
    let third = unnamed(run("third", ("2023-08-01", "2023-11-30"), None));
    assert_eq!(kinds(&[since_august(), eight_months(), third]), [1, 0]);
    assert!(found(ContradictionKind::FirstMonthOrBase, &["trend-2023-08-12", "trend-2023-09-2024-04"]));
    assert!(found(ContradictionKind::FirstMonthOrBase, &["trend-2026-03", "trend-2026-03-up"]));
}

/// Cases cracked from 1 January to a day of December 2017, with their change on 2016.
fn on_2016(id: &str, end: &str, value: f64, percent: &str) -> Claim {
    let percent = Percent::parse(percent);
    let change = Change { direction: Direction::Up, comparator: Comparator::Yoy, streak: None, percent };
    Claim { end: day(end), change: Some(change), ..cracked(id, 2017, value) }
}

#[test]
fn a_change_that_implies_another_figure_for_the_year_before() {
    let base = || Claim { end: day("2016-12-31"), ..cracked("2016", 2016, 83_000.0) };
    let against = |claim: Claim| check(ContradictionKind::ImpliedBase, vec![base(), claim]);
    let other_definition = |claim: Claim| Claim { tags: vec![Tag::Definition.name().into()], ..claim };
    let apart = || on_2016("2017", "2017-12-24", 78_000.0, "55.2");
    assert_eq!(against(apart()), [["2017", "2016"]]);
    assert_eq!(against(other_definition(apart())), [["2017", "2016"]]);
    assert!(against(on_2016("2017", "2017-12-31", 131_000.0, "57.8")).is_empty());
    let too_far = on_2016("2017", "2017-12-20", 78_000.0, "55.2");
    let part = Claim { tags: vec![Tag::Part.name().into()], ..apart() };
    let partner = Claim { tags: vec![Tag::Partner.name().into()], ..apart() };
    let unused = Claim { used: false, ..apart() };
    let statement = Claim { basis: Basis::Statement, ..apart() };
    let month_before =
        Claim { change: apart().change.map(|change| Change { comparator: Comparator::Mom, ..change }), ..apart() };
    for claim in [too_far, part, partner, unused, statement, month_before] {
        assert_eq!(against(claim), Vec::<Vec<RecordId>>::new());
    }
}

#[test]
fn claims_that_the_record_says_are_wrong() {
    let wrong = |value| Claim { used: false, ..cracked("wrong", 2020, value) };
    let others = || vec![cracked("same", 2019, 101_000.0), cracked("another", 2020, 90_000.0)];
    let with = |claim| check(ContradictionKind::Misdated, [vec![claim], others()].concat());
    assert_eq!(with(wrong(101_000.0)), [["wrong", "same"]]);
    assert_eq!(with(wrong(55_000.0)), [["wrong"]]);
    assert_eq!(with(Claim { figure: None, ..wrong(0.0) }), [["wrong"]]);
    assert!(with(Claim { used: true, ..wrong(101_000.0) }).is_empty());
}

#[test]
fn claims_that_leave_almost_nothing_for_a_period() {
    let year = |value| Claim { end: day("2023-12-31"), ..cracked("year", 2023, value) };
    let months = cracked("months", 2023, 391_000.0);
    assert_eq!(check(ContradictionKind::Squeezed, vec![months.clone(), year(392_000.0)]), [["months", "year"]]);
    assert!(check(ContradictionKind::Squeezed, vec![months, year(437_000.0)]).is_empty());
    let found = ContradictionKind::Squeezed.contradictions(&reviewed()).expect("solved");
    let loops: Vec<usize> = found.iter().map(|contradiction| contradiction.claims.len()).collect();
    assert_eq!(loops, [6, 6]);
}

#[test]
fn claims_that_barely_agree_with_the_others() {
    let found = ContradictionKind::Strained.contradictions(&reviewed()).expect("solved");
    let mut strained: Vec<&RecordId> = found.iter().map(|contradiction| &contradiction.claims[0]).collect();
    strained.sort();
    assert_eq!(strained, ["cracked-2019", "cracked-2021-01-11"]);
    assert!(found.iter().all(|contradiction| contradiction.claims.len() > 1));
    let year = Claim { end: day("2023-12-31"), ..cracked("year", 2023, 437_000.0) };
    assert!(check(ContradictionKind::Strained, vec![cracked("months", 2023, 391_000.0), year]).is_empty());
}

#[test]
fn claims_that_only_just_agree() {
    let found = ContradictionKind::TightLoop.contradictions(&reviewed()).expect("solved");
    let loops: Vec<usize> = found.iter().map(|contradiction| contradiction.claims.len()).collect();
    assert_eq!(loops, [6, 2]);
    let year = |value| Claim { end: day("2023-12-31"), ..cracked("year", 2023, value) };
    let months = cracked("months", 2023, 391_000.0);
    assert!(check(ContradictionKind::TightLoop, vec![months.clone(), year(437_000.0)]).is_empty());
    assert_eq!(check(ContradictionKind::TightLoop, vec![months, year(390_040.0)]), [["months", "year"]]);
}

#[test]
fn an_empty_dataset_has_no_contradictions() {
    assert_eq!(contradictions(&Dataset::default()), Ok(vec![]));
}

#[test]
fn levels_do_not_exclude_each_other() {
    let dataset = fixture();
    let level = |id: &str, end, value| Claim { end: day(end), ..claim(id, "reward_offered", "MMR", 2023, value) };
    // As totals, the first would be too small for the months that it contains.
    let claims = vec![
        level("year", "2023-12-31", 300_000.0),
        level("months", "2023-11-30", 512_000.0),
        level("same", "2023-11-30", 300_000.0),
    ];
    let found = contradictions(&Dataset { claims: claims.clone(), ..dataset.clone() });
    assert_eq!(found, Ok(vec![]));
    let as_flow = claims.into_iter().map(|claim| Claim { metric: "cases_cracked".into(), area: HOME.clone(), ..claim });
    let found = contradictions(&Dataset { claims: as_flow.collect(), ..dataset }).expect("solved");
    assert!(!found.is_empty());
}
