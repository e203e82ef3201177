//! The overview of the whole dataset, in which the months shown are chosen by dragging or by keys.

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
/// How near to an end of the range a pointer moves that end, pixels.
const REACH: f64 = 12.0;

/// What the overview shows.
#[derive(Properties, PartialEq)]
pub struct OverviewProps {
    /// Months of the dataset.
    pub span: Range,
    /// Months shown.
    pub range: Range,
    /// What is reported of each month of the dataset.
    pub states: Rc<Vec<(Month, MonthState)>>,
    /// Width of the strip.
    pub width: f64,
}

/// A drag from one month to another.
#[derive(Clone, Copy, PartialEq)]
struct Drag {
    grip: Grip,
    from: Month,
    to: Month,
}

/// A strip with every month of the dataset, the range in it, and a handle at each of its ends.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let view = use_view();
    let words = view.words();
    let drag = use_state_eq(|| None::<Drag>);
    let OverviewProps { span, range, width, .. } = *props;
    let shown = drag.map_or(range, |drag| dragged(span, range, drag.grip, drag.from, drag.to));
    let brush = Brush::new(span, shown, width);
    let month_at = {
        let scale = brush.scale;
        move |event: &PointerEvent| {
            page::across(event, ".overview").map(|share| (share * width, scale.month_at(share * width)))
        }
    };
    let onpointerdown = {
        let (drag, brush) = (drag.clone(), brush.clone());
        Callback::from(move |event: PointerEvent| {
            if let Some((x, month)) = month_at(&event).filter(|_| event.button() == 0) {
                page::capture(&event, ".overview");
                drag.set(Some(Drag { grip: brush.grip(x, REACH), from: month, to: month }));
            }
        })
    };
    let onpointermove = {
        let drag = drag.clone();
        Callback::from(move |event: PointerEvent| {
            if let (Some(old), Some((_, month))) = (*drag, month_at(&event)) {
                drag.set(Some(Drag { to: month, ..old }));
            }
        })
    };
    let onpointerup = {
        let (drag, ask) = (drag.clone(), view.ask.clone());
        Callback::from(move |_: PointerEvent| {
            if let Some(Drag { grip, from, to }) = *drag {
                drag.set(None);
                if from != to || grip == Grip::New {
                    ask.emit(Action::Range(Some(dragged(span, range, grip, from, to))));
                }
            }
        })
    };
    let onpointercancel = {
        let drag = drag.clone();
        Callback::from(move |_: PointerEvent| drag.set(None))
    };
    let handle = |grip: Grip, label: &'static str, month: Month, x: f64| {
        let move_to = view.ask.reform(move |to| Action::Range(Some(dragged(span, range, grip, month, to))));
        handle(span, (view.language.month(month), label), (month, x), move_to)
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

/// A handle at one end of the range, which keys move too.
fn handle(
    span: Range,
    (value, label): (String, &'static str),
    (month, x): (Month, f64),
    move_to: Callback<Month>,
) -> Html {
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
        move_to.emit(month.plus(months));
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
            aria-valuetext={value}
            {onkeydown}
        />
    }
}

/// The months with a reported direction, as one shape along the top.
fn reported(brush: &Brush, states: &[(Month, MonthState)]) -> String {
    let is_reported = |state: &MonthState| matches!(state, MonthState::Reported { .. } | MonthState::Contested);
    let shape = |month: &Month| {
        let (x, end) = (brush.scale.x(month.first_day()), brush.scale.x_end(month.last_day()));
        format!("M{x:.1} 3h{:.1}v5H{x:.1}z", end - x)
    };
    states.iter().filter(|(_, state)| is_reported(state)).map(|(month, _)| shape(month)).collect()
}

/// The range moved by a third of its length.
pub fn moved(span: Range, range: Range, later: bool) -> Range {
    let third = ((range.last().since(range.first()) + 1) / 3).max(1);
    panned(span, range, if later { third } else { -third })
}
