//! What an event of a control says.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

/// The value of the input or select that an event comes from. The framework listens at the root of the page, so that the control is
/// the event's target.
pub fn value(event: &Event) -> Option<String> {
    match event.target()?.dyn_into::<HtmlInputElement>() {
        Ok(input) => Some(input.value()),
        Err(target) => target.dyn_into::<HtmlSelectElement>().ok().map(|select| select.value()),
    }
}
