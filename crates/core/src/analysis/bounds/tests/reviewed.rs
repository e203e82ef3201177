//! National cases cracked as they stood when the method was reviewed: every answer that the review gives is found again.

use super::*;
use crate::testing::reviewed;

const MISDATED: &str = "cracked-2020-cloud-sword";
const EARLY: &str = "cracked-2020-as-of-2021-01-04";

fn month(text: &str) -> Month {
    text.parse().expect("a month")
}

/// The review's record, changed before it is asked.
fn record(change: impl Fn(&mut Vec<Claim>)) -> Dataset {
    let mut dataset = reviewed();
    change(&mut dataset.claims);
    dataset
}

fn without(ids: &'static [&'static str]) -> Dataset {
    record(move |claims| claims.retain(|claim| !ids.iter().any(|id| claim.id == *id)))
}

fn bounds(dataset: &Dataset) -> Bounds<'_> {
    Bounds::of(dataset, &dataset.claims.iter().collect::<Vec<_>>(), Allowances::default()).expect("bounds")
}

/// The bounds of some months, in whole hundreds.
fn hundreds(bounds: &mut Bounds<'_>, first: &str, last: &str) -> (f64, Option<f64>) {
    let period = bounds.range(month(first), month(last)).expect("solved").expect("inside");
    (round(period.low), period.high.map(round))
}

fn round(value: f64) -> f64 {
    (value / 100.0).round() * 100.0
}

fn ids(periods: &[PeriodBounds]) -> Vec<String> {
    periods.iter().map(|period| format!("{}..{}", period.first, period.last)).collect()
}

#[test]
fn a_misdated_claim_carries_much_of_the_picture() {
    let (all, fewer) = (reviewed(), without(&[MISDATED]));
    let (mut all, mut fewer) = (bounds(&all), bounds(&fewer));
    let july = ("2020-07", "2020-07");
    let quarter = ("2022-01", "2022-03");
    let year = ("2021-01", "2021-12");
    let open = |(first, last), bounds: &mut Bounds<'_>| hundreds(bounds, first, last);
    assert_eq!((open(july, &mut all), open(july, &mut fewer)), ((53_600.0, Some(55_000.0)), (0.0, Some(55_000.0))));
    assert_eq!((open(quarter, &mut all), open(quarter, &mut fewer)), ((0.0, Some(400.0)), (0.0, Some(17_300.0))));
    assert_eq!(open(year, &mut all), (433_200.0, Some(434_600.0)));
    assert_eq!(open(year, &mut fewer), (433_200.0, Some(451_500.0)));
    assert_eq!(hundreds(&mut fewer, "2020-07", "2020-08"), (53_000.0, Some(55_000.0)));
    assert_eq!(hundreds(&mut all, "2021-12", "2021-12"), (62_600.0, Some(64_600.0)));
}

#[test]
fn an_inferred_cut_off_reconciles() {
    let wide = record(|claims| {
        let early = claims.iter_mut().find(|claim| claim.id == EARLY).expect("the claim");
        early.end_from = Some(day(2020, 11, 30));
    });
    let reviewed = reviewed();
    let (mut narrow, mut wide) = (bounds(&reviewed), bounds(&wide));
    let aside: Vec<&RecordId> = narrow.set_aside.iter().map(|aside| &aside.claim).collect();
    assert_eq!((aside, &wide.set_aside), (vec![&RecordId::from(EARLY)], &vec![]));
    let robust = |bounds: &mut Bounds<'_>| {
        let course = bounds.course(Grain::Year).expect("solved");
        let year = course.into_iter().find(|period| period.bounds.first == month("2020-01")).expect("2020");
        assert_eq!((year.grade, year.bounds.low, year.bounds.high), (Grade::Reported, 321_500.0, Some(322_500.0)));
        (round(year.robust.low), year.robust.high)
    };
    assert_eq!(robust(&mut narrow), (246_700.0, Some(322_500.0)));
    assert_eq!(robust(&mut wide), (321_500.0, Some(322_500.0)));
}

#[test]
fn one_pair_decides_which_year_is_the_greatest() {
    let reviewed = reviewed();
    let mut all = bounds(&reviewed);
    let ways_out = all.ways_out.clone().expect("few");
    assert_eq!(ways_out.concat().len(), 2);
    assert!(ways_out.contains(&vec![EARLY.into()]) && ways_out.contains(&vec!["cracked-2020".into()]));
    let year = |year| (month(&format!("{year}-01")), month(&format!("{year}-12")));
    assert_eq!(all.possible_peaks(PeakOf::Year), Ok(vec![year(2022)]));
    let other = without(&["cracked-2020"]);
    let mut other = bounds(&other);
    assert_eq!(other.possible_peaks(PeakOf::Year), Ok(vec![year(2021)]));
    assert_eq!(hundreds(&mut other, "2021-01", "2021-12"), (499_200.0, Some(509_000.0)));
    assert_eq!(hundreds(&mut other, "2020-01", "2020-12"), (246_700.0, Some(256_500.0)));
    assert_eq!(hundreds(&mut other, "2021-12", "2021-12"), (128_600.0, Some(139_000.0)));
    let open = without(&["cracked-2023"]);
    assert_eq!(bounds(&open).possible_peaks(PeakOf::Year), Ok(vec![year(2022), year(2023)]));
}

#[test]
fn twelve_months_and_months_that_can_have_been_the_greatest() {
    let reviewed = reviewed();
    let mut all = bounds(&reviewed);
    let twelve = all.possible_peaks(PeakOf::TwelveMonths).expect("solved");
    let ends = twelve.first().zip(twelve.last()).map(|(first, last)| (first.1, last.1));
    assert_eq!((twelve.len(), ends), (31, Some((month("2021-09"), month("2024-10")))));
    assert_eq!(all.possible_peaks(PeakOf::Month).expect("solved").len(), 69);
    assert_eq!(all.least_greatest_month().map(round), Ok(72_000.0));
}

#[test]
fn two_periods_are_squeezed_and_two_claims_strained() {
    let (all, fewer) = (reviewed(), without(&[MISDATED]));
    let (mut all, mut fewer) = (bounds(&all), bounds(&fewer));
    let squeezed = all.squeezed().expect("solved");
    assert_eq!(ids(&squeezed), ["2020-08..2020-08", "2022-01..2022-03"]);
    assert!(squeezed.iter().all(|period| period.claims.len() == 6), "{squeezed:?}");
    assert_eq!(fewer.squeezed(), Ok(vec![]));
    let mut strained: Vec<RecordId> =
        all.strained().expect("solved").into_iter().map(|strained| strained.claim).collect();
    strained.sort();
    assert_eq!(strained, ["cracked-2019", "cracked-2021-01-11"]);
}

#[test]
fn the_finest_course_does_not_hang_on_the_misdated_claim() {
    let shown = |dataset: &Dataset| {
        let course = bounds(dataset).course(Grain::Finest).expect("solved");
        let solid =
            course.iter().filter(|period| period.grade != Grade::Chain && period.bounds.first >= month("2016-01"));
        let reported = course.iter().filter(|period| period.grade == Grade::Reported).count();
        (ids(&solid.map(|period| period.bounds.clone()).collect::<Vec<_>>()), reported)
    };
    let (periods, reported) = shown(&reviewed());
    let expected = [
        "2016-01..2016-12",
        "2017-01..2017-12",
        "2019-01..2019-06",
        "2019-07..2019-12",
        "2020-01..2020-06",
        "2020-07..2020-08",
        "2020-09..2020-12",
        "2021-01..2021-05",
        "2021-06..2021-07",
        "2021-08..2021-11",
        "2022-01..2022-11",
        "2022-12..2022-12",
        "2023-01..2023-11",
        "2023-12..2023-12",
        "2024-01..2024-12",
        "2025-01..2025-12",
    ];
    assert_eq!((periods, reported), (expected.map(str::to_owned).to_vec(), 9));
    assert_eq!(shown(&without(&[MISDATED])).0, expected);
}

#[test]
fn the_tightest_loop_has_six_claims() {
    let reviewed = reviewed();
    let loops = bounds(&reviewed).loops(0.0);
    assert_eq!((loops[0].claims.len(), loops[1].claims.len()), (6, 2), "{loops:?}");
    assert!((0.963..0.966).contains(&loops[0].slack) && (0.899..0.902).contains(&loops[1].slack), "{loops:?}");
    assert!(loops[0].claims.iter().any(|claim| claim == MISDATED));
}

#[test]
fn single_claims_matter_and_signs_are_certain_or_not() {
    let (all, fewer) = (reviewed(), without(&[MISDATED]));
    let (mut all, fewer) = (bounds(&all), bounds(&fewer));
    let fragility = all.fragility(month("2021-01"), month("2021-12")).expect("solved").expect("inside");
    assert_eq!((round(fragility.hull.low), fragility.hull.high.map(round)), (370_000.0, Some(509_000.0)));
    assert_eq!(fragility.matters_most.map(|(claim, _)| claim), Some("cracked-2020".into()));
    let period = |first: &str, last: &str| (month(first), month(last));
    let difference = |bounds: &Bounds<'_>, first, second| {
        let difference = bounds.difference(first, second).expect("solved").expect("inside");
        (difference.low.map(round), difference.high.map(round), difference.is_certain())
    };
    let decembers = difference(&all, period("2022-12", "2022-12"), period("2023-12", "2023-12"));
    assert_eq!(decembers, (Some(-28_600.0), Some(-25_000.0), true));
    let halves = difference(&all, period("2022-07", "2022-12"), period("2023-07", "2023-12"));
    assert_eq!(halves, (Some(-419_500.0), Some(174_400.0), false));
    let years = (period("2017-01", "2017-12"), period("2018-01", "2018-12"));
    assert!(difference(&all, years.0, years.1).2 && !difference(&fewer, years.0, years.1).2);
    let decembers = (period("2021-12", "2021-12"), period("2022-12", "2022-12"));
    assert_eq!(difference(&all, decembers.0, decembers.1), (Some(7_600.0), Some(10_400.0), true));
    assert_eq!(difference(&fewer, decembers.0, decembers.1), (Some(-9_300.0), Some(10_400.0), false));
}

#[test]
fn an_allowance_for_revision_widens_what_later_totals_take_in() {
    let reviewed = reviewed();
    let claims: Vec<&Claim> = reviewed.claims.iter().collect();
    let allowances = Allowances { revision: 2.0, ..Allowances::default() };
    let mut revised = Bounds::of(&reviewed, &claims, allowances).expect("bounds");
    // The year's own total is taken in by later totals too.
    assert_eq!(hundreds(&mut revised, "2023-12", "2023-12"), (37_200.0, Some(55_800.0)));
    // Nothing later takes in 2025.
    assert_eq!(hundreds(&mut revised, "2025-01", "2025-12"), (257_500.0, Some(258_500.0)));
}
