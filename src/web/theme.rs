//! The theme on the document, and the reader's choice between visits.

use super::window;
use crackdown_core::query::Theme;

const KEY: &str = "crackdown-theme";

fn name(theme: Theme) -> &'static str {
    match theme {
        Theme::Auto => "auto",
        Theme::Light => "light",
        Theme::Dark => "dark",
    }
}

/// The choice of an earlier visit; `Auto` where there is none or storage is closed.
pub fn stored() -> Theme {
    let stored =
        window().and_then(|window| window.local_storage().ok()?).and_then(|storage| storage.get_item(KEY).ok()?);
    match stored.as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::Auto,
    }
}

/// Shows a theme and keeps it for the next visit, where storage is open.
pub fn apply(theme: Theme) {
    let Some(window) = window() else { return };
    if let Some(root) = window.document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-theme", name(theme));
    }
    if let Ok(Some(storage)) = window.local_storage() {
        let _ = storage.set_item(KEY, name(theme));
    }
}
