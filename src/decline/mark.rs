//! Marks of a drawing that can be pointed at, tapped and reached by keyboard.

use yew::prelude::*;

use crate::web::page;
use crackdown_core::dataset::RecordId;

/// The mark that the reader points at.
#[derive(Clone, Debug, PartialEq)]
pub struct PointedMark {
    /// What a screen reader says of it.
    pub sentence: String,
    /// Ids of its claims and events.
    pub records: Vec<RecordId>,
}

/// Emits the mark that an event is about, where it is about one. A mark carries its sentence and ids in its markup, so that one
/// listener serves all.
pub fn pointed<E: AsRef<web_sys::Event> + 'static>(point: &Callback<PointedMark>) -> Callback<E> {
    let point = point.clone();
    Callback::from(move |event: E| {
        if let Some((sentence, ids)) = page::labelled(event.as_ref(), ".mark") {
            point.emit(PointedMark { sentence, records: ids.split_whitespace().map(RecordId::from).collect() });
        }
    })
}

/// Moves the focus between the marks of a lane: arrow keys to the next or previous, Home and End to the first or last.
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
