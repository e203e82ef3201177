//! The figures of one area over time as a small drawing.

use crate::{
    dataset::Month,
    explore::{Range, Reported, Timeline},
};

/// One claim's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Claim that reports it.
    pub claim: String,
    /// From the left edge.
    pub x: f64,
    /// The figure as printed, from the top edge.
    pub y: f64,
    /// Its greatest and least true value, from the top edge.
    pub band: (f64, f64),
    /// Whether it lies after the month that the map speaks of.
    pub later: bool,
}

/// A drawing of figures over months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Running totals.
    pub running: Vec<Mark>,
    /// Figures of single periods.
    pub batches: Vec<Mark>,
    /// The partner's own figures.
    pub by_partner: Vec<Mark>,
    /// SVG path data through the running totals, level from each to the next: none is known between two.
    pub steps: String,
    /// Where the map's month ends, from the left edge.
    pub now: f64,
}

/// Draws a timeline into a frame from the first to the last month of `span` and from 0 to `most`. Figures outside the months are
/// left out. The steps never go down: a lower total of another origin is a mark beside them.
pub fn series(timeline: &Timeline, span: Range, date: Option<Month>, most: f64, (width, height): (f64, f64)) -> Series {
    let months = f64::from(span.last().since(span.first()) + 1);
    let x_of = |month: Month| width * f64::from(month.since(span.first()) + 1) / months;
    let y_of = |value: f64| if most > 0.0 { height * (1.0 - value / most) } else { height };
    let date = date.unwrap_or(span.last());
    let mark = |reported: &Reported| {
        let month = reported.month.filter(|month| (span.first()..=span.last()).contains(month))?;
        let band = (y_of(reported.interval.high), y_of(reported.interval.low));
        let claim = reported.claim.clone();
        Some(Mark { claim, x: x_of(month), y: y_of(reported.value), band, later: month > date })
    };
    let marks = |list: &[Reported]| list.iter().filter_map(mark).collect::<Vec<_>>();
    let running = marks(&timeline.running);
    Series {
        steps: steps(&running, x_of(date).min(width)),
        running,
        batches: marks(&timeline.batches),
        by_partner: marks(&timeline.by_partner),
        now: x_of(date),
    }
}

/// The greatest value that any of the timelines may stand for; 0 where there is none.
pub fn greatest<'a>(timelines: impl Iterator<Item = &'a Timeline>) -> f64 {
    let lists = timelines.flat_map(|timeline| [&timeline.running, &timeline.batches, &timeline.by_partner]);
    lists.flatten().map(|reported| reported.interval.high).fold(0.0, f64::max)
}

/// The months from before the first figure of the timelines to the end of `span`; `span` where there is no figure in it.
pub fn domain<'a>(timelines: impl Iterator<Item = &'a Timeline>, span: Range) -> Range {
    let lists = timelines.flat_map(|timeline| [&timeline.running, &timeline.batches, &timeline.by_partner]);
    let first = lists.flatten().filter_map(|reported| reported.month).filter(|month| *month >= span.first()).min();
    first.map_or(span, |first| Range::between(first.plus(-1).min(span.last()), span.last()))
}

fn steps(running: &[Mark], now: f64) -> String {
    let mut path = String::new();
    let mut highest = f64::INFINITY;
    for mark in running.iter().filter(|mark| !mark.later) {
        if mark.y > highest {
            continue;
        }
        highest = mark.y;
        if path.is_empty() {
            path = format!("M{:.1},{:.1}", mark.x, mark.y);
        } else {
            path.push_str(&format!("H{:.1}V{:.1}", mark.x, mark.y));
        }
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

    fn total(month: &str, value: f64) -> Reported {
        Reported {
            claim: month.into(),
            value,
            interval: Interval { low: value, high: value + 10.0 },
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
        assert_eq!(series.running.len(), 3, "what lies outside the months is left out");
        assert_eq!(series.steps, "M20.0,50.0H60.0V10.0H70.0");
        assert_eq!(series.running[0].band, (40.0, 50.0));
        assert!(series.running[2].later && !series.running[1].later);
        assert_eq!(domain([&timeline].into_iter(), span).first(), month("2023-01"));
        assert_eq!(greatest([&timeline].into_iter()), 105.0);
    }
}
