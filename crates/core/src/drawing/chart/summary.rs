//! What is drawn over one month, for the tooltip.

use super::{
    DeclineChart,
    mark::{Mark, Tooltip},
};
use crate::{dataset::Month, sort::sort_by};

/// The marks over one month.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthSummary<'a> {
    /// The month.
    pub month: Month,
    /// Its left edge.
    pub x: f64,
    /// Its width.
    pub width: f64,
    /// Marks that speak of this very month.
    pub lead: Vec<&'a Mark>,
    /// Other marks, lane by lane, those of the shortest periods first.
    pub listed: Vec<&'a Mark>,
}

/// The marks over a month; `None` where the chart does not show it.
pub fn month_summary(chart: &DeclineChart, month: Month) -> Option<MonthSummary<'_>> {
    if !(chart.scale.first..=chart.scale.last).contains(&month) {
        return None;
    }
    let (first, last) = (month.first_day(), month.last_day());
    let x = chart.scale.x(first);
    let (mut lead, mut listed) = (Vec::new(), Vec::new());
    for lane in &chart.lanes {
        let mut own: Vec<&Mark> = lane.marks.iter().filter(|mark| mark.touches(first, last)).collect();
        sort_by(&mut own, |a, b| (a.period.1 - a.period.0).cmp(&(b.period.1 - b.period.0)));
        lead.extend(own.iter().filter(|mark| mark.kind.tooltip == Tooltip::Lead));
        listed.extend(own.iter().filter(|mark| mark.kind.tooltip == Tooltip::Listed));
    }
    Some(MonthSummary { month, x, width: chart.scale.x_end(last) - x, lead, listed })
}
