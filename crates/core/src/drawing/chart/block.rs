//! Totals as blocks over the time they were counted in.

use chrono::NaiveDate as Date;

use super::{
    level::{Dated, LevelOptions},
    scale::{TimeScale, days},
    value::ValueScale,
};
use crate::sort::sort_by;

/// A figure over its period: as wide as the period, as high as its average, so that on a linear scale the area is the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Id of the claim.
    pub claim: String,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Top edge, at the average of the printed value.
    pub y: f64,
    /// From there to the ground.
    pub height: f64,
    /// First day of the period, wherever it starts.
    pub start: Date,
    /// Last day of the period.
    pub end: Date,
    /// Average of the printed value over the whole period, a month or a day as the lane has it.
    pub average: f64,
    /// The printed value.
    pub value: f64,
    /// Least true value.
    pub low: f64,
    /// Greatest true value.
    pub high: f64,
    /// Place of the average of `low`: the lower edge of the interval's band.
    pub y_low: f64,
    /// Place of the average of `high`: the upper edge of the interval's band.
    pub y_high: f64,
    /// Whether another block shares a day with it.
    pub overlapping: bool,
    /// Whether no shorter block lies inside it.
    pub finest: bool,
    /// Whether the period began before the range.
    pub clipped_start: bool,
    /// Whether it goes on after the range.
    pub clipped_end: bool,
}

/// Blocks, the longest first, and their scale, which also covers `others`.
pub(super) fn blocks(mut drawn: Vec<Dated<'_>>, scale: &TimeScale, how: &LevelOptions<'_>) -> (Vec<Block>, ValueScale) {
    drawn.retain(|dated| scale.stretch(dated.start, dated.end).is_some());
    sort_by(&mut drawn, |a, b| {
        let length = |dated: &Dated<'_>| days(dated.start, dated.end);
        length(b).total_cmp(&length(a)).then(a.start.cmp(&b.start)).then(a.claim.id.cmp(&b.claim.id))
    });
    let times = |dated: &Dated<'_>| days(dated.start, dated.end) / how.unit;
    let ends = drawn.iter().flat_map(|dated| {
        let interval = dated.figure.interval();
        [interval.low, interval.high, dated.figure.value].map(|value| value / times(dated))
    });
    let values = ValueScale::new(how.kind, ends.chain(how.others.iter().copied()), how.height);
    let block = |(at, dated): (usize, &Dated<'_>)| {
        let place = scale.stretch(dated.start, dated.end)?;
        let (interval, times) = (dated.figure.interval(), times(dated));
        let others = || drawn.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| other);
        let y = values.y(dated.figure.value / times);
        Some(Block {
            claim: dated.claim.id.clone(),
            x: place.x,
            width: place.width,
            y,
            height: how.height - y,
            start: dated.start,
            end: dated.end,
            average: dated.figure.value / times,
            value: dated.figure.value,
            low: interval.low,
            high: interval.high,
            y_low: values.y(interval.low / times),
            y_high: values.y(interval.high / times),
            overlapping: others().any(|other| other.start <= dated.end && other.end >= dated.start),
            finest: !others().any(|other| {
                other.start >= dated.start
                    && other.end <= dated.end
                    && (other.start, other.end) != (dated.start, dated.end)
            }),
            clipped_start: place.clipped_start,
            clipped_end: place.clipped_end,
        })
    };
    (drawn.iter().enumerate().filter_map(block).collect(), values)
}
