//! Saving a file, with a message where that failed.

use wasm_bindgen::JsValue;
use yew::{platform::spawn_local, prelude::*};

use crate::web::page;
use crackdown_core::locale::Words;

/// Whether the last file could not be saved.
#[derive(Clone, PartialEq)]
pub struct Saver(UseStateHandle<bool>);

/// A [`Saver`] for the buttons of a component.
#[hook]
pub fn use_saver() -> Saver {
    Saver(use_state_eq(|| false))
}

impl Saver {
    /// Runs what saves a file.
    pub fn save(&self, file: impl Future<Output = Result<(), JsValue>> + 'static) {
        let failed = self.0.setter();
        // A message that stays would not be announced again.
        failed.set(false);
        spawn_local(async move {
            if let Err(error) = file.await {
                page::log(&format!("{error:?}"));
                failed.set(true);
            }
        });
    }

    /// A sentence where the file could not be saved. Its element is always there, since some screen readers announce only changes.
    pub fn message(&self, words: &Words) -> Html {
        html! { <p class="meta" role="status">{ if *self.0 { words.download.save_failed } else { "" } }</p> }
    }
}
