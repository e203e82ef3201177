//! The overview of the whole record, in which the months shown are chosen by dragging or by keys.

use std::rc::Rc;

use yew::prelude::*;

use super::axis_label;
use crate::{view::use_view, web::page};
use crackdown_core::{
    analysis::directions::MonthState,
    dataset::Month,
    drawing::chart::{Brush, Grip, dragged, panned},
    query::{Action, Range},
};

/// Height of the strip.
const HEIGHT: f64 = 34.0;
/// How near to an end of the range a pointer takes hold of it.
const REACH: f64 = 12.0;

/// What the overview shows.
#[derive(Properties, PartialEq)]
pub struct OverviewProps {
    /// Months of the record.
    pub span: Range,
    /// Months shown.
    pub range: Range,
    /// What is reported of each month of the record.
    pub states: Rc<Vec<(Month, MonthState)>>,
    /// Width of the strip.
    pub width: f64,
}

/// What the reader drags.
#[derive(Clone, Copy, PartialEq)]
struct Held {
    grip: Grip,
    from: Month,
    to: Month,
}

/// A strip with every month of the record, the range in it, and a handle at each of its ends.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let view = use_view();
    let words = view.words();
    let held = use_state_eq(|| None::<Held>);
    let OverviewProps { span, range, width, .. } = *props;
    let shown = held.map_or(range, |held| dragged(span, range, held.grip, held.from, held.to));
    let brush = Brush::new(span, shown, width);
    let month_at = {
        let scale = brush.scale;
        move |event: &PointerEvent| {
            page::across(event, ".overview").map(|share| (share * width, scale.month_at(share * width)))
        }
    };
    let onpointerdown = {
        let (held, brush) = (held.clone(), brush.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some((x, month)) = month_at(&event).filter(|_| event.button() == 0) {
                page::capture(&event, ".overview");
                held.set(Some(Held { grip: brush.grip(x, REACH), from: month, to: month }));
            }
        })
    };
    let onpointermove = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            if let (Some(old), Some((_, month))) = (*held, month_at(&event)) {
                held.set(Some(Held { to: month, ..old }));
            }
        })
    };
    let onpointerup = {
        let (held, ask) = (held.clone(), view.ask.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some(Held { grip, from, to }) = *held {
                held.set(None);
                if from != to || grip == Grip::New {
                    ask.emit(Action::Range(Some(dragged(span, range, grip, from, to))));
                }
            }
        })
    };
    let onpointercancel = {
        let held = held.clone();
        Callback::from(move |_: PointerEvent| held.set(None))
    };
    let handle = |grip: Grip, label: &'static str, month: Month, x: f64| {
        let ask = view.ask.clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            let months = match event.key().as_str() {
                "ArrowRight" | "ArrowUp" => 1,
                "ArrowLeft" | "ArrowDown" => -1,
                "PageUp" => 12,
                "PageDown" => -12,
                "Home" => span.first().since(month),
                "End" => span.last().since(month),
                _ => return,
            };
            event.prevent_default();
            ask.emit(Action::Range(Some(dragged(span, range, grip, month, month.plus(months)))));
        });
        html! {
            <rect
                class="handle"
                x={format!("{:.1}", x - 4.0)}
                y="2"
                width="8"
                height={format!("{:.0}", HEIGHT - 4.0)}
                rx="3"
                role="slider"
                tabindex="0"
                aria-label={label}
                aria-valuemin="0"
                aria-valuemax={span.last().since(span.first()).to_string()}
                aria-valuenow={month.since(span.first()).to_string()}
                aria-valuetext={view.language.month(month)}
                {onkeydown}
            />
        }
    };
    html! {
        <svg
            class="overview"
            viewBox={format!("0 0 {width:.0} {HEIGHT:.0}")}
            role="group"
            aria-label={words.chart.months_shown}
            {onpointerdown}
            {onpointermove}
            {onpointerup}
            {onpointercancel}
        >
            <rect class="whole" width={format!("{width:.0}")} height={format!("{HEIGHT:.0}")} />
            <path class="reported" d={reported(&brush, &props.states)} />
            { for brush.axis.iter().filter(|tick| tick.labelled).map(|tick| html! {
                <text x={format!("{:.1}", tick.x + 3.0)} y={format!("{:.0}", HEIGHT - 5.0)} data-axis="true" aria-hidden="true">{ axis_label(view.language, tick) }</text>
            }) }
            <rect class="window" x={format!("{:.1}", brush.x)} width={format!("{:.1}", brush.width)} height={format!("{HEIGHT:.0}")} />
            { handle(Grip::First, words.chart.first_month, shown.first(), brush.x) }
            { handle(Grip::Last, words.chart.last_month, shown.last(), brush.x + brush.width) }
        </svg>
    }
}

/// The months with a reported direction, as one shape along the top.
fn reported(brush: &Brush, states: &[(Month, MonthState)]) -> String {
    let told = |state: &MonthState| matches!(state, MonthState::Reported { .. } | MonthState::Contested);
    let shape = |month: &Month| {
        let (x, end) = (brush.scale.x(month.first_day()), brush.scale.x_end(month.last_day()));
        format!("M{x:.1} 3h{:.1}v5H{x:.1}z", end - x)
    };
    states.iter().filter(|(_, state)| told(state)).map(|(month, _)| shape(month)).collect()
}

/// The range moved by a third of its length.
pub fn moved(span: Range, range: Range, later: bool) -> Range {
    let third = ((range.last().since(range.first()) + 1) / 3).max(1);
    panned(span, range, if later { third } else { -third })
}
