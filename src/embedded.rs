//! One view in a frame of another page: no header, no way round, but where it comes from.

use yew::prelude::*;

use crate::web::page;
use crate::{
    claim_dialog::{ClaimDialog, record_body},
    decline::Decline,
    partners::Partners,
    view::{View, use_view},
};
use crackdown_core::query::{Embed, Selection};

/// The view, its attribution, and for chart and map the dialog of a claim.
pub fn embedded(view: &View, embed: Embed, selection: Selection) -> Html {
    let words = view.words();
    let whole = Selection { embed: None, ..selection.clone() };
    let focus = selection.claim.clone();
    html! {
        <>
            <main id="content" class="embedded">
                { match embed {
                    Embed::Decline => html! { <Decline selection={selection.drawn()} /> },
                    Embed::Map => html! { <Partners selection={selection.drawn()} /> },
                    Embed::Claim => html! {
                        <article class="claim-body" data-claim={focus.clone()}>
                            { for focus.as_deref().map(|id| record_body(view, id)) }
                        </article>
                    },
                } }
                <p class="attribution">
                    <a href={format!("./?{}", whole.to_query())} target="_blank" rel="noopener">{ words.embed.open }</a>
                    { " · " }{ view.language.labelled(words.method.data, "CC BY 4.0") }
                </p>
                <ReportHeight />
            </main>
            if embed != Embed::Claim {
                <ClaimDialog {selection} />
            }
        </>
    }
}

/// Draws nothing; says how high the view is, and asks for its wording.
#[component]
fn ReportHeight() -> Html {
    let view = use_view();
    use_effect_with((), move |()| {
        view.want.emit(());
        page::report_height();
    });
    html! {}
}
