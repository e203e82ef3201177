//! How the figure of a period is known.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

use crate::{
    analysis::bounds::{Kept, statement::Span},
    dataset::Interval,
};

/// How the figure of a period is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Grade {
    /// A claim states it.
    Reported,
    /// What one total has beyond another that begins or ends with it: added between two reports.
    Difference,
    /// It follows from claims in another way.
    Chain,
}

/// A period with its interval.
#[derive(Clone, Debug)]
pub(in crate::analysis::bounds) struct Graded {
    pub span: Span,
    pub grade: Grade,
    pub interval: Interval,
    /// Numbers of the claims that the interval follows from.
    pub claims: Vec<usize>,
}

/// The widest interval that is narrow, as a share of its middle or of the level.
const NARROW: f64 = 0.1;

impl Graded {
    /// Whether its interval is narrow, beside its middle or beside an average of so much a month.
    pub fn is_narrow(&self, level: f64) -> bool {
        let Interval { low, high: Some(high) } = self.interval else { return false };
        high - low <= NARROW * f64::midpoint(low, high).max(level * self.span.len() as f64)
    }

    fn width(&self) -> f64 {
        self.interval.high.map_or(f64::INFINITY, |high| high - self.interval.low)
    }
}

/// Every period that a claim reports or that two differ by, once: reported, else the narrowest difference.
pub(in crate::analysis::bounds) fn reported_and_differences(claims: &[Kept]) -> Vec<Graded> {
    let totals: Vec<(usize, Span, Interval)> =
        claims.iter().enumerate().filter_map(|(at, claim)| Some((at, claim.total?, claim.interval?))).collect();
    let mut best = BTreeMap::<(usize, usize), Graded>::new();
    let mut offer = |period: Graded| {
        let place = best.entry((period.span.first, period.span.end)).or_insert_with(|| period.clone());
        let better_grade = period.grade == Grade::Reported && place.grade != Grade::Reported;
        if better_grade || period.grade == place.grade && period.width() < place.width() {
            *place = period;
        }
    };
    for (at, span, interval) in &totals {
        offer(Graded { span: *span, grade: Grade::Reported, interval: *interval, claims: vec![*at] });
    }
    for (whole, outer, total) in &totals {
        for (part, inner, part_total) in &totals {
            if let Some(span) = beyond(*outer, *inner) {
                let interval = total.less(*part_total);
                offer(Graded { span, grade: Grade::Difference, interval, claims: vec![*whole, *part] });
            }
        }
    }
    best.into_values().collect()
}

/// What a span has beyond another that begins or ends with it.
fn beyond(whole: Span, part: Span) -> Option<Span> {
    let inside = whole.holds(part) && whole != part;
    if inside && whole.first == part.first {
        return Some(Span { first: part.end, end: whole.end });
    }
    (inside && whole.end == part.end).then_some(Span { first: whole.first, end: part.first })
}
