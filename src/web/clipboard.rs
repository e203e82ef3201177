//! The clipboard.

use wasm_bindgen_futures::JsFuture;

use super::window;

/// Puts a text on the clipboard. Returns whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window().filter(|window| window.is_secure_context()) else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}
