//! Messages above the page.

use yew::prelude::*;

use crate::view::{EVIDENCE_PAGE, View};
use crackdown_core::query::Notice;

/// Where parts of the address could not be used, and where the wording could not be fetched.
pub fn notices(view: &View, notices: &UseStateHandle<Vec<Notice>>, failed: bool) -> Html {
    let words = view.words();
    let dismiss = {
        let notices = notices.setter();
        Callback::from(move |_: MouseEvent| notices.set(Vec::new()))
    };
    html! {
        <div role="status" class="notices">
            if failed {
                <p>
                    { words.notices.wording_failed }{ " " }
                    <button type="button" onclick={view.want.reform(|_| ())}>{ words.notices.retry }</button>{ " " }
                    <a href={EVIDENCE_PAGE}>{ words.common.show_all }</a>
                </p>
            }
            if !notices.is_empty() {
                <p>
                    <strong>{ view.language.sentences(&[words.notices.title]) }</strong>{ " " }{ words.notices.ignored }{ " " }
                    { for notices.iter().map(|notice| html! {
                        <code data-literal="address" dir="auto">{ format!("{}={} ", notice.key, notice.found) }</code>
                    }) }
                    <button type="button" onclick={dismiss}>{ words.notices.dismiss }</button>
                </p>
            }
        </div>
    }
}
