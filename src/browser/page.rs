//! The document: its language, readiness, failure message and dialogs.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement};

use super::window;
use crate::{locale::Language, map::Basemap, worked::Worked};

/// Id of the element that holds what was worked out of the record, as JSON.
pub const WORKED: &str = "worked";

/// Id of the element that holds the geography of the first view.
pub const GEOGRAPHY: &str = "geography";

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

/// The geography of the first view; none where the page was not prerendered.
pub fn geography() -> Basemap {
    Basemap::read(&element(GEOGRAPHY).and_then(|element| element.text_content()).unwrap_or_default())
}

/// Gives an element the focus.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // An SVG element has the method, too.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Whether the reader has asked the system for less motion.
pub fn reduced_motion() -> bool {
    asks("(prefers-reduced-motion: reduce)")
}

/// Whether the window is larger than a laptop's.
pub fn is_large() -> bool {
    asks("(min-width: 1800px)")
}

fn asks(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok()?).is_some_and(|list| list.matches())
}

/// Brings the element with an id into sight.
pub fn show(id: &str) {
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
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
