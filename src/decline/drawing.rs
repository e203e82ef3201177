//! The drawing itself: lanes over one time axis.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    lane::LaneMarks,
    mark::{PointedMark, between_marks, pointed},
};
use crate::view::use_view;
use crackdown_core::{
    drawing::chart::{DeclineChart, LABEL_ROOM, Lane, TITLE_HEIGHT, Tick},
    locale::Language,
};

/// The chart, drawn again only when it is another one.
#[derive(Properties, Clone)]
pub struct DrawingProps {
    /// The chart.
    pub chart: Rc<DeclineChart>,
    /// Called with the mark that the reader points at.
    pub point: Callback<PointedMark>,
}

impl PartialEq for DrawingProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart) && self.point == other.point
    }
}

/// The lanes of a chart with their titles, grid and axis.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let view = use_view();
    let chart = &props.chart;
    let bottom = chart.height - TITLE_HEIGHT;
    let shift = |top: f64| format!("translate(0 {top:.1})");
    // On a narrow screen, which shows the latest months first, the titles stand at the right.
    let across = format!("--across:{:.0}px", chart.scale.right - chart.scale.left);
    let title = |lane: &Lane| {
        let (x, y) = (format!("{:.0}", chart.scale.left), format!("{:.1}", lane.top - 8.0));
        html! { <text class="lane-title" style={across.clone()} {x} {y}>{ &lane.title }</text> }
    };
    let marks = |(at, lane): (usize, &Lane)| {
        html! {
            <g transform={shift(lane.top)} role="group" aria-label={lane.title.clone()} onkeydown={between_marks()}>
                <LaneMarks chart={Rc::clone(chart)} {at} />
            </g>
        }
    };
    html! {
        <svg
            class="chart"
            id="decline-chart"
            onpointerover={pointed::<PointerEvent>(&props.point)}
            onfocusin={pointed::<FocusEvent>(&props.point)}
            onclick={pointed::<MouseEvent>(&props.point)}
            viewBox={format!("0 0 {:.0} {:.0}", chart.width, chart.height)} role="group" aria-label={view.words().chart.title}>
            { patterns() }
            <g transform={shift(TITLE_HEIGHT)} data-axis="true" aria-hidden="true">
                { for chart.axis.iter().map(|tick| axis_tick(view.language, tick, chart.width, bottom)) }
            </g>
            { for chart.lanes.iter().map(title) }
            { for chart.lanes.iter().enumerate().map(marks) }
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
