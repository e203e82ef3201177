//! Kinds of marks.

use std::collections::BTreeSet;

use super::*;

#[test]
fn every_kind_has_its_own_class_and_its_own_words_in_each_language() {
    let dataset = dataset();
    let input = LaneInput {
        chart: input(&dataset, &[], &[], CRACKED),
        scale: TimeScale::new(month("2023-01"), month("2023-12"), 0.0, 100.0),
        plot_height: 100.0,
    };
    let kinds: Vec<MarkKind> = LANES.iter().flat_map(|lane| lane(&input).kinds).copied().collect();
    let classes: BTreeSet<&str> = kinds.iter().map(|kind| kind.class).collect();
    assert_eq!(classes.len(), kinds.len());
    for language in [Language::English, Language::Chinese] {
        let words: BTreeSet<&str> = kinds.iter().map(|kind| (kind.legend)(language.words())).collect();
        assert_eq!(words.len(), kinds.len());
    }
}

#[test]
fn months_and_years_are_those_that_claims_touch() {
    let dates = |start, end| (day(start), day(end));
    let periods = [dates("2021-11-05", "2023-02-01"), dates("", "2019-12-31"), dates("2024-06-30", ""), dates("", "")];
    assert_eq!(years_of(periods.into_iter()), [2019, 2021, 2022, 2023, 2024]);
    let months = months_of(periods.into_iter()).map(|range| (range.first(), range.last()));
    assert_eq!(months, Some((month("2019-12"), month("2024-06"))));
    assert_eq!(months_of([dates("", "")].into_iter()), None);
}
