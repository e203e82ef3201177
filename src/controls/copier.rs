//! Copying a text, with a message that says whether it was copied.

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use crate::web::clipboard;
use crackdown_core::locale::Words;

/// The text that was last to be copied, and whether the browser allowed it.
#[derive(Clone, PartialEq)]
pub struct Copier(UseStateHandle<Option<(Rc<str>, bool)>>);

/// A [`Copier`] that forgets what it copied when what it copies from changes.
#[hook]
pub fn use_copier(from: impl PartialEq + 'static) -> Copier {
    let copied = use_state_eq(|| None);
    let setter = copied.setter();
    use_effect_with(from, move |_| setter.set(None));
    Copier(copied)
}

impl Copier {
    /// Copies a text.
    pub fn copy(&self, text: String) {
        let copied = self.0.setter();
        copied.set(None);
        spawn_local(async move {
            let done = clipboard::copy(&text).await;
            copied.set(Some((text.into(), done)));
        });
    }

    /// Whether the text was copied. The text itself is shown if `show_text` is set, or where the reader has to copy it by hand.
    pub fn message(&self, words: &Words, show_text: bool) -> Html {
        // The element is always there, since some screen readers announce only changes.
        let message =
            self.0.as_ref().map(|(_, done)| if *done { words.download.copied } else { words.download.copy_failed });
        html! {
            <>
                <p class="meta" role="status">{ message.unwrap_or_default() }</p>
                { for self.0.as_ref().filter(|(_, done)| show_text || !done).map(|(text, _)| html! {
                    <pre class="copied" data-literal="copied" tabindex="0" lang="und">{ &**text }</pre>
                }) }
            </>
        }
    }
}
