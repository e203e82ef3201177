//! Running totals by day, and what lies between two of them.

use chrono::NaiveDate as Date;

use super::{
    level::{Dated, LevelOptions},
    scale::TimeScale,
    value::ValueScale,
};
use crate::sort::sort_by;

/// A total up to a day.
#[derive(Clone, Debug, PartialEq)]
pub struct RunningTotal {
    /// Id of the claim.
    pub claim: String,
    /// The end of that day.
    pub x: f64,
    /// Place of the printed value.
    pub y: f64,
    /// First day counted, where the source says so.
    pub start: Option<Date>,
    /// The day.
    pub day: Date,
    /// The printed value.
    pub value: f64,
    /// Least true value.
    pub low: f64,
    /// Greatest true value.
    pub high: f64,
    /// Place of `low`.
    pub y_low: f64,
    /// Place of `high`.
    pub y_high: f64,
}

/// Where a total that only grows must have lain between two reported days: not below the earlier, not above the later.
#[derive(Clone, Debug, PartialEq)]
pub struct Between {
    /// Ids of the earlier and the later claim.
    pub claims: [String; 2],
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// First day after the earlier total.
    pub start: Date,
    /// Last day of the later total.
    pub end: Date,
    /// Least true value of the earlier.
    pub low: f64,
    /// Greatest true value of the later.
    pub high: f64,
    /// Place of `low`.
    pub y_low: f64,
    /// Place of `high`.
    pub y_high: f64,
}

/// Steps by day, what lies between those that count from the same day, and their scale.
pub(super) fn steps(
    drawn: &[Dated<'_>],
    scale: &TimeScale,
    how: &LevelOptions<'_>,
) -> (Vec<RunningTotal>, Vec<Between>, ValueScale) {
    let mut drawn: Vec<&Dated<'_>> = drawn.iter().collect();
    sort_by(&mut drawn, |a, b| a.end.cmp(&b.end).then(a.claim.id.cmp(&b.claim.id)));
    let shown = || drawn.iter().filter(|dated| scale.stretch(dated.end, dated.end).is_some());
    let ends = shown().flat_map(|dated| {
        let interval = dated.figure.interval();
        [interval.low, interval.high, dated.figure.value]
    });
    let values = ValueScale::new(how.kind, ends, how.height);
    let step = |dated: &&Dated<'_>| {
        let interval = dated.figure.interval();
        RunningTotal {
            claim: dated.claim.id.clone(),
            x: scale.x_end(dated.end),
            y: values.y(dated.figure.value),
            start: dated.claim.start,
            day: dated.end,
            value: dated.figure.value,
            low: interval.low,
            high: interval.high,
            y_low: values.y(interval.low),
            y_high: values.y(interval.high),
        }
    };
    let steps: Vec<RunningTotal> = shown().map(step).collect();
    if steps.is_empty() {
        return (steps, Vec::new(), values);
    }
    let all: Vec<RunningTotal> = drawn.iter().map(step).collect();
    let between = all.iter().enumerate().filter_map(|(at, later)| {
        // The next before it that counts from the same day and ended on an earlier one.
        let earlier = all[..at].iter().rev().find(|step| step.start == later.start && step.day < later.day)?;
        between(earlier, later, scale)
    });
    (steps, between.collect(), values)
}

/// Nothing where the later total is below the earlier: the two contradict each other.
fn between(earlier: &RunningTotal, later: &RunningTotal, scale: &TimeScale) -> Option<Between> {
    let start = earlier.day.succ_opt()?;
    let place = scale.stretch(start, later.day).filter(|_| earlier.low <= later.high)?;
    Some(Between {
        claims: [earlier.claim.clone(), later.claim.clone()],
        x: place.x,
        width: place.width,
        start,
        end: later.day,
        low: earlier.low,
        high: later.high,
        y_low: earlier.y_low,
        y_high: later.y_high,
    })
}
