//! The true values that printed figures and percentages stand for.

use proptest::prelude::*;

use super::*;
use Qualifier::{About, AtLeast, Exact, MoreThan, Nearly, Over, Rounded};

fn figure(value: f64, qualifier: Qualifier, rounding: f64) -> Interval {
    Figure { value, qualifier, rounding }.interval()
}

fn percent(text: &str, qualifier: Qualifier, rounding: f64) -> Interval {
    Percent { qualifier, rounding, ..Percent::parse(text).expect("a percentage") }.interval()
}

#[test]
fn words_around_a_figure_limit_it() {
    let from = |low| Interval { low, high: None };
    assert_eq!(figure(982.0, AtLeast, 1.0), from(982.0));
    assert_eq!(figure(391_000.0, Over, 1_000.0), from(391_000.0));
    assert_eq!(figure(391_000.0, MoreThan, 1_000.0), Interval::between(391_000.0, 391_999.0));
    assert_eq!(figure(820_000.0, Nearly, 10_000.0), Interval::between(810_000.0, 819_999.0));
    assert_eq!(figure(100.0, Nearly, 100.0), Interval::between(90.0, 99.0));
}

#[test]
fn words_around_a_percentage_speak_of_its_size() {
    assert_eq!(percent("-30", Rounded, 10.0), Interval::between(-35.0, -25.0));
    assert_eq!(percent("-40", Over, 1.0), Interval::between(-100.0, -40.0));
    assert_eq!(percent("40", Over, 1.0), Interval { low: 40.0, high: None });
    assert_eq!(percent("-30", Nearly, 1.0), Interval::between(-30.0, -29.0));
    assert_eq!(percent("0.0", Rounded, 0.1), Interval::between(-0.05, 0.05));
    assert_eq!(percent("-100", About, 10.0), Interval::between(-100.0, -90.0));
}

#[test]
fn an_interval_does_not_go_below_nothing() {
    for (qualifier, high) in [(About, 400.0), (Rounded, 250.0)] {
        let figure = Figure { value: 100.0, qualifier, rounding: 300.0 };
        assert_eq!(figure.interval(), Interval::between(0.0, high));
    }
}

proptest! {
    #[test]
    fn an_interval_holds_its_figure(value in 0.0..1e13, rounding in 1e-3..1e9, at in 0usize..7) {
        let qualifier = [Exact, Rounded, About, MoreThan, Over, AtLeast, Nearly][at];
        let Interval { low, high } = Figure { value, qualifier, rounding }.interval();
        // Below an open end of a count of whole things, the greatest lies 1 under the figure.
        let step = if qualifier == Nearly && rounding > 1.0 { 1.0 } else { 0.0 };
        prop_assert!(low <= value && high.is_none_or(|high| value <= high + step && low <= high));
    }

    #[test]
    fn a_percentage_lies_in_its_interval(text in "-?[0-9]{1,2}(\\.[0-9]{1,3})?|-100|[+]?[0-9]{1,3}(\\.[0-9]{1,3})?") {
        let percent = Percent::parse(&text).expect("a percentage");
        let Interval { low, high } = percent.interval();
        prop_assert!(-100.0 <= low && low <= percent.value && percent.value < high.expect("limited"));
        prop_assert_eq!(usize::from(percent.decimals), text.split_once('.').map_or(0, |(_, tail)| tail.len()));
    }
}

#[test]
fn a_unit_below_a_whole_one_keeps_its_width() {
    let figure = |value, qualifier| Figure { value, qualifier, rounding: 0.5 }.interval();
    assert_eq!(figure(1.5, MoreThan), Interval::between(1.5, 2.0));
    assert_eq!(figure(1.5, Nearly), Interval::between(1.0, 1.5));
}
