//! What the notes of claims say of dates and figures, and what their columns say.

use crackdown_core::dataset::{Claim, Figure, Qualifier, Tag};

use super::record;

/// What a date is called in a note.
const DATES: [&str; 8] = ["cut-off", "start", "end", "date", "day", "period", "window", "month"];

/// How a note says that it is inferred.
const INFERRED: [&str; 5] = ["not stated", "not given", "not known", "taken", "assumed"];

/// Claims whose notes read as if a date were inferred, and why none is.
const STATED: [(&str, &str); 11] = [
    ("suspects-2023-summer", "what is taken is that the count is a part"),
    ("mmr-2024-09-870", "the month is stated, and the period is the whole month"),
    ("mmr-cum-2024-05-06-49000", "the words since last year state the start"),
    ("mmr-cum-2024-08-21-50000", "the words since last year state the start"),
    ("mmr-cum-2025-04-23-55000", "the start is the launch of the campaign that the total is of"),
    ("tha-four-cum-2024-08-16-50000", "the start is the launch of the operation that the total is of"),
    ("chn-myanmar-prosecuted-2024-11-29000", "the start is the launch of the campaign that the total is of"),
    ("chn-myanmar-arrests-2024-11-40000", "the start is the launch of the campaign that the total is of"),
    ("chn-2025-12-09-reward-200000", "the day of the notices is stated by another report"),
    ("mmr-2023-10-11-reward-min", "the day of the warrants is stated by another report"),
    ("mmr-2023-10-11-reward-max", "the day of the warrants is stated by another report"),
];

/// What a note says of a date: the sentences, with the word for the date, that call it inferred.
fn inferred(note: &str) -> impl Iterator<Item = &'static str> {
    let note = note.to_lowercase();
    let called = move |date: &&str| {
        note.split(['.', ';']).any(|sentence| {
            let tail = sentence.find(*date).map_or("", |at| &sentence[at..]);
            INFERRED.iter().any(|words| tail.contains(words))
        })
    };
    DATES.into_iter().filter(called)
}

/// Whether a date that the note calls inferred is left out of the columns.
fn leaves_out_a_range(claim: &Claim) -> bool {
    let empty = |date: &str| match date {
        "start" => claim.start.is_none(),
        _ => claim.start.is_none() && claim.end.is_none(),
    };
    !claim.has_inferred_dates() && inferred(claim.note.get("en")).any(|date| !empty(date))
}

#[test]
fn a_date_that_is_inferred_has_the_days_that_it_may_be() {
    let record = record();
    let figures = record.claims.iter().filter(|claim| claim.figure.is_some());
    let mut found: Vec<&str> =
        figures.filter(|claim| leaves_out_a_range(claim)).map(|claim| claim.id.as_str()).collect();
    let mut stated = STATED.map(|(id, _)| id);
    found.sort_unstable();
    stated.sort_unstable();
    assert_eq!(found, stated);
}

/// Pairs of claims that give one figure for different periods that overlap, both used, and why.
const REPEATED: [(&str, &str, &str); 5] = [
    ("warned-2020", "chn-2020-01-08-warned", "both dates are doubted, neither is called wrong"),
    ("myanmar-2024-05", "mmr-cum-2024-05-06-49000", "a running total given twice within a month"),
    ("myawaddy-2025", "mmr-myawaddy-cum-2025-12-25-7600", "a running total given twice within a month"),
    ("mmr-cum-2025-10-15-57000", "mmr-cum-2025-07-11-57000", "a running total given twice"),
    ("mmr-2024-03-31-352", "mmr-2024-03-31-352-partner", "the partner's side dates the same people to three days"),
];

#[test]
fn of_claims_that_repeat_a_figure_one_is_used() {
    let record = record();
    let figure = |claim: &Claim| claim.figure.map(|figure| figure.value).filter(|value| *value >= 100.0);
    let dated: Vec<&Claim> = record.claims.iter().filter(|claim| claim.used && claim.end.is_some()).collect();
    let mut found = Vec::new();
    for (at, one) in dated.iter().enumerate() {
        for other in &dated[at + 1..] {
            let same = figure(one).is_some_and(|value| figure(other) == Some(value));
            let same = same && one.metric == other.metric && one.area == other.area;
            let differ = (one.start, one.end) != (other.start, other.end);
            let overlap = one.start <= other.end && other.start <= one.end;
            if same && differ && overlap {
                found.push((one.id.as_str(), other.id.as_str()));
            }
        }
    }
    let mut named = REPEATED.map(|(one, other, _)| (one, other));
    found.sort_unstable();
    named.sort_unstable();
    assert_eq!(found, named);
}

#[test]
fn a_claim_that_is_not_used_says_why() {
    for claim in record().claims.iter().filter(|claim| !claim.used) {
        let [en, zh] = ["en", "zh"].map(|language| claim.note.get(language));
        assert!(en.starts_with("Not used: ") && zh.starts_with("不采用："), "{}: {en} {zh}", claim.id);
    }
}

#[test]
fn what_follows_the_last_digit_is_less_than_its_place() {
    for claim in &record().claims {
        let Some(figure) = claim.figure.filter(|figure| figure.qualifier == Qualifier::MoreThan) else { continue };
        assert!(figure.rounding == Figure::last_digit(figure.value), "{}: {}", claim.id, figure.rounding);
        assert!(!claim.has_tag(Tag::Unit), "{}", claim.id);
    }
}
