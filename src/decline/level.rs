//! The level lane: area-true blocks with the bounds that they imply, or the steps of a running total.

use yew::prelude::*;

use super::{
    LaneProps,
    mark::{Mark, Place, mark},
};
use crate::{
    controls::claim_figure,
    view::{View, use_view},
};
use crackdown_core::{
    dataset::Month,
    drawing::chart::{Between, Block, BoundKind, BoundMark, DerivedMonthMark, Level, LevelLane, RunningTotal, outline},
};

/// Narrowest month, in pixels, whose own bounds are drawn; below it only those of blocks are.
const MONTH_SEEN: f64 = 5.0;

/// Reported totals of one metric and area.
#[component]
pub fn Levels(props: &LaneProps) -> Html {
    let view = use_view();
    let lane = &props.chart.level;
    html! {
        <>
            { gaps(&view, props) }
            { grid(&view, props) }
            { match &lane.level {
                Level::Blocks(blocks) => html! {
                    <>
                        { months(props) }
                        { for blocks.iter().enumerate().map(|(at, mark)| block(&view, at == 0, mark)) }
                        { for props.chart.implied.blocks.iter().map(|mark| bound(&view, props, mark)) }
                        { for props.chart.given.iter().map(|mark| given(&view, mark)) }
                    </>
                },
                Level::Totals(steps, between) => html! {
                    <>
                        { for between.iter().map(|mark| between_steps(&view, mark)) }
                        { for steps.iter().enumerate().map(|(at, mark)| step(&view, at == 0, mark)) }
                    </>
                },
                Level::Empty(_) => html! {
                    <text x={format!("{:.1}", (props.chart.scale.left + props.chart.scale.right) / 2.0)} y={format!("{:.1}", lane.height / 2.0)} text-anchor="middle">
                        { view.words().chart.empty }
                    </text>
                },
            } }
        </>
    }
}

fn gaps(view: &View, props: &LaneProps) -> Html {
    let (lane, scale) = (&props.chart.level, &props.chart.scale);
    let gap = |(first, last): &(Month, Month)| {
        let (from, to) = (scale.x(first.first_day()), scale.x_end(last.last_day()));
        let title = view.language.labelled(&span(view, *first, *last), view.words().chart.legend.gap);
        html! {
            <rect class="gap" x={format!("{from:.1}")} y="0" width={format!("{:.1}", (to - from).max(0.0))} height={format!("{:.1}", lane.height)}>
                <title>{ title }</title>
            </rect>
        }
    };
    html! { <>{ for lane.gaps.iter().map(gap) }</> }
}

fn grid(view: &View, props: &LaneProps) -> Html {
    let (lane, scale) = (&props.chart.level, &props.chart.scale);
    let (left, right) = (format!("{:.1}", scale.left), format!("{:.1}", scale.right));
    html! {
        <>
            { for lane.ticks.iter().map(|tick| {
                let y = format!("{:.1}", tick.y);
                html! {
                    <>
                        <line class="grid" x1={left.clone()} x2={right.clone()} y1={y.clone()} y2={y} />
                        <text x={format!("{:.1}", scale.left - 5.0)} y={format!("{:.1}", tick.y + 4.0)} text-anchor="end" data-axis="true">
                            { view.language.number(tick.value) }
                        </text>
                    </>
                }
            }) }
        </>
    }
}

/// The bounds of single months, as two shapes: those known from both sides, and those of which only a sum is known.
fn months(props: &LaneProps) -> Html {
    let months = &props.chart.implied.months;
    if months.first().is_none_or(|month| month.width < MONTH_SEEN) {
        return html! {};
    }
    html! {
        <>
            <path class="bound-most" d={outline(months, BoundKind::Upper)} />
            <path class="bound-month" d={outline(months, BoundKind::Both)} />
        </>
    }
}

/// What a claim reports and for when, in one line.
pub fn title(view: &View, id: &str) -> String {
    let Some(claim) = view.dataset.claim(id) else { return id.to_owned() };
    let name = view.language.list(&[view.metric_name(&claim.metric), &view.language.claim_period(claim)]);
    view.language.labelled(&name, &claim_figure(view, claim))
}

/// The months from one through another.
pub fn span(view: &View, first: Month, last: Month) -> String {
    view.language.period(Some(first.first_day()), Some(last.last_day()))
}

fn block(view: &View, first: bool, block: &Block) -> Html {
    let (x, width) = (format!("{:.1}", block.x), format!("{:.1}", block.width));
    let place = Place::new(block.x, block.y, block.width, block.height);
    let own = Mark { title: title(view, &block.claim), ids: vec![block.claim.clone()] };
    html! {
        <>
            { mark(first, classes!("block", block.finest.then_some("finest")), place, own) }
            <rect class="band" {x} y={format!("{:.1}", block.y_high)} {width} height={format!("{:.1}", (block.y_low - block.y_high).max(1.0))} />
        </>
    }
}

/// Ids of the reported totals that take in some of these months, for whoever asks where bounds come from.
pub fn overlapping_totals(lane: &LevelLane, first: Month, last: Month) -> Vec<String> {
    let Level::Blocks(blocks) = &lane.level else { return Vec::new() };
    let (first, last) = (first.first_day(), last.last_day());
    let own = blocks.iter().rev().filter(|block| block.start <= last && block.end >= first);
    own.map(|block| block.claim.clone()).collect()
}

/// The least and greatest average of the months between two cuts.
fn bound(view: &View, props: &LaneProps, bound: &BoundMark) -> Html {
    let said = view.language.bounds(bound.low, bound.high);
    let said = view.language.list(&[&said, view.words().bounds.implied]);
    let title = view.language.labelled(&span(view, bound.first, bound.last), &said);
    let ids = overlapping_totals(&props.chart.level, bound.first, bound.last);
    let open = (bound.known != BoundKind::Both).then_some("open");
    let place = Place::new(bound.x, bound.y_high, bound.width, (bound.y_low - bound.y_high).max(2.0));
    mark(false, classes!("bound", open), place, Mark { title, ids })
}

/// A month's bounds, framed so that a narrow one is seen too.
fn given(view: &View, given: &DerivedMonthMark) -> Html {
    let said = view
        .language
        .list(&[&view.language.bounds(given.low, Some(given.high)), view.words().chart.legend.derived_month]);
    let title = view.language.labelled(&view.language.month(given.month), &said);
    let height = given.y_low - given.y_high + 2.0;
    let place = Place::new(given.x, given.y_high - 1.0, given.width, height);
    mark(false, classes!("given"), place, Mark { title, ids: given.because.clone() })
}

/// Where a running total must have lain between two reports of it.
fn between_steps(view: &View, between: &Between) -> Html {
    let said = view.language.bounds(between.low, Some(between.high));
    let said = view.language.list(&[&said, view.words().chart.legend.between]);
    let title = view.language.labelled(&view.language.period(Some(between.start), Some(between.end)), &said);
    let place = Place::new(between.x, between.y_high, between.width, (between.y_low - between.y_high).max(1.0));
    mark(false, classes!("between"), place, Mark { title, ids: between.claims.to_vec() })
}

fn step(view: &View, first: bool, step: &RunningTotal) -> Html {
    const RADIUS: f64 = 5.5;
    let x = format!("{:.1}", step.x);
    let place = Place { round: RADIUS, ..Place::new(step.x - RADIUS, step.y - RADIUS, 2.0 * RADIUS, 2.0 * RADIUS) };
    let own = Mark { title: title(view, &step.claim), ids: vec![step.claim.clone()] };
    html! {
        <>
            <line class="interval" x1={x.clone()} x2={x} y1={format!("{:.1}", step.y_high)} y2={format!("{:.1}", step.y_low)} />
            { mark(first, classes!("step"), place, own) }
        </>
    }
}
