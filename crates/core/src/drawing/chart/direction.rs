//! Which way the national count was reported to go, month by month.

use super::{pack::pack, scale::TimeScale};
use crate::analysis::directions::{MonthState, Run, RunKind, Trend, month_state};
use crate::{
    dataset::{Claim, Comparator, Dataset, Direction, Month, Percent, Reliability},
    sort::sort_by,
};

/// Height of the strip of months.
pub const STRIP: f64 = 24.0;
/// Distance of two rows of runs.
pub const RUN_ROW: f64 = 14.0;
/// Height of a run's bar.
pub const RUN_BAR: f64 = 10.0;

/// A month of the strip.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthMark {
    /// Which month.
    pub month: Month,
    /// What is reported about it.
    pub state: MonthState,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Ids of the claims that the state rests on, in file order.
    pub claims: Vec<String>,
}

/// A reported change, drawn over its period.
#[derive(Clone, Debug, PartialEq)]
pub struct RunBar {
    /// Id of the claim.
    pub claim: String,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Top edge within the lane.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// Row, from 0.
    pub row: usize,
    /// What it says about single months.
    pub kind: RunKind,
    /// Which way.
    pub direction: Direction,
    /// Against what.
    pub comparator: Comparator,
    /// Months counted by the source.
    pub streak: Option<u32>,
    /// Percent printed by the source.
    pub percent: Option<Percent>,
    /// First month of the period, wherever it starts.
    pub first: Month,
    /// Last month of the period.
    pub last: Month,
    /// Campaign of the claim.
    pub campaign: Option<String>,
    /// How far the source is to be trusted, where it is known.
    pub reliability: Option<Reliability>,
    /// Whether other claims contradict it about one of its months.
    pub contested: bool,
    /// Whether the period began before the range.
    pub clipped_start: bool,
    /// Whether it goes on after the range.
    pub clipped_end: bool,
}

/// The lane: a strip of months above rows of runs.
#[derive(Clone, Debug, PartialEq)]
pub struct DirectionLane {
    /// Every month of the range.
    pub months: Vec<MonthMark>,
    /// Runs that reach into the range, by row and time.
    pub runs: Vec<RunBar>,
    /// Rows of runs.
    pub rows: usize,
    /// Pixels from top to bottom; the strip takes the first [`STRIP`].
    pub height: f64,
    /// Ids of national changes without two dates in order: listed, never drawn.
    pub undated: Vec<String>,
}

/// The direction lane of some claims; those of other metrics and areas are passed over.
///
/// A month is judged on all claims given, also those that lie outside the range, so that zooming changes no state.
pub fn directions(dataset: &Dataset, claims: &[&Claim], scale: &TimeScale) -> DirectionLane {
    let trend = Trend::of(dataset);
    let runs: Vec<Run<'_>> = claims.iter().filter_map(|claim| trend.run(claim)).collect();
    let mark = |month: Month| {
        let (state, claims) = month_state(&runs, month);
        let x = scale.x(month.first_day());
        let width = (scale.x_end(month.last_day()) - x).max(0.0);
        MonthMark { month, state, x, width, claims: claims.into_iter().map(str::to_owned).collect() }
    };
    let months: Vec<MonthMark> = scale.months().map(mark).collect();
    let mut bars: Vec<RunBar> = runs.iter().filter_map(|run| bar(dataset, run, scale)).collect();
    for bar in bars.iter_mut().filter(|bar| bar.kind != RunKind::Cumulative) {
        let names = |mark: &MonthMark| mark.state == MonthState::Contested && mark.claims.contains(&bar.claim);
        bar.contested = months.iter().any(names);
    }
    let places: Vec<(f64, f64)> = bars.iter().map(|bar| (bar.x, bar.width)).collect();
    let (places, rows) = pack(&places, 1.0);
    for (bar, row) in bars.iter_mut().zip(places) {
        bar.row = row;
        let offset = row as f64 * RUN_ROW;
        bar.y = STRIP + (RUN_ROW - RUN_BAR) / 2.0 + offset;
    }
    sort_by(&mut bars, |a, b| a.row.cmp(&b.row).then(a.x.total_cmp(&b.x)));
    let height = STRIP + rows as f64 * RUN_ROW;
    DirectionLane { months, runs: bars, rows, height, undated: undated(&trend, claims) }
}

fn bar(dataset: &Dataset, run: &Run<'_>, scale: &TimeScale) -> Option<RunBar> {
    let place = scale.stretch(run.start, run.end)?;
    Some(RunBar {
        claim: run.claim.id.clone(),
        x: place.x,
        width: place.width,
        y: 0.0,
        height: RUN_BAR,
        row: 0,
        kind: run.kind,
        direction: run.change.direction,
        comparator: run.change.comparator,
        streak: run.change.streak,
        percent: run.change.percent,
        first: Month::of(run.start),
        last: Month::of(run.end),
        campaign: run.claim.campaign.clone(),
        reliability: dataset.source(&run.claim.source).map(|source| source.reliability),
        contested: false,
        clipped_start: place.clipped_start,
        clipped_end: place.clipped_end,
    })
}

fn undated(trend: &Trend<'_>, claims: &[&Claim]) -> Vec<String> {
    let listed = |claim: &&&Claim| trend.includes(claim) && trend.run(claim).is_none();
    claims.iter().filter(listed).map(|claim| claim.id.clone()).collect()
}
