//! The lane of reported directions: a strip of months, and below it the runs behind them in rows.

use super::{
    lane::{Lane, LaneInput},
    mark::{Mark, MarkKind, Rect, Shape, Tooltip},
    pack::pack,
};
use crate::{
    analysis::directions::{MonthState, Run, RunKind, Trend, month_state},
    dataset::{Claim, Comparator, Direction, Month, RecordId},
    locale::Words,
    sort::sort_by,
};

/// Height of the strip of months.
const STRIP: f64 = 24.0;
/// Distance of two rows of runs.
const RUN_ROW: f64 = 14.0;
/// Room above a run in its row.
const RUN_TOP: f64 = 2.0;
/// Height of a run.
const RUN_HEIGHT: f64 = 7.0;
/// How far the strokes at the ends of a run stand out above and below.
const RUN_END: f64 = 2.0;
/// Least width of a run that has strokes at its ends.
const RUN_WITH_ENDS: f64 = 12.0;
/// Least width of a month that has a sign.
const MONTH_WITH_SIGN: f64 = 7.0;

const DOWN_YOY: MarkKind = month("month down-yoy", |words| words.chart.directions.down_yoy);
const DOWN_MOM: MarkKind = month("month down-mom", |words| words.chart.directions.down_mom);
const DOWN_UNSPECIFIED: MarkKind = month("month down-unspecified", |words| words.chart.directions.down_unspecified);
const UP: MarkKind = month("month up", |words| words.chart.directions.up);
const FLAT: MarkKind = month("month flat", |words| words.chart.directions.flat);
const CONTESTED: MarkKind = month("month contested", |words| words.chart.directions.contested);
const CUMULATIVE: MarkKind = month("month cumulative", |words| words.chart.directions.cumulative);
const NOTHING: MarkKind = month("month nothing", |words| words.chart.directions.nothing);
const RUN_DOWN: MarkKind = run("run", |words| words.chart.legend.run_down);
const RUN_UP: MarkKind = run("run up", |words| words.chart.legend.run_up);
const RUN_FLAT: MarkKind = run("run flat", |words| words.chart.legend.run_flat);
const RUN_CUMULATIVE: MarkKind = run("run cumulative", |words| words.chart.legend.run_cumulative);

const KINDS: [MarkKind; 12] = [
    DOWN_YOY,
    DOWN_MOM,
    DOWN_UNSPECIFIED,
    UP,
    FLAT,
    CONTESTED,
    CUMULATIVE,
    NOTHING,
    RUN_DOWN,
    RUN_UP,
    RUN_FLAT,
    RUN_CUMULATIVE,
];

const fn month(class: &'static str, legend: fn(&Words) -> &'static str) -> MarkKind {
    MarkKind { class, swatch: MarkKind::AREA, derived: false, legend, tooltip: Tooltip::Lead }
}

const fn run(class: &'static str, legend: fn(&Words) -> &'static str) -> MarkKind {
    MarkKind { class, swatch: (15.0, 8.0), derived: false, legend, tooltip: Tooltip::Hidden }
}

/// The lane. Claims of other metrics and areas than the national trend's are passed over.
///
/// A month is judged on all claims, also those outside the range, so that zooming changes no state.
pub fn lane(input: &LaneInput<'_>) -> Lane {
    let claims = input.chart.claims;
    let trend = Trend::of(input.chart.dataset);
    let runs: Vec<Run<'_>> = claims.iter().filter_map(|claim| trend.run(claim)).collect();
    let mut marks: Vec<Mark> = input.scale.months().map(|month| month_mark(input, &runs, month)).collect();
    let (bars, rows) = run_marks(input, &runs, &marks);
    marks.extend(bars);
    Lane {
        title: input.words().chart.direction_lane.to_owned(),
        height: STRIP + rows as f64 * RUN_ROW,
        kinds: &KINDS,
        marks,
        undated: undated(&trend, claims),
        ..Lane::default()
    }
}

fn kind_of(state: MonthState) -> MarkKind {
    match state {
        MonthState::Reported { direction: Direction::Down, comparator } => match comparator {
            Comparator::Yoy => DOWN_YOY,
            Comparator::Mom => DOWN_MOM,
            Comparator::Unspecified => DOWN_UNSPECIFIED,
        },
        MonthState::Reported { direction: Direction::Up, .. } => UP,
        MonthState::Reported { direction: Direction::Flat, .. } => FLAT,
        MonthState::Contested => CONTESTED,
        MonthState::Cumulative => CUMULATIVE,
        MonthState::Nothing => NOTHING,
    }
}

fn month_mark(input: &LaneInput<'_>, runs: &[Run<'_>], month: Month) -> Mark {
    let (state, claims) = month_state(runs, month);
    let kind = kind_of(state);
    let text = (kind.legend)(input.words()).to_owned();
    let period = (month.first_day(), month.last_day());
    let x = input.scale.x(period.0);
    let width = (input.scale.x_end(period.1) - x).max(0.0);
    let sign = match state {
        _ if width < MONTH_WITH_SIGN => None,
        MonthState::Reported { direction: Direction::Down, .. } => Some("↓"),
        MonthState::Reported { direction: Direction::Up, .. } => Some("↑"),
        MonthState::Contested => Some("?"),
        _ => None,
    };
    let sign = sign.map(|text| Shape::Sign { x: x + width / 2.0, y: STRIP / 2.0 + 3.5, text });
    let target = Shape::Target(Rect::new(x, 0.0, width, STRIP));
    let subject = input.words().chart.direction_lane.to_owned();
    input
        .period_mark(kind, period, text.clone(), (subject, text))
        .shapes([target].into_iter().chain(sign))
        .records(claims.into_iter().cloned().collect())
}

/// The runs that reach into the range, by row and time, and how many rows they need.
fn run_marks(input: &LaneInput<'_>, runs: &[Run<'_>], months: &[Mark]) -> (Vec<Mark>, usize) {
    let shown = runs.iter().filter_map(|run| Some((run, input.scale.stretch(run.start, run.end)?)));
    let shown: Vec<_> = shown.collect();
    let places: Vec<(f64, f64)> = shown.iter().map(|(_, place)| (place.x, place.width)).collect();
    let (rows, count) = pack(&places, 1.0);
    let mut placed: Vec<_> = shown.into_iter().zip(rows).collect();
    sort_by(&mut placed, |((_, a), a_row), ((_, b), b_row)| a_row.cmp(b_row).then(a.x.total_cmp(&b.x)));
    let bar = |((run, place), row): (_, usize)| {
        let run: &Run<'_> = run;
        let place: super::Stretch = place;
        let y = STRIP + RUN_TOP + row as f64 * RUN_ROW;
        let names = |month: &Mark| month.kind == CONTESTED && month.records.contains(&run.claim.id);
        let cumulative = run.kind == RunKind::Cumulative;
        let contested = !cumulative && months.iter().any(names);
        let kind = match run.change.direction {
            _ if cumulative => RUN_CUMULATIVE,
            Direction::Down => RUN_DOWN,
            Direction::Up => RUN_UP,
            Direction::Flat => RUN_FLAT,
        };
        let target = Shape::Target(Rect::new(place.x, y, place.width, RUN_HEIGHT).rounded(2.0));
        let ends = (!cumulative && place.width > RUN_WITH_ENDS).then(|| {
            let stroke = |x: f64| format!("M{x:.1} {:.1}v{:.1}", y - RUN_END, RUN_HEIGHT + 2.0 * RUN_END);
            let start = (!place.clipped_start).then(|| stroke(place.x));
            let end = (!place.clipped_end).then(|| stroke(place.x + place.width));
            Shape::Path { class: "ends", d: start.into_iter().chain(end).collect() }
        });
        let mut mark = input
            .claim_mark(kind, run.claim, (run.start, run.end))
            .modified(cumulative && run.change.direction == Direction::Up, "up")
            .modified(contested, "contested")
            .shapes([target].into_iter().chain(ends));
        if contested {
            mark.sentence = input.chart.language.phrases(&[&mark.sentence, input.words().chart.directions.contested]);
        }
        mark
    };
    (placed.into_iter().map(bar).collect(), count)
}

/// Ids of national changes without two dates in order.
fn undated(trend: &Trend<'_>, claims: &[&Claim]) -> Vec<RecordId> {
    let listed = |claim: &&&Claim| trend.includes(claim) && trend.run(claim).is_none();
    claims.iter().filter(listed).map(|claim| claim.id.clone()).collect()
}
