//! What the chart says about one month, for whoever points at it.

use super::{DeclineChart, Level, MarkOf};
use crate::analysis::directions::MonthState;
use crate::{dataset::Month, sort::sort_by};

/// Everything drawn over one month.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The month.
    pub month: Month,
    /// Where it begins.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
    /// What is reported about its direction.
    pub state: MonthState,
    /// Ids of the claims that the direction rests on.
    pub directions: Vec<String>,
    /// Ids of the claims of the level lane whose period takes in a day of it, the shortest period first.
    pub levels: Vec<String>,
    /// The least and greatest that the month can have been, where that was precomputed out.
    pub bounds: Option<(f64, Option<f64>)>,
    /// Ids of events that happened in it.
    pub events: Vec<String>,
}

/// The reading of a month; `None` where the chart does not show it.
pub fn reading(chart: &DeclineChart, month: Month) -> Option<Reading> {
    let mark = chart.direction.months.iter().find(|mark| mark.month == month)?;
    let (first, last) = (month.first_day(), month.last_day());
    let mut periods: Vec<(i64, &String)> = match &chart.level.level {
        Level::Blocks(blocks) => {
            let own = blocks.iter().filter(|block| block.start <= last && block.end >= first);
            own.map(|block| ((block.end - block.start).num_days(), &block.claim)).collect()
        }
        Level::Totals(steps, _) => {
            let own = steps.iter().filter(|step| (first..=last).contains(&step.day));
            own.map(|step| ((last - step.day).num_days(), &step.claim)).collect()
        }
        Level::Empty(_) => Vec::new(),
    };
    sort_by(&mut periods, |a, b| a.0.cmp(&b.0));
    let bounds = chart.implied.months.iter().find(|mark| mark.first == month).map(|mark| (mark.low, mark.high));
    let happened = chart.events.marks.iter().filter(|mark| mark.of == MarkOf::Event);
    let events = happened.filter(|mark| mark.start <= last && mark.end >= first);
    Some(Reading {
        month,
        x: mark.x,
        width: mark.width,
        state: mark.state,
        directions: mark.claims.clone(),
        levels: periods.into_iter().map(|(_, id)| id.clone()).collect(),
        bounds,
        events: events.map(|mark| mark.id.clone()).collect(),
    })
}
