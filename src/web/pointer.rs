//! Pointers over an element.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::NodeRef;

/// A rectangle in the browser's window, CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Distance of its left edge from that of the window.
    pub left: f64,
    /// Distance of its top edge from that of the window.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Where an element is; `None` while it is not on the page.
pub fn rect(element: &NodeRef) -> Option<Rect> {
    let rect = element.cast::<Element>()?.get_bounding_client_rect();
    Some(Rect { left: rect.left(), top: rect.top(), width: rect.width(), height: rect.height() })
}

/// Sends all further events of a pointer to an element until the pointer is released. The click at its end is the element's, too.
pub fn capture(element: &NodeRef, pointer: i32) {
    if let Some(element) = element.cast::<Element>() {
        // The pointer may be gone by now.
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Whether the focus is on an element or within it.
pub fn has_focus(element: &NodeRef) -> bool {
    element.cast::<Element>().is_some_and(|element| element.matches(":focus-within").unwrap_or(false))
}

/// Whether an event is about an element itself rather than one within it.
pub fn is_target(event: &Event, element: &NodeRef) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some() && target == element.cast::<Element>()
}
