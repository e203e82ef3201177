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
fn nothing_is_dropped_that_a_wider_reading_reconciles() {
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
    fn ids_decide_nothing(world in world(), wrong in 0usize..14, seed in 1u64..9) {
        let mut claims = world.claims;
        if let Some(claim) = claims.get_mut(wrong) && let Some(figure) = &mut claim.figure {
            figure.value = figure.value * 3.0 + 1_000.0;
        }
        let renamed: Vec<Claim> = claims.iter().enumerate().map(|(at, claim)| {
            let id = format!("r{}", (at as u64 * seed * 7 + 3) % 101);
            Claim { id: id.into(), ..claim.clone() }
        }).collect();
        prop_assert_eq!(months(&claims).len(), months(&renamed).len());
        for ((low, high), (other_low, other_high)) in months(&claims).into_iter().zip(months(&renamed)) {
            prop_assert!(close(low, other_low) && close(high.unwrap_or(-1.0), other_high.unwrap_or(-1.0)));
        }
    }
}
