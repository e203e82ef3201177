//! The figures of one area over time as a small drawing.

use crate::{
    dataset::{Month, RecordId},
    query::{Range, ReportedFigure, Timeline},
};

/// What kind of figure a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeriesKind {
    /// A running total: a dot with the interval of its true values.
    RunningTotal,
    /// The figure of a single period: a stem.
    Batch,
    /// A figure of the partner country's authorities: a small dot.
    ByPartner,
}

/// One claim's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesMark {
    /// Claim that reports it.
    pub claim: RecordId,
    /// See [`SeriesKind`].
    pub kind: SeriesKind,
    /// SVG path data.
    pub path: String,
    /// Whether it lies after the map's month.
    pub later: bool,
}

/// A drawing of figures over months.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// One mark for each claim.
    pub marks: Vec<SeriesMark>,
    /// SVG path data through the running totals, level from each to the next, since nothing is known between two.
    pub steps: String,
    /// Distance of the end of the map's month from the left edge.
    pub now: f64,
}

/// Draws a timeline into a frame from the first to the last month of `span` and from 0 to `most`. Figures outside the months are
/// left out. The steps never go down: a total that is lower, since it counts from another day, is a mark only.
pub fn series(timeline: &Timeline, span: Range, date: Option<Month>, most: f64, (width, height): (f64, f64)) -> Series {
    let months = f64::from(span.last().since(span.first()) + 1);
    let x_of = |month: Month| width * f64::from(month.since(span.first()) + 1) / months;
    let y_of = |value: f64| if most > 0.0 { height * (1.0 - value / most) } else { height };
    let date = date.unwrap_or(span.last());
    let within =
        |reported: &&ReportedFigure| reported.month.is_some_and(|month| month >= span.first() && month <= span.last());
    let mut marks = Vec::new();
    let mut totals = Vec::new();
    let lists = [
        (SeriesKind::Batch, &timeline.batches),
        (SeriesKind::RunningTotal, &timeline.running),
        (SeriesKind::ByPartner, &timeline.by_partner),
    ];
    for (kind, list) in lists {
        for reported in list.iter().filter(within) {
            let month = reported.month.unwrap_or(date);
            let (x, y, later) = (x_of(month), y_of(reported.value), month > date);
            let path = match kind {
                SeriesKind::RunningTotal => {
                    let (top, bottom) = (y_of(reported.interval.drawn_high()), y_of(reported.interval.low));
                    format!("M{x:.1},{top:.1}V{bottom:.1}{}", dot(x, y, 3.0))
                }
                // A count too small to be seen keeps a stump.
                SeriesKind::Batch => format!("M{x:.1},{height:.1}V{:.1}", y.min(height - 1.5)),
                SeriesKind::ByPartner => dot(x, y, 2.5),
            };
            if kind == SeriesKind::RunningTotal && !later {
                totals.push((x, y));
            }
            marks.push(SeriesMark { claim: reported.claim.clone(), kind, path, later });
        }
    }
    Series { marks, steps: steps(&totals, x_of(date).min(width)), now: x_of(date) }
}

fn dot(x: f64, y: f64, r: f64) -> String {
    format!("M{:.1},{y:.1}a{r},{r} 0 1,0 {},0a{r},{r} 0 1,0 -{},0", x - r, 2.0 * r, 2.0 * r)
}

/// The upper end of the highest interval in the timelines; 0 where there is none.
pub fn greatest<'a>(timelines: impl Iterator<Item = &'a Timeline>) -> f64 {
    let lists = timelines.flat_map(|timeline| [&timeline.running, &timeline.batches, &timeline.by_partner]);
    lists.flatten().map(|reported| reported.interval.drawn_high()).fold(0.0, f64::max)
}

/// The months from before the first figure of the timelines to the end of `span`; `span` where there is no figure in it.
pub fn domain<'a>(timelines: impl Iterator<Item = &'a Timeline>, span: Range) -> Range {
    let lists = timelines.flat_map(|timeline| [&timeline.running, &timeline.batches, &timeline.by_partner]);
    let first = lists.flatten().filter_map(|reported| reported.month).filter(|month| *month >= span.first()).min();
    first.map_or(span, |first| Range::between(first.plus(-1).min(span.last()), span.last()))
}

fn steps(totals: &[(f64, f64)], now: f64) -> String {
    let mut path = String::new();
    let mut highest = f64::INFINITY;
    for &(x, y) in totals.iter() {
        if y > highest {
            continue;
        }
        highest = y;
        path.push_str(&if path.is_empty() { format!("M{x:.1},{y:.1}") } else { format!("H{x:.1}V{y:.1}") });
    }
    if !path.is_empty() {
        path.push_str(&format!("H{now:.1}"));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Interval;

    fn total(month: &str, value: f64) -> ReportedFigure {
        ReportedFigure {
            claim: month.into(),
            value,
            interval: Interval::between(value, value + 10.0),
            running: true,
            by_partner: false,
            month: month.parse().ok(),
        }
    }

    #[test]
    fn totals_are_steps_up_to_the_month() {
        let running =
            vec![total("2023-02", 50.0), total("2023-06", 90.0), total("2023-08", 20.0), total("2024-12", 95.0)];
        let timeline = Timeline { running, ..Timeline::default() };
        let month = |text: &str| text.parse::<Month>().expect("a month");
        let span = Range::between(month("2023-01"), month("2023-10"));
        let series = series(&timeline, span, Some(month("2023-07")), 100.0, (100.0, 100.0));
        assert_eq!(series.marks.len(), 3, "what lies outside the months is left out");
        assert_eq!(series.steps, "M20.0,50.0H60.0V10.0H70.0");
        assert!(series.marks[0].path.starts_with("M20.0,40.0V50.0M17.0,50.0a"), "{}", series.marks[0].path);
        assert!(series.marks[2].later && !series.marks[1].later);
        assert_eq!(domain([&timeline].into_iter(), span).first(), month("2023-01"));
        assert_eq!(greatest([&timeline].into_iter()), 105.0);
    }
}
