//! The lane of levels: the figures of one metric and area, and what they imply.
//!
//! Totals of periods are blocks of their average, running totals are points at their day, and values that hold at a time (levels)
//! are bars at their value.

mod block;
mod bounds;
mod derived_month;
mod figures;
mod running_total;
mod value;

pub use block::BLOCK;
pub use derived_month::DERIVED_MONTH;
pub use running_total::RUNNING_TOTAL;

use super::{
    lane::{GridLine, Lane, LaneInput, LevelRequest},
    mark::{Mark, MarkKind, Rect, Shape, Tooltip},
    scale::{DAYS_PER_MONTH, days},
    value::ValueScale,
};
use crate::{dataset::Month, drawing::finite::extent, query::Per};
use figures::{DrawnAs, Figures};

/// Months that no drawn figure touches.
const GAP: MarkKind = MarkKind {
    class: "gap",
    swatch: MarkKind::AREA,
    derived: false,
    legend: |words| words.chart.legend.gap,
    tooltip: Tooltip::Hidden,
};

const KINDS: [MarkKind; 9] = [
    BLOCK,
    bounds::BLOCK_BOUNDS,
    bounds::MONTH_UPPER_BOUND,
    bounds::MONTH_BOUNDS,
    DERIVED_MONTH,
    RUNNING_TOTAL,
    running_total::BETWEEN,
    value::VALUE,
    GAP,
];

/// The lane of the metric and area asked for.
pub fn lane(input: &LaneInput<'_>) -> Lane {
    let height = extent(input.plot_height);
    let input = &LaneInput { plot_height: height, ..*input };
    let figures = Figures::of(input);
    let (drawn, values) = match figures.drawn_as {
        DrawnAs::Averages => averages(input, &figures),
        DrawnAs::Totals => running_total::marks(input, &figures.drawn),
        DrawnAs::Values => value::marks(input, &figures.drawn),
    };
    let empty = drawn.is_empty();
    let mut marks = gaps(input, &drawn);
    marks.extend(drawn);
    let grid = if empty { Vec::new() } else { values.ticks() };
    let line = |tick: super::ValueTick| GridLine { y: tick.y, label: input.chart.language.number(tick.value) };
    Lane {
        title: title(input, figures.drawn_as),
        height,
        kinds: &KINDS,
        marks,
        grid: grid.into_iter().map(line).collect(),
        message: empty.then_some(input.words().chart.empty),
        undated: figures.undated,
        aside: figures.aside,
        ..Lane::default()
    }
}

/// Blocks with the bounds and derived months on their scale. Nothing is drawn where there is no block.
fn averages(input: &LaneInput<'_>, figures: &Figures<'_>) -> (Vec<Mark>, ValueScale) {
    let derived = derived_month::shown(input);
    let highest = derived.iter().map(|derived| average(input, (derived.month, derived.month), derived.high));
    let (blocks, values) = block::marks(input, &figures.drawn, highest);
    if blocks.is_empty() {
        return (blocks, values);
    }
    let mut marks = bounds::months(input, &values);
    marks.extend(blocks);
    marks.extend(bounds::blocks(input, &values));
    marks.extend(derived_month::marks(input, &derived, &values));
    (marks, values)
}

/// The metric, the area, and what the axis counts.
fn title(input: &LaneInput<'_>, drawn_as: DrawnAs) -> String {
    let LevelRequest { metric, area, per, .. } = input.chart.level;
    let (language, dataset, words) = (input.chart.language, input.chart.dataset, input.words());
    let axis = match (drawn_as, per) {
        (DrawnAs::Totals, _) => words.chart.running_total,
        (DrawnAs::Values, _) => words.chart.value,
        (DrawnAs::Averages, Per::Day) => words.chart.per_day,
        (DrawnAs::Averages, Per::Month) => words.chart.per_month,
    };
    let name = language.list(&[language.metric_name(dataset, metric), language.area_name(dataset, area)]);
    language.labelled(&name, axis)
}

/// Days that averages are taken over.
fn unit(input: &LaneInput<'_>) -> f64 {
    match input.chart.level.per {
        Per::Month => DAYS_PER_MONTH,
        Per::Day => 1.0,
    }
}

/// The average of a sum of some months.
fn average(input: &LaneInput<'_>, (first, last): (Month, Month), sum: f64) -> f64 {
    sum * unit(input) / days(first.first_day(), last.last_day())
}

/// Stretches of months of which the marks touch no day.
fn gaps(input: &LaneInput<'_>, marks: &[Mark]) -> Vec<Mark> {
    let reported = |mark: &&Mark| [BLOCK, RUNNING_TOTAL, running_total::BETWEEN, value::VALUE].contains(&mark.kind);
    let reported: Vec<&Mark> = marks.iter().filter(reported).collect();
    let bare = |month: &Month| !reported.iter().any(|mark| mark.touches(month.first_day(), month.last_day()));
    let mut gaps: Vec<(Month, Month)> = Vec::new();
    for month in input.scale.months().filter(bare) {
        match gaps.last_mut() {
            Some((_, last)) if month.since(*last) == 1 => *last = month,
            _ => gaps.push((month, month)),
        }
    }
    let gap = |(first, last): (Month, Month)| {
        let period = (first.first_day(), last.last_day());
        let (from, to) = (input.scale.x(period.0), input.scale.x_end(period.1));
        let text = input.words().chart.legend.gap.to_owned();
        let region = Shape::Region(Rect::new(from, 0.0, (to - from).max(0.0), input.plot_height));
        input.period_mark(GAP, period, text.clone(), (text, String::new())).shapes([region])
    };
    gaps.into_iter().map(gap).collect()
}
