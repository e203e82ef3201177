//! How long the bounds take: the largest metric of the record, and a made-up one of 240 months and 500 claims.

// A benchmark that cannot go on fails where it stands.
#![allow(clippy::expect_used, missing_docs)]

use crackdown_core::{
    analysis::bounds::{Allowances, Bounds, Grain, PeakOf},
    dataset::{
        Basis, Change, Claim, Comparator, Dataset, Direction, Figure, Month, Package, Percent, Qualifier, SourceId,
        Text,
    },
};
use criterion::{Criterion, criterion_group, criterion_main};

fn work_out(dataset: &Dataset, claims: &[&Claim]) -> usize {
    let mut bounds = Bounds::of(dataset, claims, Allowances::default()).expect("bounds");
    bounds.months().expect("months").len() + bounds.blocks().expect("blocks").len()
}

/// Everything that the command line can ask.
fn every_answer(dataset: &Dataset, claims: &[&Claim]) -> usize {
    let mut bounds = Bounds::of(dataset, claims, Allowances::default()).expect("bounds");
    let mut answers = bounds.months().expect("months").len() + bounds.blocks().expect("blocks").len();
    answers += bounds.squeezed().expect("squeezed").len() + bounds.strained().expect("strained").len();
    answers += bounds.loops(0.0).len();
    answers += usize::from(bounds.smallest_monthly_change().expect("solved").is_some());
    for grain in Grain::ALL {
        for period in bounds.course(grain).expect("a course") {
            let (first, last) = (period.bounds.first, period.bounds.last);
            answers += usize::from(bounds.fragility(first, last).expect("solved").is_some());
        }
    }
    let years = bounds.course(Grain::Year).expect("a course");
    for pair in years.windows(2) {
        let [before, after] = [&pair[0].bounds, &pair[1].bounds].map(|bounds| (bounds.first, bounds.last));
        answers += usize::from(bounds.difference(before, after).expect("solved").is_some());
    }
    for kind in [PeakOf::Year, PeakOf::TwelveMonths, PeakOf::Month] {
        answers += bounds.possible_peaks(kind).expect("peaks").len();
    }
    answers
}

/// Bounds and courses, as the worker answers a question.
fn courses(dataset: &Dataset, claims: &[&Claim]) -> usize {
    let mut bounds = Bounds::of(dataset, claims, Allowances::default()).expect("bounds");
    let courses = Grain::ALL.into_iter().map(|grain| bounds.course(grain).expect("a course").len()).sum::<usize>();
    courses + bounds.months().expect("months").len() + bounds.blocks().expect("blocks").len()
}

/// A figure or change of some months, with as many claims of each kind as the record has in proportion.
fn synthetic(months: i32, count: i32) -> Vec<Claim> {
    let first = Month::new(2006, 1).expect("a month");
    let value = |at: i32| 20_000.0 + 15_000.0 * f64::from(at * 7 % 31) / 31.0 + 60.0 * f64::from(at);
    let total = |a: i32, b: i32| (a..=b).map(value).sum::<f64>();
    let claims = (0..count).map(|number| {
        let (a, length) = (number * 37 % months, 1 + number * 11 % 24);
        let b = (a + length).min(months - 1);
        let percent = (number % 5 == 0 && a >= 12).then(|| (total(a, b) / total(a - 12, b - 12) - 1.0) * 100.0);
        let change = percent.and_then(|percent| {
            let direction = if percent < 0.0 { Direction::Down } else { Direction::Up };
            let percent = Percent::parse(&format!("{percent:.1}"));
            Some(Change { direction, comparator: Comparator::Yoy, streak: None, percent: Some(percent?) })
        });
        let figure = Figure {
            value: (total(a, b) / 1_000.0).round() * 1_000.0,
            qualifier: Qualifier::Rounded,
            rounding: 1_000.0,
        };
        Claim {
            id: format!("c{number}").into(),
            metric: "cases".into(),
            area: "CHN".into(),
            start: Some(first.plus(a).first_day()),
            start_to: None,
            end_from: None,
            end: Some(first.plus(b).last_day()),
            used: true,
            basis: if change.is_some() { Basis::Change } else { Basis::Period },
            figure: change.is_none().then_some(figure),
            change,
            campaign: None,
            source: SourceId::default(),
            locator: None,
            text: Text::default(),
            note: Text::default(),
            tags: vec![],
        }
    });
    claims.collect()
}

fn bounds(criterion: &mut Criterion) {
    let dataset = Dataset::read(&Package::embedded()).expect("the record");
    let mut group = criterion.benchmark_group("bounds");
    group.sample_size(10);
    let cracked = dataset.claims.iter().filter(|claim| claim.metric == "cases_cracked" && claim.area == "CHN");
    let cracked: Vec<&Claim> = cracked.collect();
    group.bench_function("cases cracked, China", |bench| bench.iter(|| work_out(&dataset, &cracked)));
    group.bench_function("cases cracked, China, with courses", |bench| bench.iter(|| courses(&dataset, &cracked)));
    group.bench_function("cases cracked, China, every answer", |bench| bench.iter(|| every_answer(&dataset, &cracked)));
    let made = synthetic(240, 500);
    let made: Vec<&Claim> = made.iter().collect();
    group.bench_function("240 months, 500 claims", |bench| bench.iter(|| work_out(&dataset, &made)));
    group.finish();
}

criterion_group!(benches, bounds);
criterion_main!(benches);
