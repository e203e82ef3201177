//! A claim or event in full: figure, interval, period, wording, doubts and source, and what to read next.

mod body;
mod related;
mod steps;
#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    hooks::modal::use_modal,
    view::{View, use_view},
    web::dialog,
};
use body::{claim_body, event_body};
use crackdown_core::{
    dataset::{Month, RecordId},
    query::{Action, Listing, Query},
};
use steps::steps;

/// What the dialog reads of the selection: what is in focus, and the evidence that it is one of.
#[derive(Properties, PartialEq)]
pub struct ClaimDialogProps {
    /// Id of the claim or event in focus.
    pub focus: Option<RecordId>,
    /// Restrictions of every view.
    pub query: Query,
    /// The map's month.
    pub date: Option<Month>,
    /// How the evidence is listed.
    pub listing: Listing,
}

/// A modal dialog that is open while a claim or event is in focus.
#[component]
pub fn ClaimDialog(props: &ClaimDialogProps) -> Html {
    let view = use_view();
    let id = &props.focus;
    let dialog = use_modal(id);
    let shown = use_mut_ref(|| None::<RecordId>);
    {
        let shown = Rc::clone(&shown);
        use_effect_with(id.clone(), move |id| shown.borrow_mut().clone_from(id));
    }
    let onclick = id.clone().map(|id| view.asking::<MouseEvent>(Action::Close(id)));
    // The browser reports a closing later: by then the reader may have opened another claim, which is not the one closed.
    let onclose = {
        let (dialog, ask) = (dialog.clone(), view.ask.clone());
        Callback::from(move |_: Event| {
            if dialog::is_open(&dialog) {
                return;
            }
            if let Some(id) = shown.borrow().clone() {
                ask.emit(Action::Close(id));
            }
        })
    };
    let body = id.as_ref().map(|id| record_body(&view, id));
    let words = view.words();
    html! {
        <dialog ref={dialog} aria-labelledby="claim-title" {onclose}>
            if let (Some(id), Some(body)) = (id, body) {
                <button type="button" class="dialog-close" aria-label={words.common.close} {onclick}>{ "×" }</button>
                <div data-claim={id.to_string()}>{ body }</div>
                { steps(&view, id, props) }
            }
        </dialog>
    }
}

/// All there is to say of a claim or event; nothing of an unknown one.
pub fn record_body(view: &View, id: &RecordId) -> Html {
    if let Some(claim) = view.dataset.claim(id) {
        claim_body(view, claim)
    } else if let Some(event) = view.dataset.event(id) {
        event_body(view, event)
    } else {
        html! {}
    }
}
