//! Which figures of a metric are drawn, and how.

use chrono::NaiveDate as Date;

use crate::dataset::{Aggregation, Basis, Claim, Figure, RecordId, Tag};

use super::LaneInput;

/// How the figures of a metric are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawnAs {
    /// Totals of periods, as their averages.
    Averages,
    /// Running totals, by day.
    Totals,
    /// Values that hold at a time, never divided by it.
    Values,
}

/// A figure with a place in time.
pub struct Dated<'a> {
    pub claim: &'a Claim,
    pub figure: Figure,
    pub start: Date,
    pub end: Date,
}

/// The figures of the lane's metric and area.
pub struct Figures<'a> {
    pub drawn_as: DrawnAs,
    pub drawn: Vec<Dated<'a>>,
    /// Ids of claims with a figure and without the dates that drawing it needs.
    pub undated: Vec<RecordId>,
    /// Ids of claims whose figure belongs on another axis: running totals where blocks are drawn and the reverse, figures of mere
    /// changes and statements, of a part of the metric, and of the partner country's side.
    pub aside: Vec<RecordId>,
}

impl<'a> Figures<'a> {
    pub fn of(input: &LaneInput<'a>) -> Self {
        let level = input.chart.level;
        let aggregation = input.chart.dataset.metric(level.metric).map(|metric| metric.aggregation);
        let is_level = aggregation == Some(Aggregation::Level);
        let (mut periods, mut totals, mut undated, mut aside) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let own = input.chart.claims.iter().filter(|claim| claim.metric == *level.metric && claim.area == *level.area);
        for claim in own.copied() {
            let Some(figure) = claim.figure.filter(usable) else { continue };
            let id = claim.id.clone();
            match (claim.basis, claim.start, claim.end) {
                _ if claim.by_partner() || claim.has_tag(Tag::Part) => aside.push(id),
                // The value on that day, wherever a count would begin.
                (Basis::AsOf, _, Some(end)) if is_level => periods.push(Dated { claim, figure, start: end, end }),
                (Basis::AsOf, start, Some(end)) => {
                    totals.push(Dated { claim, figure, start: start.unwrap_or(end), end })
                }
                (Basis::Period, Some(start), Some(end)) if start <= end => {
                    periods.push(Dated { claim, figure, start, end });
                }
                (Basis::Change | Basis::Statement, ..) => aside.push(id),
                _ => undated.push(id),
            }
        }
        let drawn_as = match aggregation {
            Some(Aggregation::Level) => DrawnAs::Values,
            Some(Aggregation::Running) if !totals.is_empty() => DrawnAs::Totals,
            _ if periods.is_empty() && !totals.is_empty() => DrawnAs::Totals,
            _ => DrawnAs::Averages,
        };
        let (drawn, other) = if drawn_as == DrawnAs::Totals { (totals, periods) } else { (periods, totals) };
        aside.extend(other.into_iter().map(|dated| dated.claim.id.clone()));
        Self { drawn_as, drawn, undated, aside }
    }
}

impl Dated<'_> {
    /// The printed value and both ends of its interval.
    pub fn values(&self) -> [f64; 3] {
        let interval = self.figure.interval();
        [interval.low, interval.drawn_high(), self.figure.value]
    }
}

/// Whether a figure can be drawn: a number from 0 to what no count reaches.
fn usable(figure: &Figure) -> bool {
    let interval = figure.interval();
    let sound = |number: f64| number.is_finite() && number.abs() < 1e30;
    figure.value >= 0.0 && sound(figure.value) && sound(interval.low) && sound(interval.drawn_high())
}
