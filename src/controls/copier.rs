//! Copying a text, and saying truly whether it was copied.

use std::rc::Rc;

use yew::{platform::spawn_local, prelude::*};

use crate::web::download;
use crackdown_core::locale::Words;

/// The text last copied, and whether the browser let the page.
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
            let done = download::copy(&text).await;
            copied.set(Some((text.into(), done)));
        });
    }

    /// What came of it. The text is shown where it is asked to be, or was not copied and has to be by hand.
    pub fn said(&self, words: &Words, shown: bool) -> Html {
        // The place for the message stands before the message does, since else some readers of screens do not say it.
        let message =
            self.0.as_ref().map(|(_, done)| if *done { words.download.copied } else { words.download.copy_failed });
        html! {
            <>
                <p class="meta" role="status">{ message.unwrap_or_default() }</p>
                { for self.0.as_ref().filter(|(_, done)| shown || !done).map(|(text, _)| html! {
                    <pre class="copied" data-literal="true" tabindex="0" lang="und">{ &**text }</pre>
                }) }
            </>
        }
    }
}
