//! The document: its language, readiness, failure message and dialogs.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, HtmlDialogElement, ResizeObserver};
use yew::NodeRef;

use super::window;
use crate::{locale::Language, worked::Worked};

/// Id of the element that holds what was worked out of the record, as JSON.
pub const WORKED: &str = "worked";

/// The language of the document.
pub fn language() -> Language {
    let root = window().and_then(|window| window.document()).and_then(|document| document.document_element());
    Language::of_document(&root.and_then(|root| root.get_attribute("lang")).unwrap_or_default())
}

/// The element with an id.
pub fn element(id: &str) -> Option<Element> {
    window()?.document()?.get_element_by_id(id)
}

/// What was worked out of the record when the page was built; nothing where the page was not prerendered.
pub fn worked() -> Worked {
    let json = element(WORKED).and_then(|element| element.text_content()).unwrap_or_default();
    serde_json::from_str(&json).unwrap_or_default()
}

/// Brings the element with an id into sight.
pub fn show(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// Height of what a box has scrolled past, CSS pixels.
pub fn scrolled(frame: &NodeRef) -> f64 {
    frame.cast::<Element>().map(|frame| f64::from(frame.scroll_top())).unwrap_or_default()
}

/// Takes a box back to its start, unless it is there.
pub fn scroll_to_top(frame: &NodeRef) {
    if let Some(frame) = frame.cast::<Element>().filter(|frame| frame.scroll_top() != 0) {
        frame.set_scroll_top(0);
    }
}

/// Heights in CSS pixels of the elements in a box that a CSS selector finds, by the number in their `data-chunk`.
pub fn heights(frame: &NodeRef, selector: &str) -> Vec<(usize, f64)> {
    let found = frame.cast::<Element>().and_then(|frame| frame.query_selector_all(selector).ok());
    let Some(found) = found else { return Vec::new() };
    let elements = (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<Element>().ok());
    let measured = elements.map(|it| (it.get_attribute("data-chunk"), it.get_bounding_client_rect().height()));
    measured.filter_map(|(chunk, height)| Some((chunk?.parse().ok()?, height))).collect()
}

/// Tells the page that frames this one how high the content is, now and whenever it changes.
pub fn report_height() {
    let Some(content) = element("content") else { return };
    let measured = content.clone();
    let tell = Closure::<dyn Fn()>::new(move || {
        let height = measured.get_bounding_client_rect().height().ceil();
        let _ = tell_parent(height);
    });
    if let Ok(observer) = ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(&content);
        // For the life of the page.
        tell.forget();
    }
}

/// `{ crackdown: { height } }`, which is no secret, to whoever frames the page.
fn tell_parent(height: f64) -> Result<(), JsValue> {
    let Some(parent) = window().and_then(|window| window.parent().ok().flatten()) else { return Ok(()) };
    let (message, inner) = (Object::new(), Object::new());
    Reflect::set(&inner, &"height".into(), &height.into())?;
    Reflect::set(&message, &"crackdown".into(), &inner)?;
    parent.post_message(&message, "*")
}

/// Says that the page answers: a performance mark and `data-ready` on the body.
pub fn announce_ready() {
    let Some(window) = window() else { return };
    if let Some(performance) = window.performance() {
        let _ = performance.mark("ready");
    }
    if let Some(body) = window.document().and_then(|document| document.body()) {
        let _ = body.dataset().set("ready", "true");
    }
}

/// Says that the wording of all records is there: `data-wording` on the body.
pub fn announce_wording() {
    if let Some(body) = window().and_then(|window| window.document()?.body()) {
        let _ = body.dataset().set("wording", "true");
    }
}

/// Shows the message that stands hidden in the document for failures. What was drawn stays.
pub fn announce_failure() {
    if let Some(message) = element("failure") {
        let _ = message.remove_attribute("hidden");
    }
}

/// Opens a dialog above the page, unless it is open.
pub fn open_dialog(dialog: &HtmlDialogElement) {
    if !dialog.open() {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the browser gives the focus back to where it was.
pub fn close_dialog(dialog: &HtmlDialogElement) {
    if dialog.open() {
        dialog.close();
    }
}

/// Writes a line to the browser's console, for whoever looks into a failure.
pub fn log(message: &str) {
    web_sys::console::error_1(&message.into());
}
