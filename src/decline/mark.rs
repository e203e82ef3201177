//! A mark that can be pointed at, tapped and reached by keyboard.

use yew::prelude::*;

use crate::web::page;

/// What the reader points at: a heading and the records behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it is, in the reader's language; also what a screen reader says.
    pub title: String,
    /// Ids of its claims and events.
    pub ids: Vec<String>,
}

/// Where a mark lies: a rectangle with round corners.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Radius of the corners.
    pub round: f64,
}

impl Place {
    /// With sharp corners.
    pub fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height, round: 0.0 }
    }
}

/// A mark of a lane. The first of a lane is a tab stop, the others are reached from there by arrow keys. It carries what it
/// stands for, so that one listener serves all: see [`pointed`].
pub fn mark(first: bool, class: Classes, place: Place, mark: Mark) -> Html {
    let Place { x, y, width, height, round } = place;
    html! {
        <rect
            class={classes!("mark", class)}
            x={format!("{x:.1}")}
            y={format!("{y:.1}")}
            width={format!("{width:.1}")}
            height={format!("{height:.1}")}
            rx={(round > 0.0).then(|| format!("{round:.0}"))}
            role="button"
            tabindex={if first { "0" } else { "-1" }}
            aria-label={mark.title}
            data-claim={(!mark.ids.is_empty()).then(|| mark.ids.join(" "))}
        />
    }
}

/// Tells of the mark that an event is about, where it is about one.
pub fn pointed<E: AsRef<web_sys::Event> + 'static>(point: &Callback<Mark>) -> Callback<E> {
    let point = point.clone();
    Callback::from(move |event: E| {
        if let Some((title, ids)) = page::labelled(event.as_ref(), ".mark") {
            point.emit(Mark { title, ids: ids.split_whitespace().map(str::to_owned).collect() });
        }
    })
}

/// Arrow keys go from mark to mark of a lane, Home and End to its ends.
pub fn between_marks() -> Callback<KeyboardEvent> {
    Callback::from(|event: KeyboardEvent| {
        let step = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => page::FocusMove::Next,
            "ArrowLeft" | "ArrowUp" => page::FocusMove::Previous,
            "Home" => page::FocusMove::First,
            "End" => page::FocusMove::Last,
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        page::focus_among(&event, "[role=group]", ".mark", step);
    })
}
