//! Made-up claims: one by one, and many that hold of a true series.

use chrono::{Days, NaiveDate as Date};
use proptest::prelude::*;

use super::*;

pub(super) fn month(at: usize) -> Month {
    Month::new(2019, 1).expect("a month").plus(i32::try_from(at).expect("few months"))
}

pub(super) fn day(year: i32, month: u32, day: u32) -> Date {
    Date::from_ymd_opt(year, month, day).expect("a day")
}

pub(super) fn claim(id: &str, start: Option<Date>, end: Date, basis: Basis, figure: Option<Figure>) -> Claim {
    Claim {
        id: id.into(),
        metric: "cases".into(),
        area: "CHN".into(),
        start,
        start_to: None,
        end_from: None,
        end: Some(end),
        used: true,
        basis,
        figure,
        change: None,
        campaign: None,
        source: "source".into(),
        locator: None,
        text: Text::default(),
        note: Text::default(),
        tags: vec![],
    }
}

pub(super) fn exactly(value: f64) -> Option<Figure> {
    Some(Figure { value, qualifier: Qualifier::Exact, rounding: 1.0 })
}

pub(super) fn rounded(value: f64, rounding: f64) -> Option<Figure> {
    Some(Figure { value: (value / rounding).round() * rounding, qualifier: Qualifier::Rounded, rounding })
}

pub(super) fn total(id: &str, first: usize, last: usize, figure: Option<Figure>) -> Claim {
    claim(id, Some(month(first).first_day()), month(last).last_day(), Basis::Period, figure)
}

pub(super) fn dataset() -> Dataset {
    let source = |id: &str, reliability, published| Source {
        id: id.into(),
        publisher: String::new(),
        url: String::new(),
        published,
        language: "zh".into(),
        kind: "court".into(),
        reliability,
    };
    let sources = vec![
        source("source", Reliability::High, None),
        source("newer", Reliability::High, Some(day(2024, 1, 1))),
        source("mirror", Reliability::Low, Some(day(2025, 1, 1))),
    ];
    Dataset { sources, ..Dataset::default() }
}

pub(super) fn limit(max_monthly_change: Option<f64>) -> Allowances {
    Allowances { max_monthly_change, ..Allowances::default() }
}

pub(super) fn bounds(claims: &[Claim]) -> Bounds<'_> {
    Bounds::of(&dataset(), &claims.iter().collect::<Vec<_>>(), Allowances::default()).expect("bounds")
}

/// A true series by day, so that periods may begin and end within months, and claims that hold of it.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub days: Vec<f64>,
    pub claims: Vec<Claim>,
}

impl World {
    pub fn sum(&self, first: Date, last: Date) -> f64 {
        let at = |day: Date| usize::try_from((day - month(0).first_day()).num_days()).expect("not before the first");
        self.days[at(first)..=at(last)].iter().sum()
    }

    pub fn of_months(&self, first: usize, last: usize) -> f64 {
        self.sum(month(first).first_day(), month(last).last_day())
    }
}

/// What a claim is made of: kind, two places in the series, how coarse its figure is.
pub(super) type Seed = (u8, usize, usize, u8);

pub(super) fn world() -> impl Strategy<Value = World> {
    let months = 6..30usize;
    months.prop_flat_map(|months| {
        let days = usize::try_from((month(months).first_day() - month(0).first_day()).num_days()).expect("positive");
        let values = prop::collection::vec(0u32..2_000, days);
        let seeds = prop::collection::vec((0u8..7, 0..months, 0..months, 0u8..4), 1..14);
        (values, seeds).prop_map(move |(values, seeds)| {
            let mut world = World { days: values.into_iter().map(f64::from).collect(), claims: Vec::new() };
            let made: Vec<Claim> =
                seeds.iter().enumerate().filter_map(|(at, seed)| made(&world, *seed, &format!("c{at:02}"))).collect();
            world.claims = made;
            world.claims.push(total("whole", 0, months - 1, rounded(world.of_months(0, months - 1), 1_000.0)));
            world
        })
    })
}

pub(super) fn made(world: &World, (kind, a, b, coarse): Seed, id: &str) -> Option<Claim> {
    let (first, last) = (a.min(b), a.max(b));
    let rounding = 10f64.powi(i32::from(coarse));
    let shifted = Days::new(u64::from(coarse) * 3);
    let (start, end) = (month(first).first_day() + shifted, month(last).last_day() - shifted);
    match kind {
        0 | 1 => Some(total(id, first, last, rounded(world.of_months(first, last), rounding))),
        2 => Some(claim(id, Some(start), end, Basis::Period, rounded(world.sum(start, end), rounding))),
        3 => {
            let so_far = 5_000.0 + world.sum(month(0).first_day(), end);
            Some(claim(id, None, end, Basis::AsOf, rounded(so_far, rounding)))
        }
        4 => Some(claim(id, Some(start), end, Basis::AsOf, rounded(world.sum(start, end), rounding))),
        5 => {
            let before = world.of_months(first.checked_sub(12)?, last - 12);
            let percent = (world.of_months(first, last) / before - 1.0) * 100.0;
            let percent = Percent::parse(&format!("{percent:.1}"))?;
            let mut claim = total(id, first, last, None);
            (claim.basis, claim.change) =
                (Basis::Change, Some(change(percent.value, Comparator::Yoy, Some(percent), None)));
            Some(claim)
        }
        _ => {
            let falls = |at: usize| at > 0 && world.of_months(at, at) <= world.of_months(at - 1, at - 1);
            let run = (first..=last).take_while(|at| falls(*at)).count();
            let mut claim = total(id, first, first + run.checked_sub(1)?, None);
            let streak = u32::try_from(run).ok();
            (claim.basis, claim.change) = (Basis::Change, Some(change(-1.0, Comparator::Mom, None, streak)));
            Some(claim)
        }
    }
}

pub(super) fn change(sign: f64, comparator: Comparator, percent: Option<Percent>, streak: Option<u32>) -> Change {
    let direction = if sign < 0.0 { Direction::Down } else { Direction::Up };
    Change { direction, comparator, streak, percent }
}
