//! One view in a frame of another page: without header and navigation, but with its source.

use yew::prelude::*;

use crate::web::page;
use crate::{
    claim_dialog::{ClaimDialog, record_body},
    decline::Decline,
    partners::Partners,
    view::{View, use_view},
};
use crackdown_core::{
    dataset::RecordId,
    query::{Embed, Selection},
};

/// The view, its attribution, and for chart and map the dialog of a claim.
pub fn embedded(view: &View, embed: Embed, selection: &Selection) -> Html {
    let words = view.words();
    // The frame's theme is the framing page's, not the reader's.
    let whole = Selection { embed: None, theme: None, ..selection.clone() };
    let Selection { query, date, chart, map, listing, focus, .. } = selection.clone();
    html! {
        <>
            <main id="content">
                { match embed {
                    Embed::Decline => html! { <Decline query={query.clone()} {chart} /> },
                    Embed::Map => html! { <Partners query={query.clone()} {date} {map} /> },
                    Embed::Claim => html! {
                        <article data-claim={focus.as_ref().map(RecordId::to_string)}>
                            { for focus.as_ref().map(|id| record_body(view, id)) }
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
                <ClaimDialog {focus} {query} {date} {listing} />
            }
        </>
    }
}

/// Draws nothing; reports how high the view is, and fetches its wording.
#[component]
fn ReportHeight() -> Html {
    let view = use_view();
    use_effect_with((), move |()| {
        view.want.emit(());
        page::report_height();
    });
    html! {}
}
