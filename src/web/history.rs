//! The address bar and the history.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;

use super::window;

/// The query string of the page with its `?`; empty where there is none.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}

/// Address of the document without query and fragment.
pub fn site() -> String {
    let location = window().map(|window| window.location());
    let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
    part(location.as_ref().map(|location| location.origin()))
        + &part(location.as_ref().map(|location| location.pathname()))
}

/// Address of the view that a query without `?` selects.
pub fn link(query: &str) -> String {
    if query.is_empty() { site() } else { format!("{}?{query}", site()) }
}

/// Whether a change of the address can be undone with the Back button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A new entry in the history.
    Push,
    /// The entry is changed in place.
    Replace,
}

/// Writes a query string (without `?`) into the address bar, unless it is there already.
pub fn write(query: &str, entry: Entry) {
    let Some(window) = window() else { return };
    let Ok(path) = window.location().pathname() else { return };
    if self::query().trim_start_matches('?') == query {
        return;
    }
    let hash = window.location().hash().unwrap_or_default();
    let url = if query.is_empty() { format!("{path}{hash}") } else { format!("{path}?{query}{hash}") };
    let Ok(history) = window.history() else { return };
    // A page without an origin of its own (a sandboxed frame) may refuse; the view goes on without its address.
    let _ = match entry {
        Entry::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&url)),
        Entry::Replace => history.replace_state_with_url(&JsValue::NULL, "", Some(&url)),
    };
}

/// Calls back when the reader goes back or forward, until the listener is dropped.
pub fn on_travel(call: impl Fn() + 'static) -> Option<EventListener> {
    let window = window()?;
    Some(EventListener::new(&window, "popstate", move |_| call()))
}
