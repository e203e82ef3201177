//! The viewport of the chart: a crosshair and a tooltip at the month under the pointer, dragging over months, and keys.

use std::rc::Rc;

use yew::prelude::*;

use super::{overview::moved, tooltip::tooltip};
use crate::{
    view::{View, use_view},
    web::page,
};
use crackdown_core::{
    dataset::Month,
    drawing::chart::{DeclineChart, MonthSummary, month_summary, zoomed},
    query::{Action, Range},
};

/// Id of the viewport, whose width the drawing has.
pub const VIEWPORT: &str = "decline-frame";

/// The chart and what it is drawn into.
#[derive(Properties, Clone)]
pub struct ChartViewportProps {
    /// The chart.
    pub chart: Rc<DeclineChart>,
    /// All months of the dataset.
    pub span: Range,
    /// The drawing.
    pub children: Html,
}

impl PartialEq for ChartViewportProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart) && self.children == other.children
    }
}

/// Scrolls where the page is too narrow, and follows pointer and keys.
#[component]
pub fn ChartViewport(props: &ChartViewportProps) -> Html {
    let view = use_view();
    let over = use_state_eq(|| None::<Month>);
    let start = use_state_eq(|| None::<Month>);
    let chart = &props.chart;
    let month_at = {
        let (scale, width) = (chart.scale, chart.width);
        move |event: &PointerEvent| page::across(event, ".chart-inner").map(|share| scale.month_at(share * width))
    };
    let onpointermove = {
        let over = over.clone();
        Callback::from(move |event: PointerEvent| {
            over.set(month_at(&event).filter(|_| event.pointer_type() == "mouse"));
        })
    };
    let onpointerleave = {
        let (over, start) = (over.clone(), start.clone());
        Callback::from(move |_: PointerEvent| {
            over.set(None);
            start.set(None);
        })
    };
    let onpointerdown = {
        let start = start.clone();
        Callback::from(move |event: PointerEvent| {
            let mouse = event.pointer_type() == "mouse" && event.button() == 0;
            start.set(month_at(&event).filter(|_| mouse));
        })
    };
    let onpointerup = {
        let (start, ask) = (start.clone(), view.ask.clone());
        Callback::from(move |event: PointerEvent| {
            if let (Some(from), Some(to)) = (*start, month_at(&event)) {
                start.set(None);
                // A press and release on one month is a click on what is drawn there.
                if from != to {
                    ask.emit(Action::Range(Some(Range::between(from, to))));
                }
            }
        })
    };
    let dragging = start.zip(*over).map(|(a, b)| Range::between(a, b)).filter(|range| range.first() != range.last());
    html! {
        <div class="chart-frame" id={VIEWPORT} tabindex="0" role="region" aria-labelledby="decline-title" aria-describedby="decline-keys" onkeydown={keys(&view, props)}>
            <div class="chart-inner" {onpointermove} {onpointerleave} {onpointerdown} {onpointerup}>
                { props.children.clone() }
                if let Some(summary) = over.and_then(|month| month_summary(chart, month)) {
                    { crosshair(chart, &summary, dragging) }
                    { tooltip(&view, chart, &summary) }
                }
            </div>
        </div>
    }
}

/// Keys of the viewport itself: arrows move the months shown, + and − zoom, 0 shows all.
fn keys(view: &View, props: &ChartViewportProps) -> Callback<KeyboardEvent> {
    let (ask, span) = (view.ask.clone(), props.span);
    let range = Range::between(props.chart.scale.first, props.chart.scale.last);
    Callback::from(move |event: KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let range = match event.key().as_str() {
            "ArrowLeft" => Some(moved(span, range, false)),
            "ArrowRight" => Some(moved(span, range, true)),
            "+" | "=" => Some(zoomed(span, range, true)),
            "-" => Some(zoomed(span, range, false)),
            "0" => None,
            _ => return,
        };
        event.prevent_default();
        ask.emit(Action::Range(range));
    })
}

/// A line through the middle of the month under the pointer, and the months dragged over.
fn crosshair(chart: &DeclineChart, summary: &MonthSummary<'_>, dragging: Option<Range>) -> Html {
    let height = format!("{:.0}", chart.height);
    let stretch = dragging.and_then(|range| chart.scale.stretch(range.first().first_day(), range.last().last_day()));
    let x = format!("{:.1}", summary.x + summary.width / 2.0);
    html! {
        <svg class="crosshair" viewBox={format!("0 0 {:.0} {height}", chart.width)} aria-hidden="true">
            if let Some(stretch) = stretch {
                <rect x={format!("{:.1}", stretch.x)} width={format!("{:.1}", stretch.width)} height={height.clone()} />
            }
            <line x1={x.clone()} x2={x} y1="0" y2={height} />
        </svg>
    }
}
