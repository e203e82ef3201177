//! The drawing itself: three lanes over one time axis.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    LaneProps,
    lanes::{DirectionLane, EventsLane},
    level::Levels,
    mark::{between_marks, pointed},
};
use crate::view::use_view;
use crackdown_core::{
    drawing::chart::{DAYS_PER_MONTH, DeclineChart, LABEL_ROOM, Level, Tick},
    locale::Language,
};

/// Room above each lane for its title.
const TITLE: f64 = 24.0;

/// Height of the drawing of a chart.
pub fn height(chart: &DeclineChart) -> f64 {
    chart.height + 3.0 * TITLE
}

/// The lanes of a chart with their titles, grid and axis.
#[component]
pub fn Drawing(props: &LaneProps) -> Html {
    let view = use_view();
    let words = view.words();
    let chart = &props.chart;
    let parts = chart.parts;
    let axis = match chart.level.level {
        Level::Totals(..) => words.chart.running_total,
        _ if chart.level.unit < DAYS_PER_MONTH => words.chart.per_day,
        _ => words.chart.per_month,
    };
    let name = view.language.list(&[view.metric_name(&chart.level.metric), view.area_name(&chart.level.area)]);
    let lanes = [
        (parts.direction, 1.0, words.chart.direction_lane.to_owned()),
        (parts.level, 2.0, view.language.labelled(&name, axis)),
        (parts.events, 3.0, words.common.events.to_owned()),
    ];
    let shift = |top: f64, titles: f64| format!("translate(0 {:.1})", top + titles * TITLE);
    let bottom = chart.height + 2.0 * TITLE;
    // On a narrow screen, which shows the latest months first, the titles stand at the right.
    let across = format!("--across:{:.0}px", chart.scale.right - chart.scale.left);
    let [direction, level, events] = lanes.each_ref().map(|lane| lane.2.clone());
    html! {
        <svg
            class="chart"
            id="decline-chart"
            onpointerover={pointed::<PointerEvent>(&props.point)}
            onfocusin={pointed::<FocusEvent>(&props.point)}
            onclick={pointed::<MouseEvent>(&props.point)}
            viewBox={format!("0 0 {:.0} {:.0}", chart.width, height(chart))} role="group" aria-label={words.chart.title}>
            { patterns() }
            <g transform={shift(0.0, 1.0)} data-axis="true" aria-hidden="true">
                { for chart.axis.iter().map(|tick| axis_tick(view.language, tick, chart.width, bottom)) }
            </g>
            { for lanes.iter().map(|(band, titles, title)| html! {
                <text class="lane-title" style={across.clone()} x={format!("{:.0}", chart.scale.left)} y={format!("{:.1}", band.top + titles * TITLE - 8.0)}>{ title }</text>
            }) }
            <g transform={shift(parts.direction.top, 1.0)} role="group" aria-label={direction} onkeydown={between_marks()}><DirectionLane chart={Rc::clone(chart)} /></g>
            <g transform={shift(parts.level.top, 2.0)} role="group" aria-label={level} onkeydown={between_marks()}><Levels ..props.clone() /></g>
            <g transform={shift(parts.events.top, 3.0)} role="group" aria-label={events} onkeydown={between_marks()}><EventsLane chart={Rc::clone(chart)} /></g>
        </svg>
    }
}

/// Patterns that carry what colour alone would: the base of a direction, contested months, gaps, months of unknown share.
fn patterns() -> Html {
    let hatch = |id: &'static str, size: &'static str, turn: &'static str, line: &'static str, fill: &'static str| {
        html! {
            <pattern id={id} width={size} height={size} patternUnits="userSpaceOnUse" patternTransform={format!("rotate({turn})")}>
                <rect width={line} height={size} fill={fill} />
            </pattern>
        }
    };
    html! {
        <defs>
            { hatch("hatch-contested", "5", "45", "2", "var(--contested)") }
            { hatch("hatch-mom", "4", "0", "2.6", "var(--down)") }
            { hatch("hatch-unspecified", "4", "90", "1.8", "var(--down)") }
            { hatch("hatch-gap", "7", "45", "1", "var(--rule)") }
            { hatch("hatch-most", "6", "-45", "1", "var(--bound)") }
        </defs>
    }
}

fn axis_tick(language: Language, tick: &Tick, width: f64, bottom: f64) -> Html {
    let x = format!("{:.1}", tick.x);
    // The last label may have no room to its right.
    let cramped = tick.x + LABEL_ROOM > width;
    let (label_x, anchor) = if cramped { (width, Some("end")) } else { (tick.x + 3.0, None) };
    html! {
        <>
            <line class={classes!("grid", (!tick.major).then_some("minor"))} x1={x.clone()} x2={x.clone()} y1="0" y2={format!("{:.1}", bottom - 26.0)} />
            if tick.labelled {
                <text x={format!("{:.1}", label_x)} y={format!("{:.1}", bottom - 12.0)} text-anchor={anchor}>{ axis_label(language, tick) }</text>
            }
        </>
    }
}

/// A year, or a month within it.
pub fn axis_label(language: Language, tick: &Tick) -> String {
    if tick.major { language.year(tick.month.year()) } else { language.month_of_year(tick.month) }
}
