//! What made-up runs and those of the fixture prove.

use super::*;
use crate::{
    dataset::{Basis, Change, Claim, HOME, Qualifier, Tag},
    named::Named,
    testing::{claim, fixture, small_dataset},
};

fn day(text: &str) -> Option<Date> {
    Some(text.parse().expect("a day"))
}

fn change(id: &str, (start, end): (&str, &str), streak: Option<u32>) -> Claim {
    let change = Change { direction: Direction::Down, comparator: Comparator::Yoy, streak, percent: None };
    let (start, end) = (day(start), day(end));
    Claim {
        start,
        end,
        basis: Basis::Change,
        figure: None,
        change: Some(change),
        ..claim(id, "incidents", &HOME, 2023, 0.0)
    }
}

fn rate(id: &str, dates: (&str, &str), percent: &str) -> Claim {
    let mut rate = change(id, dates, None);
    let direction = if percent.starts_with('-') { Direction::Down } else { Direction::Up };
    rate.change =
        Some(Change { direction, comparator: Comparator::Yoy, streak: None, percent: Percent::parse(percent) });
    rate
}

fn compared(claim: Claim, comparator: Comparator) -> Claim {
    Claim { change: claim.change.map(|change| Change { comparator, ..change }), ..claim }
}

fn proved(claims: &[Claim]) -> Vec<Proof> {
    proofs(&small_dataset(), claims)
}

/// What is proved as a text: kind, period, claims.
fn texts(claims: &[Claim]) -> Vec<String> {
    let text = |proof: Proof| {
        let kind = match proof.kind {
            ProofKind::LatestTwelve { times, .. } => format!("twelve {times}"),
            ProofKind::Years { years, .. } => format!("years {years}"),
            ProofKind::Rest(change) => format!("rest {}", change.percent.map_or(0.0, |percent| percent.value)),
        };
        format!("{kind} {} {} {}", proof.start, proof.end, proof.claims.join(" "))
    };
    proved(claims).into_iter().map(text).collect()
}

fn three_years() -> [Claim; 3] {
    [
        change("short", ("2021-06-01", "2021-09-30"), Some(4)),
        change("long", ("2021-06-01", "2022-10-31"), Some(17)),
        change("later", ("2023-09-01", "2024-07-31"), Some(11)),
    ]
}

#[test]
fn falls_on_a_year_earlier_take_the_total_of_twelve_months_down_and_stack() {
    let expected = [
        "twelve 17 2021-06-01 2022-10-31 long",
        "twelve 11 2023-09-01 2024-07-31 later",
        "years 2 2022-06-01 2022-10-31 long",
        "years 3 2023-09-01 2023-10-31 later long",
    ];
    assert_eq!(texts(&three_years()), expected);
}

#[test]
fn only_counts_and_dates_that_agree_on_a_year_earlier_prove_anything() {
    let [_, long, _] = three_years();
    let dated = |claim: &Claim| Claim { end_from: day("2022-09-30"), ..claim.clone() };
    let part = Claim { tags: vec![Tag::Part.name().into()], ..long.clone() };
    let cumulative =
        Claim { tags: vec![Tag::Cumulative.name().into()], ..change("all", ("2021-06-01", "2022-10-31"), None) };
    let miscounted = change("miscounted", ("2021-06-01", "2022-10-31"), Some(16));
    let unused = Claim { used: false, ..long.clone() };
    for claim in [dated(&long), part, cumulative, miscounted, unused] {
        assert_eq!(texts(&[claim]), Vec::<String>::new());
    }
    // Without a count, each month still stands.
    assert_eq!(
        texts(&[change("uncounted", ("2021-06-01", "2022-10-31"), None)]),
        ["years 2 2022-06-01 2022-10-31 uncounted"]
    );
}

#[test]
fn nothing_rests_on_a_change_on_the_month_before_or_without_a_base() {
    for comparator in [Comparator::Mom, Comparator::Unspecified] {
        let mut claims = three_years().map(|claim| compared(claim, comparator)).to_vec();
        claims.push(compared(rate("whole", ("2023-08-01", "2023-12-31"), "-28.6"), comparator));
        claims.push(compared(rate("part", ("2023-08-01", "2023-10-16"), "-24"), comparator));
        assert_eq!(proved(&claims), []);
    }
    let dataset = fixture();
    let proofs = proofs(&dataset, &dataset.claims);
    assert!(!proofs.is_empty());
    for id in proofs.iter().flat_map(|proof| &proof.claims) {
        let change = dataset.claim(id).and_then(|claim| claim.change).expect("a change");
        assert_eq!(change.comparator, Comparator::Yoy, "{id}");
    }
}

#[test]
fn a_month_on_which_runs_disagree_proves_nothing() {
    let mut claims = three_years().to_vec();
    let rise = Change { direction: Direction::Up, comparator: Comparator::Unspecified, streak: None, percent: None };
    claims.push(Claim { change: Some(rise), ..change("rise", ("2022-09-01", "2022-09-30"), None) });
    let expected = [
        "twelve 4 2021-06-01 2021-09-30 short",
        "twelve 11 2023-09-01 2024-07-31 later",
        "years 2 2022-06-01 2022-08-31 long",
        "years 2 2022-10-01 2022-10-31 long",
        "years 3 2023-10-01 2023-10-31 later long",
    ];
    assert_eq!(texts(&claims), expected);
}

#[test]
fn periods_of_months_end_with_the_year() {
    let claims = [change("run", ("2021-01-01", "2023-02-28"), Some(26))];
    let expected = [
        "twelve 26 2021-01-01 2023-02-28 run",
        "years 2 2022-01-01 2022-12-31 run",
        "years 3 2023-01-01 2023-02-28 run",
    ];
    assert_eq!(texts(&claims), expected);
}

#[test]
fn where_a_part_fell_by_less_the_rest_fell_by_more() {
    let whole = |percent| rate("whole", ("2023-08-01", "2023-12-31"), percent);
    let part = |percent| rate("part", ("2023-08-01", "2023-10-16"), percent);
    assert_eq!(texts(&[whole("-28.6"), part("-24")]), ["rest -28.5 2023-10-17 2023-12-31 part whole"]);
    assert_eq!(texts(&[whole("28.6"), part("24")]), ["rest 28.5 2023-10-17 2023-12-31 part whole"]);
    assert_eq!(texts(&[whole("-28.6"), part("24")]), ["rest -28.5 2023-10-17 2023-12-31 part whole"]);
    // Within rounding, or with the larger change first, nothing follows.
    for (whole, part) in [(whole("-28.6"), part("-28.6")), (whole("-24"), part("-24.5")), (whole("-24"), part("-28.6"))]
    {
        assert_eq!(proved(&[whole, part]), []);
    }
    let nearly = Percent { qualifier: Qualifier::Over, ..Percent::parse("-24").expect("a percentage") };
    let open = part("-24");
    let open = Claim { change: open.change.map(|change| Change { percent: Some(nearly), ..change }), ..open };
    assert_eq!(proved(&[whole("-28.6"), open]), [], "more than 24 % may be 40 %");
}

#[test]
fn rates_of_different_starts_bases_or_metrics_leave_nothing() {
    let whole = || rate("whole", ("2023-08-01", "2023-12-31"), "-28.6");
    let part = || rate("part", ("2023-08-01", "2023-10-16"), "-24");
    let later = Claim { start: day("2023-09-01"), ..part() };
    let filed = Claim { metric: "cases_filed".into(), ..part() };
    let fraud = Claim { tags: vec![Tag::Part.name().into()], ..part() };
    let unsure = Claim { start_to: day("2023-08-31"), ..part() };
    for part in [later, filed, fraud, unsure, compared(part(), Comparator::Mom)] {
        assert_eq!(proved(&[whole(), part]), []);
    }
    // The whole may have ended before the part did.
    let short = Claim { end_from: day("2023-10-10"), ..whole() };
    assert_eq!(proved(&[short, part()]), []);
}
