//! From one record of the selection to the next, and into the comparison.

use yew::prelude::*;

use super::ClaimDialogProps;
use crate::{
    controls::use_copier,
    view::{View, use_view},
    web::history,
};
use crackdown_core::{
    dataset::RecordId,
    query::{Action, RecordRequest},
};

/// Buttons below a claim or event: the one before, the one after, compare, copy the link.
pub(super) fn steps(view: &View, id: &RecordId, props: &ClaimDialogProps) -> Html {
    let words = view.words();
    let ClaimDialogProps { query, date, listing, .. } = props;
    let records = view.listed(RecordRequest { query, date: *date, listing });
    let at = records.iter().position(|record| record.id() == id);
    let step = |to: Option<usize>, name: &'static str| {
        let to = to.and_then(|to| records.get(to)).map(|record| record.id().to_owned());
        let onclick = to.clone().map(|to| view.asking::<MouseEvent>(Action::Focus(to)));
        html! { <button type="button" disabled={to.is_none()} {onclick}>{ name }</button> }
    };
    let compared = listing.compare.iter().any(|own| own == id);
    let compare = Action::CompareClaim(id.to_owned());
    html! {
        <div class="dialog-steps">
            { step(at.and_then(|at| at.checked_sub(1)), words.dialog.previous) }
            { step(at.map(|at| at + 1), words.dialog.next) }
            if view.dataset.claim(id).is_some() {
                <button type="button" aria-pressed={compared.to_string()} onclick={view.asking::<MouseEvent>(compare)}>
                    { if compared { words.compare.remove } else { words.compare.add } }
                </button>
            }
            <CopyLink id={id.to_owned()} />
        </div>
    }
}

/// The claim or event to link to.
#[derive(Properties, PartialEq)]
struct CopyLinkProps {
    id: RecordId,
}

/// Copies the link to a claim or event.
#[component]
fn CopyLink(props: &CopyLinkProps) -> Html {
    let words = use_view().words();
    let copier = use_copier(props.id.clone());
    let onclick = {
        let (copier, id) = (copier.clone(), props.id.clone());
        Callback::from(move |_: MouseEvent| copier.copy(history::link(&format!("claim={id}"))))
    };
    html! {
        <>
            <button type="button" {onclick}>{ words.common.copy_link }</button>
            { copier.message(words, false) }
        </>
    }
}
