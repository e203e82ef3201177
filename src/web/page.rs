//! The document: its language, readiness and failure message.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::Closure};
use web_sys::{Element, Event, HtmlElement, ResizeObserver, SvgElement};
use yew::NodeRef;

use super::window;
use crackdown_core::{analysis::precomputed::Precomputed, drawing::map::Basemap, locale::Language};

/// Id of the element that holds what was precomputed out of the record, as JSON.
pub const PRECOMPUTED: &str = "precomputed";

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

/// What was precomputed out of the record when the page was built; nothing where the page was not prerendered.
pub fn precomputed() -> Precomputed {
    let json = element(PRECOMPUTED).and_then(|element| element.text_content()).unwrap_or_default();
    serde_json::from_str(&json).unwrap_or_default()
}

/// The geography of the first view; none where the page was not prerendered.
pub fn geography() -> Basemap {
    Basemap::read(&element(GEOGRAPHY).and_then(|element| element.text_content()).unwrap_or_default())
}

/// The id of the element that an event is about; empty where it has none.
pub fn target_id(event: &Event) -> String {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.map(|element| element.id()).unwrap_or_default()
}

/// Gives an element the focus.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // An SVG element has the method, too.
        let _ = element.unchecked_ref::<HtmlElement>().focus();
    }
}

/// The sections of the page that answer to each other.
const SECTIONS: &str = "#decline, #partners, #evidence";

/// Whether the reader is at work in another of the sections than the one with an id.
pub fn focus_is_outside(id: &str) -> bool {
    let active = window().and_then(|window| window.document()?.active_element());
    active.and_then(|active| active.closest(SECTIONS).ok()?).is_some_and(|section| section.id() != id)
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

/// Writes a line to the browser's console, for whoever looks into a failure.
pub fn log(message: &str) {
    web_sys::console::error_1(&message.into());
}

/// A way from one element to another of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FocusMove {
    /// The one after.
    Next,
    /// The one before.
    Previous,
    /// The first of all.
    First,
    /// The last of all.
    Last,
}

/// The element that an event is about, or the nearest around it, that a selector matches. The framework listens at the root of
/// the page, so that the element which listens is no help.
fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// Moves the focus among the elements that match, within the nearest one around the event that `within` matches.
pub fn focus_among(event: &Event, within: &str, matching: &str, step: FocusMove) {
    let Some(within) = around(event, within) else { return };
    let Ok(all) = within.query_selector_all(matching) else { return };
    let own = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let at = (0..all.length()).find(|at| own.is_some() && all.item(*at).and_then(|node| node.dyn_into().ok()) == own);
    let last = all.length().saturating_sub(1);
    let to = match (step, at) {
        (FocusMove::Next, Some(at)) => (at + 1).min(last),
        (FocusMove::Previous, Some(at)) => at.saturating_sub(1),
        (FocusMove::Last, _) => last,
        _ => 0,
    };
    let Some(node) = all.item(to) else { return };
    // Marks of a drawing and elements of the page each have a focus of their own kind.
    let _ = match node.dyn_into::<SvgElement>() {
        Ok(mark) => mark.focus(),
        Err(node) => node.dyn_into::<HtmlElement>().map_or(Ok(()), |element| element.focus()),
    };
}

/// The accessible name of the nearest matching element around an event, and the ids of the claims that it carries.
pub fn labelled(event: &Event, selector: &str) -> Option<(String, String)> {
    let element = around(event, selector)?;
    Some((element.get_attribute("aria-label")?, element.get_attribute("data-claim").unwrap_or_default()))
}

/// How far right of the left edge of the nearest matching element around it a pointer is, as a share of that one's width.
pub fn across(event: &web_sys::PointerEvent, within: &str) -> Option<f64> {
    let place = around(event, within)?.get_bounding_client_rect();
    (place.width() > 0.0).then(|| (f64::from(event.client_x()) - place.left()) / place.width())
}

/// Lets the nearest matching element hear of a pointer until it is let go, wherever it goes.
pub fn capture(event: &web_sys::PointerEvent, within: &str) {
    if let Some(element) = around(event, within) {
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Width, in pixels, that the content of the element with an id has.
pub fn content_width(id: &str) -> Option<f64> {
    element(id).map(|element| f64::from(element.client_width())).filter(|width| *width > 0.0)
}

/// Calls back whenever the page has another size, for as long as the listener lives.
pub fn on_resize(changed: impl Fn() + 'static) -> Option<gloo_events::EventListener> {
    window().map(|window| gloo_events::EventListener::new(&window, "resize", move |_| changed()))
}
