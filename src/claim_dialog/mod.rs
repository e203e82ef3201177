//! A claim or event in full: figure, interval, period, wording, doubts and source, and what to read next.

mod body;
mod related;
mod steps;

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    view::{SelectionProps, View, use_view},
    web::page,
};
use body::{claim_body, event_body};
use crackdown_core::query::Action;
use steps::steps;

/// A modal dialog that is open while a claim or event is in focus.
#[component]
pub fn ClaimDialog(props: &SelectionProps) -> Html {
    let view = use_view();
    let id = &props.selection.claim;
    let dialog = use_node_ref();
    let shown = use_mut_ref(|| None::<String>);
    {
        let shown = Rc::clone(&shown);
        use_effect_with((id.clone(), dialog.clone()), move |(id, dialog)| {
            let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() else { return };
            if id.is_some() {
                page::open_dialog(&dialog)
            } else {
                page::close_dialog(&dialog)
            }
            shown.borrow_mut().clone_from(id);
        });
    }
    let onclick = id.clone().map(|id| view.asking::<MouseEvent>(Action::Close(id)));
    // The browser reports a closing later: by then the reader may have opened another claim, which is not the one closed.
    let onclose = {
        let (dialog, ask) = (dialog.clone(), view.ask.clone());
        Callback::from(move |_: Event_| {
            let open = dialog.cast::<web_sys::HtmlDialogElement>().is_some_and(|dialog| dialog.open());
            if let Some(id) = shown.borrow().clone().filter(|_| !open) {
                ask.emit(Action::Close(id));
            }
        })
    };
    let body = id.as_deref().map(|id| record_body(&view, id));
    let words = view.words();
    html! {
        <dialog ref={dialog} class="claim" aria-labelledby="claim-title" {onclose}>
            if let Some(body) = body {
                <button type="button" class="close" aria-label={words.common.close} {onclick}>{ "×" }</button>
                <div class="claim-body" data-claim={id.clone()}>{ body }</div>
                { steps(&view, &props.selection) }
            }
        </dialog>
    }
}

type Event_ = yew::Event;

/// All there is to say of a claim or event; nothing of an unknown one.
pub fn record_body(view: &View, id: &str) -> Html {
    if let Some(claim) = view.dataset.claim(id) {
        claim_body(view, claim)
    } else if let Some(event) = view.dataset.event(id) {
        event_body(view, event)
    } else {
        html! {}
    }
}
