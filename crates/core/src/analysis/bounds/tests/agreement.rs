//! Which claim gives way.

use super::*;

/// The bounds of every month.
fn months(claims: &[Claim]) -> Vec<(f64, Option<f64>)> {
    bounds(claims).months().expect("months").into_iter().map(|month| (month.low, month.high)).collect()
}

fn from(source: &str, claim: Claim) -> Claim {
    Claim { source: source.into(), ..claim }
}

#[test]
fn claims_of_one_rank_have_no_winner() {
    let claims = [total("a", 0, 1, exactly(100.0)), total("b", 0, 1, exactly(200.0)), total("c", 0, 2, exactly(300.0))];
    let found = bounds(&claims);
    assert_eq!(found.kept, ["c"]);
    let aside: Vec<_> = found.set_aside.iter().map(|aside| (aside.claim.as_str(), &aside.conflicts_with[..])).collect();
    assert_eq!(aside, [("a", &["b".into()][..]), ("b", &["a".into()][..])]);
    assert_eq!(found.ways_out, Some(vec![vec!["a".into()], vec!["b".into()]]));
}

#[test]
fn a_conflict_names_only_claims_that_it_needs() {
    let pair = |year: usize, values: [f64; 2]| {
        values.map(|value| total(&format!("{year}-{value}"), year * 12, year * 12 + 11, exactly(value)))
    };
    let claims = [pair(0, [100.0, 200.0]), pair(1, [300.0, 400.0])].concat();
    let found = bounds(&claims);
    let aside: Vec<_> =
        found.set_aside.iter().map(|aside| (aside.claim.as_str(), aside.conflicts_with.join(","))).collect();
    let expected = [("0-100", "0-200"), ("0-200", "0-100"), ("1-300", "1-400"), ("1-400", "1-300")];
    assert_eq!(aside, expected.map(|(claim, other)| (claim, other.to_owned())));
}

#[test]
fn a_rank_with_too_many_conflicts_has_no_winner_either() {
    let one = [total("one", 0, 0, exactly(200.0))];
    let others = (0..60).map(|at| total(&format!("other-{at}"), 0, 0, exactly(100.0)));
    let claims: Vec<Claim> = one.into_iter().chain(others).collect();
    let found = bounds(&claims);
    assert_eq!((found.kept.len(), found.set_aside.len()), (0, 61));
}

#[test]
fn totals_that_agree_only_to_within_the_tolerance_leave_nothing() {
    let claims = [total("to-november", 2, 10, exactly(2_000_001.0)), total("to-december", 2, 11, exactly(2_000_000.0))];
    let mut found = bounds(&claims);
    assert_eq!(found.kept.len(), 2);
    let periods = found.course(Grain::Finest).expect("solved");
    assert!(
        periods.iter().all(|period| period.bounds.high.is_some_and(|high| high >= period.bounds.low)),
        "{periods:?}"
    );
    let year = |first, last| (month(first), month(last));
    assert!(found.difference(year(2, 10), year(11, 11)).is_ok_and(|difference| difference.is_some()));
    assert!(found.loops(0.0).len() <= 1);
}

#[test]
fn a_count_that_is_not_that_of_the_months_says_nothing_about_them() {
    let before = total("before", 0, 5, exactly(600.0));
    let january = total("january", 0, 0, exactly(50.0));
    let run = |streak| Claim {
        basis: Basis::Change,
        change: Some(change(-1.0, Comparator::Yoy, None, Some(streak))),
        ..total("run", 12, 17, None)
    };
    let other = total("now", 12, 17, exactly(500.0));
    let greatest = |streak| {
        let claims = [before.clone(), january.clone(), other.clone(), run(streak)];
        months(&claims)[12].1
    };
    assert_eq!((greatest(6), greatest(3)), (Some(50.0), Some(500.0)));
}

#[test]
fn running_totals_of_several_campaigns_count_parts_and_one_that_falls_begins_anew() {
    let so_far = |id: &str, last, value, campaign: Option<&str>| Claim {
        basis: Basis::AsOf,
        campaign: campaign.map(Into::into),
        ..total(id, 0, last, exactly(value))
    };
    let claims = [so_far("june", 5, 500.0, Some("a")), so_far("december", 11, 100.0, Some("b"))];
    let mut found = bounds(&claims);
    let all = found.range(month(0), month(11)).expect("solved").expect("inside");
    assert_eq!((all.low, all.high, &found.set_aside), (500.0, None, &vec![]));
    let falls = [so_far("june", 5, 500.0, None), so_far("december", 11, 100.0, None)];
    let found = bounds(&falls);
    assert_eq!((&found.kept[..], &found.set_aside), (&["june".into()][..], &vec![]));
}

#[test]
fn a_limit_of_change_has_no_ways_out() {
    let uneven = [total("first", 0, 0, exactly(100.0)), total("second", 1, 1, exactly(150.0))];
    let found = Bounds::of(&dataset(), &uneven.iter().collect::<Vec<_>>(), limit(Some(10.0))).expect("bounds");
    assert_eq!((found.set_aside.len(), found.ways_out), (2, Some(vec![vec![]])));
}

#[test]
fn nothing_is_dropped_that_its_own_wider_reading_reconciles() {
    let figure = |value, qualifier| Some(Figure { value, qualifier, rounding: 1_000.0 });
    let claims = [
        from("newer", total("firm", 0, 0, exactly(391_600.0))),
        total("cut-off", 0, 0, figure(391_000.0, Qualifier::Rounded)),
        total("passed", 0, 0, figure(390_000.0, Qualifier::MoreThan)),
    ];
    let found = bounds(&claims);
    assert_eq!((found.kept.len(), &found.set_aside), (3, &vec![]));
    assert_eq!(found.read_widely, ["passed", "cut-off"]);
    assert_eq!(found.ways_out, Some(vec![vec![]]));
    // A percentage has words of its own; "about" has no wider reading and is not listed.
    let change = change(1.0, Comparator::Yoy, Percent::parse("30"), None);
    let rise = Claim { basis: Basis::Change, change: Some(change), ..total("rise", 12, 12, None) };
    let about = total("about", 20, 20, figure(5_000.0, Qualifier::About));
    let firm = [total("before", 0, 0, exactly(1_000.0)), total("after", 12, 12, exactly(1_308.0))];
    let claims_of_two_years = [firm.map(|claim| from("newer", claim)).to_vec(), vec![rise, about]].concat();
    let found = bounds(&claims_of_two_years);
    assert_eq!((found.kept.len(), &found.read_widely[..]), (4, &["rise".into()][..]));
    // A figure to the last digit has no wider reading.
    let claims = [claims[0].clone(), total("other", 0, 0, exactly(391_000.0))];
    assert_eq!(bounds(&claims).set_aside.len(), 1);
}

#[test]
fn an_inferred_cut_off_bounds_on_both_sides() {
    let claims = [Claim { end_from: Some(day(2019, 11, 30)), ..total("so-far", 0, 11, exactly(256.0)) }];
    let mut so_far = bounds(&claims);
    let range = |bounds: &mut Bounds<'_>, last| {
        let range = bounds.range(month(0), month(last)).expect("solved").expect("inside");
        (range.low, range.high)
    };
    assert_eq!(range(&mut so_far, 10), (0.0, Some(256.0)), "at most that much to November");
    assert_eq!(range(&mut so_far, 11), (256.0, None), "at least that much to December");
    // One event within a window: the latest start lies after the earliest end.
    let event = Claim {
        start_to: Some(day(2019, 6, 30)),
        end_from: Some(day(2019, 6, 1)),
        ..total("event", 5, 5, exactly(9.0))
    };
    assert_eq!(months(&[event]), [(9.0, None)]);
}

#[test]
fn what_the_record_calls_wrong_or_otherwise_defined_is_not_used() {
    let year = total("year", 0, 0, exactly(100.0));
    let wrong = Claim { used: false, ..total("wrong", 0, 0, exactly(7.0)) };
    let other = Claim { tags: vec!["definition".into()], ..total("other", 0, 0, exactly(9.0)) };
    let found = [year, wrong, other];
    let found = bounds(&found);
    assert_eq!((&found.kept[..], &found.set_aside), (&["year".into()][..], &vec![]));
}

#[test]
fn an_allowance_is_for_totals_that_later_ones_take_in() {
    let early = total("early", 0, 10, exactly(1_000.0));
    let late = from("newer", total("late", 0, 11, exactly(1_100.0)));
    let early = from("dated", early);
    let claims = [early, late];
    let allowances = Allowances { revision: 5.0, ..Allowances::default() };
    let mut dataset = dataset();
    let dated = Source { id: "dated".into(), published: Some(day(2023, 1, 1)), ..dataset.sources[0].clone() };
    dataset.sources.push(dated);
    let mut found = Bounds::of(&dataset, &claims.iter().collect::<Vec<_>>(), allowances).expect("bounds");
    let december = found.months().expect("months").pop().expect("a month");
    assert_eq!((december.low, december.high), (50.0, Some(100.0)));
}

#[test]
fn too_many_ways_out_are_called_many() {
    // Five pairs that contradict each other, one a month: 32 ways out.
    let pair = |at: usize| [(0, 1.0), (1, 2.0)].map(|(n, value)| total(&format!("m{at}-{n}"), at, at, exactly(value)));
    let claims: Vec<Claim> = (0..5).flat_map(pair).collect();
    let mut found = bounds(&claims);
    assert_eq!((found.kept.len(), &found.ways_out), (0, &None));
    // Nothing agrees, and nothing is known but that.
    assert_eq!(found.months().expect("months").iter().filter(|month| month.high.is_some()).count(), 0);
    assert_eq!(found.course(Grain::Year), Ok(vec![]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn ids_decide_nothing(world in world(), wrong in prop::collection::vec(0usize..14, 0..3), seed in 1u64..9) {
        let mut claims = world.claims;
        for at in wrong {
            if let Some(claim) = claims.get_mut(at) && let Some(figure) = &mut claim.figure {
                figure.value = figure.value * 3.0 + 1_000.0;
            }
        }
        let renamed: Vec<Claim> = claims.iter().enumerate().map(|(at, claim)| {
            let id = format!("r{}", (at as u64 * seed * 7 + 3) % 101);
            Claim { id: id.into(), ..claim.clone() }
        }).collect();
        prop_assert_eq!(months(&claims).len(), months(&renamed).len());
        for ((low, high), (other_low, other_high)) in months(&claims).into_iter().zip(months(&renamed)) {
            prop_assert!(close(low, other_low) && close(high.unwrap_or(-1.0), other_high.unwrap_or(-1.0)));
        }
        let robust = |claims: &[Claim]| {
            let course = bounds(claims).course(Grain::Finest).expect("solved");
            course.into_iter().map(|period| (period.grade, period.robust.low, period.robust.high.unwrap_or(-1.0))).collect::<Vec<_>>()
        };
        let (robust, other) = (robust(&claims), robust(&renamed));
        prop_assert_eq!(robust.len(), other.len());
        for (one, other) in robust.iter().zip(&other) {
            prop_assert!(one.0 == other.0 && close(one.1, other.1) && close(one.2, other.2), "{one:?} {other:?}");
        }
        prop_assert_eq!(bounds(&claims).set_aside.len(), bounds(&renamed).set_aside.len());
    }
}
