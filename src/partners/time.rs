//! The month that the map speaks of: slider, steps, play.

use std::{cell::Cell, rc::Rc, time::Duration};

use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use super::button::sign;
use crate::{
    view::View,
    web::{events, page},
};
use crackdown_core::{
    dataset::Month,
    query::{Action, SliderMonths},
};

/// How long a month stands while the map plays.
const PACE: Duration = Duration::from_millis(450);
/// The same for a reader who prefers less motion; months without a change are then skipped.
const CALM_PACE: Duration = Duration::from_millis(1000);

/// Steps through the months while `playing`, and stops at the last.
#[hook]
pub fn use_play(view: &View, date: Option<Month>, changes: &Option<SliderMonths>, playing: &UseStateHandle<bool>) {
    let next = changes.as_ref().and_then(|changes| later(changes, date));
    let calm = changes.as_ref().and_then(|changes| next_change(changes, date));
    let last = changes.as_ref().map(|changes| changes.span.last());
    let (ask, setter) = (view.ask.clone(), playing.setter());
    use_effect_with((**playing, next, calm), move |&(playing, next, calm)| {
        let live = Rc::new(Cell::new(playing));
        if playing {
            let live = Rc::clone(&live);
            spawn_local(async move {
                let reduced = page::reduced_motion();
                sleep(if reduced { CALM_PACE } else { PACE }).await;
                match (if reduced { calm } else { next }).filter(|_| live.get()) {
                    Some(month) => ask.emit(Action::Date(Some(month).filter(|_| Some(month) != last))),
                    None if live.get() => setter.set(false),
                    None => {}
                }
            });
        }
        move || live.set(false)
    });
}

/// The month after the one shown, if there is one.
fn later(changes: &SliderMonths, date: Option<Month>) -> Option<Month> {
    date.map(|month| month.plus(1)).filter(|month| *month <= changes.span.last())
}

/// The next month after the one shown in which something changes, or the last.
fn next_change(changes: &SliderMonths, date: Option<Month>) -> Option<Month> {
    let from = later(changes, date)?;
    let next = |months: &[Month]| months.iter().find(|month| **month >= from).copied();
    Some([next(&changes.figures), next(&changes.events)].into_iter().flatten().min().unwrap_or(changes.span.last()))
}

/// Slider over the months with marks where something changes, a button to play, and steps of a month.
pub fn slider(view: &View, date: Option<Month>, changes: &SliderMonths, playing: &UseStateHandle<bool>) -> Html {
    let (words, span) = (view.words(), changes.span);
    let date = date.unwrap_or(span.last()).clamp(span.first(), span.last());
    let last = span.last().since(span.first());
    // The last month is what the map shows unasked.
    let go = move |month: Month| Action::Date((month < span.last()).then_some(month.max(span.first())));
    let step = |by: i32| view.asking::<MouseEvent>(go(date.plus(by)));
    let oninput = {
        let (ask, playing) = (view.ask.clone(), playing.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(months) = events::value(&event).and_then(|value| value.parse::<i32>().ok()) {
                playing.set(false);
                ask.emit(go(span.first().plus(months)));
            }
        })
    };
    let onplay = {
        let (ask, playing) = (view.ask.clone(), playing.clone());
        Callback::from(move |_: MouseEvent| {
            // At the end it starts again.
            if !*playing && date == span.last() {
                ask.emit(go(span.first()));
            }
            playing.set(!*playing);
        })
    };
    let month = view.language.month(date);
    let play = if **playing { words.map.pause } else { words.map.play };
    html! {
        <div class="map-time">
            <div class="map-steps">
                { sign(if **playing { "❚❚" } else { "▶" }, play.to_owned(), false, onplay) }
                { sign("‹", words.map.previous_month.to_owned(), date == span.first(), step(-1)) }
                { sign("›", words.map.next_month.to_owned(), date == span.last(), step(1)) }
            </div>
            <div class="map-months">
                <input
                    type="range"
                    min="0"
                    max={last.to_string()}
                    value={date.since(span.first()).to_string()}
                    aria-label={words.map.as_of}
                    aria-valuetext={month.clone()}
                    title={words.map.marks}
                    {oninput}
                />
                { marks(changes, last) }
            </div>
            <output data-axis="true"><span class="meta">{ words.map.as_of }</span>{ month }</output>
        </div>
    }
}

/// Ticks above for figures, below for events, on the way of the slider's thumb.
fn marks(changes: &SliderMonths, last: i32) -> Html {
    let ticks = |months: &[Month], from: u8| {
        let tick = |month: &Month| format!("M{},{from}v4", 10 * month.since(changes.span.first()) + 5);
        months.iter().map(tick).collect::<String>()
    };
    html! {
        <svg class="map-marks" viewBox={format!("0 0 {} 9", 10 * (last + 1))} preserveAspectRatio="none" aria-hidden="true">
            <path class="of-figures" d={ticks(&changes.figures, 0)} />
            <path class="of-events" d={ticks(&changes.events, 5)} />
        </svg>
    }
}
