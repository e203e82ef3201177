//! How large the figures of a metric are: totals as blocks over the time they were counted in.

use chrono::NaiveDate as Date;

use super::{
    block::{Block, blocks},
    running_total::{Between, RunningTotal, steps},
    scale::{DAYS_PER_MONTH, TimeScale},
    value::{ValueScale, ValueTick},
};
use crate::drawing::finite::{extent, finite};
use crate::{
    dataset::{Aggregation, Basis, Claim, Dataset, Figure, Month, Tag},
    query::ScaleKind,
};

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
    /// Totals of periods, the longest first, so that the shorter are drawn over them; the axis is their average.
    Blocks(Vec<Block>),
    /// Running totals by day, never joined, and what lies between them; the axis is the total.
    Totals(Vec<RunningTotal>, Vec<Between>),
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
    pub scale: ValueScale,
    /// Days that averages are taken over: those of a month, or one.
    pub unit: f64,
    /// Marked values.
    pub ticks: Vec<ValueTick>,
    /// First and last month of each stretch without a drawn figure, or without totals on both sides of it.
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
pub(super) struct Dated<'a> {
    pub claim: &'a Claim,
    pub figure: Figure,
    pub start: Date,
    pub end: Date,
}

/// How figures are drawn.
#[derive(Clone, Copy, Debug)]
pub struct LevelOptions<'a> {
    /// Kind of the scale.
    pub kind: ScaleKind,
    /// Days that averages are taken over.
    pub unit: f64,
    /// Averages that the scale of blocks must cover besides them.
    pub others: &'a [f64],
    /// Pixels from top to bottom.
    pub height: f64,
}

impl Default for LevelOptions<'_> {
    fn default() -> Self {
        Self { kind: ScaleKind::Linear, unit: DAYS_PER_MONTH, others: &[], height: 200.0 }
    }
}

/// The level lane of the claims of one metric and area.
pub fn levels(
    dataset: &Dataset,
    claims: &[&Claim],
    (metric, area): (&str, &str),
    scale: &TimeScale,
    how: &LevelOptions<'_>,
) -> LevelLane {
    let how = &LevelOptions { height: extent(how.height), unit: finite(how.unit).max(1.0), ..*how };
    let aggregation = dataset.metric(metric).map(|metric| metric.aggregation);
    let (mut periods, mut totals, mut undated, mut aside) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for claim in claims.iter().filter(|claim| claim.metric == metric && claim.area == area) {
        let Some(figure) = claim.figure.filter(usable) else { continue };
        match (claim.basis, claim.start, claim.end) {
            _ if claim.by_partner() || claim.has_tag(Tag::Part) => aside.push(claim.id.clone()),
            (Basis::AsOf, start, Some(end)) => totals.push(Dated { claim, figure, start: start.unwrap_or(end), end }),
            (Basis::Period, Some(start), Some(end)) if start <= end => {
                periods.push(Dated { claim, figure, start, end });
            }
            (Basis::Change | Basis::Statement, ..) => aside.push(claim.id.clone()),
            _ => undated.push(claim.id.clone()),
        }
    }
    let as_totals = match aggregation {
        Some(Aggregation::Running | Aggregation::Level) => !totals.is_empty(),
        _ => periods.is_empty(),
    };
    let (drawn, other) = if as_totals { (totals, periods) } else { (periods, totals) };
    let nothing = match aggregation {
        None if drawn.is_empty() && undated.is_empty() => Empty::UnknownMetric,
        _ if !drawn.is_empty() => Empty::OutsideRange,
        _ if !undated.is_empty() => Empty::Undated,
        _ => Empty::NoFigures,
    };
    let (level, values) = if as_totals {
        let (steps, between, values) = steps(&drawn, scale, how);
        (if steps.is_empty() { Level::Empty(nothing) } else { Level::Totals(steps, between) }, values)
    } else {
        let (blocks, values) = blocks(drawn, scale, how);
        (if blocks.is_empty() { Level::Empty(nothing) } else { Level::Blocks(blocks) }, values)
    };
    let gaps = gaps(&level, scale);
    aside.extend(other.into_iter().map(|dated| dated.claim.id.clone()));
    let ticks = if matches!(level, Level::Empty(_)) { Vec::new() } else { values.ticks() };
    let (metric, area, height, unit) = (metric.to_owned(), area.to_owned(), how.height, how.unit);
    LevelLane { metric, area, level, scale: values, unit, ticks, gaps, undated, aside, height }
}

/// Whether a figure can be drawn: a number from 0 to what no count reaches.
fn usable(figure: &Figure) -> bool {
    let interval = figure.interval();
    let sound = |number: f64| number.is_finite() && number.abs() < 1e30;
    figure.value >= 0.0 && sound(figure.value) && sound(interval.low) && sound(interval.high)
}

/// Stretches of months of which no day is drawn.
fn gaps(level: &Level, scale: &TimeScale) -> Vec<(Month, Month)> {
    let periods: Vec<(Date, Date)> = match level {
        Level::Blocks(blocks) => blocks.iter().map(|block| (block.start, block.end)).collect(),
        Level::Totals(steps, between) => {
            let between = between.iter().map(|between| (between.start, between.end));
            steps.iter().map(|step| (step.day, step.day)).chain(between).collect()
        }
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
