//! The markup that embeds a view, in a dialog.

use yew::prelude::*;

use super::{theme_choice, use_copier};
use crate::{
    hooks::modal::use_modal,
    view::use_view,
    web::{dialog, history},
};
use crackdown_core::{
    export::embed_code,
    query::{Embed, Selection, Theme},
};

/// What is embedded.
#[derive(Properties, PartialEq)]
pub struct EmbedDialogProps {
    /// The view.
    pub embed: Embed,
    /// What it shows.
    pub selection: Selection,
}

/// A button, and the dialog that it opens: light or dark, the markup, and a way to copy it.
#[component]
pub fn EmbedDialog(props: &EmbedDialogProps) -> Html {
    let view = use_view();
    let words = view.words();
    let opened = use_state_eq(|| false);
    // The dialog is on the page only while it is open.
    let dialog = use_modal(&opened.then_some(()));
    let theme = use_state_eq(|| Theme::Auto);
    let selection = Selection { theme: Some(*theme), ..props.selection.clone() };
    let copier = use_copier((selection.clone(), *opened));
    let title = match props.embed {
        Embed::Decline => words.chart.title,
        Embed::Map => words.map.title,
        Embed::Claim => "",
    };
    let claim = selection.focus.as_ref().and_then(|id| view.dataset.claim(id));
    let event = selection.focus.as_ref().and_then(|id| view.dataset.event(id));
    let named = claim.map(|claim| view.claim_name(claim)).or_else(|| event.map(|event| view.event_name(event)));
    let title = named.unwrap_or_else(|| title.to_owned());
    let open = {
        let opened = opened.setter();
        Callback::from(move |_: MouseEvent| opened.set(true))
    };
    let onclose = {
        let opened = opened.setter();
        Callback::from(move |_: Event| opened.set(false))
    };
    let close = {
        let dialog = dialog.clone();
        Callback::from(move |_: MouseEvent| dialog::close(&dialog))
    };
    let choose = {
        let theme = theme.setter();
        Callback::from(move |chosen: Theme| theme.set(chosen))
    };
    let body = || {
        let markup = embed_code(&history::site(), props.embed, &selection, &title);
        let copy = {
            let (copier, markup) = (copier.clone(), markup.clone());
            Callback::from(move |_: MouseEvent| copier.copy(markup.clone()))
        };
        html! {
            <>
                <button type="button" class="dialog-close" aria-label={words.common.close} onclick={close}>{ "×" }</button>
                <h2>{ view.language.labelled(words.embed.label, &title) }</h2>
                <p class="meta">{ words.embed.note }</p>
                { theme_choice(words, *theme, &choose) }
                <p class="meta">{ words.embed.paste }</p>
                <pre class="copied" data-literal="copied" tabindex="0">{ &markup }</pre>
                <p class="presets"><button type="button" onclick={copy}>{ words.download.copy }</button></p>
                { copier.message(words, false) }
            </>
        }
    };
    html! {
        <>
            <button type="button" aria-haspopup="dialog" onclick={open}>{ words.embed.label }</button>
            if *opened {
                <dialog ref={dialog} class="embed-dialog" aria-label={words.embed.label} {onclose}>{ body() }</dialog>
            }
        </>
    }
}
