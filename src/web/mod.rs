//! The edge to the browser: address bar, storage, theme, dialogs, files, workers, the page's JavaScript API.
//!
//! A first render must be the same in the browser and at build time, so that nothing here is called during a render but for
//! [`page::focus_is_outside`], which decides whether a view is redrawn now or later, and [`history::site`], where a dialog that the
//! reader has opened shows it. Everything else is called from events and effects.

pub mod api;
mod bounds_queue;
pub mod bounds_worker;
pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod download;
pub mod drawing;
pub mod events;
pub mod fetch;
pub mod history;
pub mod page;
pub mod pointer;
pub mod print;
pub mod theme;

use wasm_bindgen::JsValue;
use web_sys::{Document, Window};

/// The window, where there is one: not while the page is rendered natively.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}

/// The document.
///
/// # Errors
/// A message, where there is none.
fn document() -> Result<Document, JsValue> {
    Ok(window().and_then(|window| window.document()).ok_or("no document")?)
}
