//! The level lane: area-true blocks, or the steps of a running total.

use yew::prelude::*;

use super::{LaneProps, Mark, lanes::Pointing};
use crate::{
    chart::{Block, GivenMark, Level, Step},
    dataset::Interval,
    ui::{
        parts::claim_figure,
        view::{View, use_view},
    },
};

/// Reported totals of one metric and area.
#[component]
pub fn LevelLane(props: &LaneProps) -> Html {
    let view = use_view();
    let (lane, scale) = (&props.chart.level, &props.chart.scale);
    let (left, right) = (format!("{:.1}", scale.left), format!("{:.1}", scale.right));
    let language = view.language;
    html! {
        <>
            { for lane.gaps.iter().map(|(first, last)| {
                let (from, to) = (scale.x(first.first_day()), scale.x_end(last.last_day()));
                let title = format!("{}: {}", language.period(Some(first.first_day()), Some(last.last_day())), view.words().legend_gap);
                html! {
                    <rect class="gap" x={format!("{from:.1}")} y="0" width={format!("{:.1}", (to - from).max(0.0))} height={format!("{:.1}", lane.height)}>
                        <title>{ title }</title>
                    </rect>
                }
            }) }
            { for lane.ticks.iter().map(|tick| {
                let y = format!("{:.1}", tick.y);
                html! {
                    <>
                        <line class="grid" x1={left.clone()} x2={right.clone()} y1={y.clone()} y2={y} />
                        <text x={format!("{:.1}", scale.left - 5.0)} y={format!("{:.1}", tick.y + 4.0)} text-anchor="end" data-axis="true">
                            { language.number(tick.value) }
                        </text>
                    </>
                }
            }) }
            { match &lane.level {
                Level::Blocks(blocks) => blocks.iter().map(|mark| block(&view, props, mark)).collect::<Html>(),
                Level::Totals(steps) => steps.iter().map(|mark| step(&view, props, mark, lane.scale.y(0.0))).collect::<Html>(),
                Level::Empty(_) => html! {
                    <text x={format!("{:.1}", (scale.left + scale.right) / 2.0)} y={format!("{:.1}", lane.height / 2.0)} text-anchor="middle">
                        { view.words().empty_level }
                    </text>
                },
            } }
            { for props.chart.given.iter().map(|mark| given(&view, props, mark)) }
        </>
    }
}

fn title(view: &View, id: &str) -> String {
    let Some(claim) = view.dataset.claim(id) else { return id.to_owned() };
    format!("{}, {}: {}", view.metric_name(&claim.metric), view.language.claim_period(claim), claim_figure(view, claim))
}

fn pointing(view: &View, props: &LaneProps, id: &str) -> Pointing {
    Pointing { point: props.point.clone(), mark: Mark { title: title(view, id), ids: vec![id.to_owned()] } }
}

fn block(view: &View, props: &LaneProps, block: &Block) -> Html {
    let pointing = pointing(view, props, &block.claim);
    let (x, width) = (format!("{:.1}", block.x), format!("{:.1}", block.width));
    html! {
        <>
            <rect
                class={classes!("block", "mark", block.finest.then_some("finest"))}
                x={x.clone()}
                y={format!("{:.1}", block.y)}
                width={width.clone()}
                height={format!("{:.1}", block.height)}
                role="button"
                tabindex="0"
                aria-label={pointing.mark.title.clone()}
                data-claim={block.claim.clone()}
                onpointerenter={pointing.on::<PointerEvent>()}
                onfocus={pointing.on::<FocusEvent>()}
                onclick={pointing.on::<MouseEvent>()}
            />
            <rect class="band" {x} y={format!("{:.1}", block.y_high)} {width} height={format!("{:.1}", (block.y_low - block.y_high).max(1.0))} />
        </>
    }
}

/// A month's bounds, framed so that a narrow one is seen too.
fn given(view: &View, props: &LaneProps, given: &GivenMark) -> Html {
    let interval = view.language.interval(Interval { low: given.low.floor(), high: given.high.ceil() });
    let title = format!("{}: {interval} ({})", view.language.month(given.month), view.words().legend_given);
    let pointing = Pointing { point: props.point.clone(), mark: Mark { title, ids: given.because.clone() } };
    html! {
        <rect
            class="given mark"
            x={format!("{:.1}", given.x)}
            y={format!("{:.1}", given.y_high - 1.0)}
            width={format!("{:.1}", given.width)}
            height={format!("{:.1}", given.y_low - given.y_high + 2.0)}
            role="button"
            tabindex="0"
            aria-label={pointing.mark.title.clone()}
            data-claim={given.because.first().cloned()}
            onpointerenter={pointing.on::<PointerEvent>()}
            onfocus={pointing.on::<FocusEvent>()}
            onclick={pointing.on::<MouseEvent>()}
        />
    }
}

fn step(view: &View, props: &LaneProps, step: &Step, zero: f64) -> Html {
    let pointing = pointing(view, props, &step.claim);
    let x = format!("{:.1}", step.x);
    html! {
        <>
            <line class="stem" x1={x.clone()} x2={x.clone()} y1={format!("{:.1}", step.y)} y2={format!("{zero:.1}")} />
            <circle
                class="step mark"
                cx={x}
                cy={format!("{:.1}", step.y)}
                r="6"
                role="button"
                tabindex="0"
                aria-label={pointing.mark.title.clone()}
                data-claim={step.claim.clone()}
                onpointerenter={pointing.on::<PointerEvent>()}
                onfocus={pointing.on::<FocusEvent>()}
                onclick={pointing.on::<MouseEvent>()}
            />
        </>
    }
}
