//! How large the figures of a metric are: totals as blocks over the time they were counted in.

use chrono::NaiveDate as Date;

use super::{
    number::extent,
    runs::PART_TAG,
    scale::{DAYS_PER_MONTH, LinearScale, TimeScale, ValueTick, days},
};
use crate::{
    dataset::{Basis, Claim, Dataset, Figure, Month, Nature},
    order::sort_by,
};

/// A figure over its period: as wide as the period, as high as the average a month, so that the area is the figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// Id of the claim.
    pub claim: String,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Top edge, at the average a month of the printed value.
    pub y: f64,
    /// From there to the ground.
    pub height: f64,
    /// First day of the period, wherever it starts.
    pub start: Date,
    /// Last day of the period.
    pub end: Date,
    /// Average a month (30.436875 days) of the printed value over the whole period.
    pub per_month: f64,
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

/// A total up to a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Id of the claim.
    pub claim: String,
    /// The end of that day.
    pub x: f64,
    /// Place of the printed value.
    pub y: f64,
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

/// Why nothing is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Empty {
    /// The dataset has no such metric.
    UnknownMetric,
    /// No claim of the metric and area has a figure.
    NoFigures,
    /// The figures have no period.
    Undated,
    /// The figures are of other times.
    OutsideRange,
}

/// What is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Level {
    /// Totals of periods, the longest first, so that the shorter are drawn over them; the axis is per month.
    Blocks(Vec<Block>),
    /// Running totals by day, never joined; the axis is the total.
    Totals(Vec<Step>),
    /// Nothing.
    Empty(Empty),
}

/// The level lane of one metric and area.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelLane {
    /// Id of the metric.
    pub metric: String,
    /// Code of the area.
    pub area: String,
    /// What is drawn.
    pub level: Level,
    /// Values to pixels.
    pub scale: LinearScale,
    /// Marked values.
    pub ticks: Vec<ValueTick>,
    /// First and last month of each stretch without a drawn figure.
    pub gaps: Vec<(Month, Month)>,
    /// Ids of claims with a figure but no usable dates: listed, never drawn.
    pub undated: Vec<String>,
    /// Ids of claims with a figure that belongs on another axis: running totals beside blocks, blocks beside running totals,
    /// figures of mere changes and statements, and what the partner country's own side counted.
    pub aside: Vec<String>,
    /// Pixels from top to bottom.
    pub height: f64,
}

/// A figure with a place in time.
struct Dated<'a> {
    claim: &'a Claim,
    figure: Figure,
    start: Date,
    end: Date,
}

/// The level lane of the claims of one metric and area; where it shows blocks, its scale reaches `highest` at least.
pub fn levels(
    dataset: &Dataset,
    claims: &[&Claim],
    (metric, area): (&str, &str),
    scale: &TimeScale,
    highest: f64,
    height: f64,
) -> LevelLane {
    let height = extent(height);
    let nature = dataset.metric(metric).map(|metric| metric.nature);
    let (mut periods, mut totals, mut undated, mut aside) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for claim in claims.iter().filter(|claim| claim.metric == metric && claim.area == area) {
        let Some(figure) = claim.figure.filter(usable) else { continue };
        match (claim.basis, claim.start, claim.end) {
            _ if claim.by_partner() || claim.has_tag(PART_TAG) => aside.push(claim.id.clone()),
            (Basis::AsOf, start, Some(end)) => totals.push(Dated { claim, figure, start: start.unwrap_or(end), end }),
            (Basis::Period, Some(start), Some(end)) if start <= end => {
                periods.push(Dated { claim, figure, start, end });
            }
            (Basis::Change | Basis::Statement, ..) => aside.push(claim.id.clone()),
            _ => undated.push(claim.id.clone()),
        }
    }
    let as_totals = match nature {
        Some(Nature::Running | Nature::Level) => !totals.is_empty(),
        _ => periods.is_empty(),
    };
    let (drawn, other) = if as_totals { (totals, periods) } else { (periods, totals) };
    let nothing = match nature {
        None if drawn.is_empty() && undated.is_empty() => Empty::UnknownMetric,
        _ if !drawn.is_empty() => Empty::OutsideRange,
        _ if !undated.is_empty() => Empty::Undated,
        _ => Empty::NoFigures,
    };
    let (level, values) = if as_totals { steps(&drawn, scale, height) } else { blocks(drawn, scale, highest, height) };
    let level = match &level {
        Level::Blocks(list) if list.is_empty() => Level::Empty(nothing),
        Level::Totals(list) if list.is_empty() => Level::Empty(nothing),
        _ => level,
    };
    let gaps = gaps(&level, scale);
    aside.extend(other.into_iter().map(|dated| dated.claim.id.clone()));
    let ticks = if matches!(level, Level::Empty(_)) { Vec::new() } else { values.ticks() };
    LevelLane { metric: metric.into(), area: area.into(), level, scale: values, ticks, gaps, undated, aside, height }
}

/// Whether a figure can be drawn: a number from 0 to what no count reaches.
fn usable(figure: &Figure) -> bool {
    let interval = figure.interval();
    let sound = |number: f64| number.is_finite() && number.abs() < 1e30;
    figure.value >= 0.0 && sound(figure.value) && sound(interval.low) && sound(interval.high)
}

fn blocks(mut drawn: Vec<Dated<'_>>, scale: &TimeScale, highest: f64, height: f64) -> (Level, LinearScale) {
    drawn.retain(|dated| scale.stretch(dated.start, dated.end).is_some());
    sort_by(&mut drawn, |a, b| {
        let length = |dated: &Dated<'_>| days(dated.start, dated.end);
        length(b).total_cmp(&length(a)).then(a.start.cmp(&b.start)).then(a.claim.id.cmp(&b.claim.id))
    });
    let months = |dated: &Dated<'_>| days(dated.start, dated.end) / DAYS_PER_MONTH;
    let top = |dated: &Dated<'_>| dated.figure.interval().high.max(dated.figure.value) / months(dated);
    let values = LinearScale::new(drawn.iter().map(top).fold(highest, f64::max), height);
    let block = |(at, dated): (usize, &Dated<'_>)| {
        let place = scale.stretch(dated.start, dated.end)?;
        let (interval, months) = (dated.figure.interval(), months(dated));
        let others = || drawn.iter().enumerate().filter(move |(other, _)| *other != at).map(|(_, other)| other);
        let y = values.y(dated.figure.value / months);
        Some(Block {
            claim: dated.claim.id.clone(),
            x: place.x,
            width: place.width,
            y,
            height: height - y,
            start: dated.start,
            end: dated.end,
            per_month: dated.figure.value / months,
            value: dated.figure.value,
            low: interval.low,
            high: interval.high,
            y_low: values.y(interval.low / months),
            y_high: values.y(interval.high / months),
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
    (Level::Blocks(drawn.iter().enumerate().filter_map(block).collect()), values)
}

fn steps(drawn: &[Dated<'_>], scale: &TimeScale, height: f64) -> (Level, LinearScale) {
    let mut shown: Vec<&Dated<'_>> =
        drawn.iter().filter(|dated| scale.stretch(dated.end, dated.end).is_some()).collect();
    sort_by(&mut shown, |a, b| a.end.cmp(&b.end).then(a.claim.id.cmp(&b.claim.id)));
    let top = |dated: &&Dated<'_>| dated.figure.interval().high.max(dated.figure.value);
    let values = LinearScale::new(shown.iter().map(top).fold(0.0, f64::max), height);
    let step = |dated: &Dated<'_>| {
        let interval = dated.figure.interval();
        Step {
            claim: dated.claim.id.clone(),
            x: scale.x_end(dated.end),
            y: values.y(dated.figure.value),
            day: dated.end,
            value: dated.figure.value,
            low: interval.low,
            high: interval.high,
            y_low: values.y(interval.low),
            y_high: values.y(interval.high),
        }
    };
    (Level::Totals(shown.into_iter().map(step).collect()), values)
}

/// Stretches of months of which no day is drawn.
fn gaps(level: &Level, scale: &TimeScale) -> Vec<(Month, Month)> {
    let periods: Vec<(Date, Date)> = match level {
        Level::Blocks(blocks) => blocks.iter().map(|block| (block.start, block.end)).collect(),
        Level::Totals(steps) => steps.iter().map(|step| (step.day, step.day)).collect(),
        Level::Empty(_) => Vec::new(),
    };
    let bare = |month: &Month| !periods.iter().any(|&(a, b)| a <= month.last_day() && b >= month.first_day());
    let mut gaps: Vec<(Month, Month)> = Vec::new();
    for month in scale.months().filter(bare) {
        match gaps.last_mut() {
            Some((_, last)) if month.since(*last) == 1 => *last = month,
            _ => gaps.push((month, month)),
        }
    }
    gaps
}
