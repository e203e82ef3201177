//! The theme on the document, and the reader's choice between visits.

use super::window;
use crackdown_core::{Named, query::Theme};

const KEY: &str = "crackdown-theme";

/// The choice of an earlier visit; `Auto` where there is none or storage is closed.
pub fn stored() -> Theme {
    let stored =
        window().and_then(|window| window.local_storage().ok()?).and_then(|storage| storage.get_item(KEY).ok()?);
    stored.and_then(|name| name.parse().ok()).unwrap_or_default()
}

/// Keeps a choice for the next visit, where storage is open.
pub fn store(theme: Theme) {
    if let Some(storage) = window().and_then(|window| window.local_storage().ok()?) {
        let _ = storage.set_item(KEY, theme.name());
    }
}

/// Shows a theme.
pub fn show(theme: Theme) {
    let root = window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        let _ = root.set_attribute("data-theme", theme.name());
    }
}
