//! The frame of the chart: a line at the month under the pointer with what is drawn over it, dragging over months, and keys.

use std::rc::Rc;

use yew::prelude::*;

use super::{lanes::state, level::title, mark::Mark, overview::moved};
use crate::{
    view::{View, use_view},
    web::page,
};
use crackdown_core::{
    dataset::Month,
    drawing::chart::{DeclineChart, Reading, reading, zoomed},
    query::{Action, Range},
};

/// Id of the frame, whose width the drawing has.
pub const VIEWPORT: &str = "decline-frame";
/// Claims and events that the box at the pointer lists.
const LISTED: usize = 5;

/// The chart and what it is drawn into.
#[derive(Properties, Clone)]
pub struct ChartViewportProps {
    /// Geometry.
    pub chart: Rc<DeclineChart>,
    /// Months of the record.
    pub span: Range,
    /// Height of the drawing, with its titles.
    pub height: f64,
    /// Told what the reader points at.
    pub point: Callback<Mark>,
    /// The drawing.
    pub children: Html,
}

impl PartialEq for ChartViewportProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart) && self.children == other.children && self.point == other.point
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
                if let Some(reading) = over.and_then(|month| reading(chart, month)) {
                    { crosshair(props, &reading, dragging) }
                    { tooltip(&view, props, &reading) }
                }
            </div>
        </div>
    }
}

/// Keys of the frame itself: arrows move the months shown, + and − zoom, 0 shows all.
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

fn crosshair(props: &ChartViewportProps, reading: &Reading, dragging: Option<Range>) -> Html {
    let (scale, height) = (&props.chart.scale, format!("{:.0}", props.height));
    let stretch = dragging.and_then(|range| scale.stretch(range.first().first_day(), range.last().last_day()));
    let x = format!("{:.1}", reading.x + reading.width / 2.0);
    html! {
        <svg class="crosshair" viewBox={format!("0 0 {:.0} {height}", props.chart.width)} aria-hidden="true">
            if let Some(stretch) = stretch {
                <rect x={format!("{:.1}", stretch.x)} width={format!("{:.1}", stretch.width)} height={height.clone()} />
            }
            <line x1={x.clone()} x2={x} y1="0" y2={height} />
        </svg>
    }
}

/// What is drawn over the month under the pointer. What is listed here can be opened from the marks themselves.
fn tooltip(view: &View, props: &ChartViewportProps, reading: &Reading) -> Html {
    let words = view.words();
    let chart = &props.chart;
    let left_half = reading.x < (chart.scale.left + chart.scale.right) / 2.0;
    let style = if left_half {
        format!("left:{:.1}%", (reading.x + reading.width + 10.0) / chart.width * 100.0)
    } else {
        format!("right:{:.1}%", (chart.width - reading.x + 10.0) / chart.width * 100.0)
    };
    let event = |id: &String| view.dataset.event(id).map(|event| view.event_name(event));
    let lines = reading.levels.iter().map(|id| (id, title(view, id)));
    let happened = reading.events.iter().filter_map(|id| Some((id, event(id)?)));
    let lines: Vec<(&String, String)> = lines.chain(happened).collect();
    let rest = lines.len().saturating_sub(LISTED);
    html! {
        <div class="tip" {style} aria-hidden="true">
            <strong data-axis="true">{ view.language.month(reading.month) }</strong>
            <p data-claim={reading.directions.first().cloned()}>{ state(view, reading.state).1 }</p>
            if let Some((low, high)) = reading.bounds {
                <p data-claim={reading.levels.first().cloned()}>
                    <b>{ view.language.bounds(low, high) }</b>{ " " }{ words.bounds.implied }
                </p>
            }
            <ul>
                { for lines.iter().take(LISTED).map(|(id, line)| html! { <li data-claim={(*id).clone()}>{ line }</li> }) }
                if rest > 0 {
                    <li class="meta" data-count="true">{ format!("+ {rest} {}", words.chart.more) }</li>
                }
            </ul>
        </div>
    }
}
