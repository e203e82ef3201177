//! The edge to the browser: address bar, storage, theme, dialogs, the page's JavaScript API. Known by `ui` and `main` alone.
//!
//! Nothing here is called during a render, so that a first render is the same in the browser and at build time.

pub mod api;
pub mod bounds_worker;
pub mod dialog;
pub mod download;
pub mod events;
pub mod fetch;
pub mod history;
pub mod page;
pub mod print;
pub mod theme;

use web_sys::Window;

/// The window, where there is one: not while the page is rendered natively.
fn window() -> Option<Window> {
    if cfg!(target_arch = "wasm32") { web_sys::window() } else { None }
}
