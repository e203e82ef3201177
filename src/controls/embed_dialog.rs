//! The markup that embeds a view, in a dialog.

use yew::prelude::*;

use super::use_copier;
use crate::{
    view::use_view,
    web::{download, page},
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
    let dialog = use_node_ref();
    let opened = use_state_eq(|| false);
    let theme = use_state_eq(|| Theme::Auto);
    let selection = Selection { theme: *theme, ..props.selection.clone() };
    let copier = use_copier((selection.clone(), *opened));
    let title = match props.embed {
        Embed::Decline => words.chart.title,
        Embed::Map => words.map.title,
        Embed::Claim => "",
    };
    let claim = selection.claim.as_deref().and_then(|id| view.dataset.claim(id));
    let event = selection.claim.as_deref().and_then(|id| view.dataset.event(id));
    let named = claim.map(|claim| view.claim_name(claim)).or_else(|| event.map(|event| view.event_name(event)));
    let title = named.unwrap_or_else(|| title.to_owned());
    // The dialog stands on the page only while it is open.
    use_effect_with((*opened, dialog.clone()), |(opened, dialog)| {
        if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>().filter(|_| *opened) {
            page::open_dialog(&dialog);
        }
    });
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
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() {
                page::close_dialog(&dialog);
            }
        })
    };
    let themes = [(Theme::Auto, words.theme.auto), (Theme::Light, words.theme.light), (Theme::Dark, words.theme.dark)];
    let body = || {
        let markup = embed_code(&download::site(), props.embed, &selection, &title);
        let copy = {
            let (copier, markup) = (copier.clone(), markup.clone());
            Callback::from(move |_: MouseEvent| copier.copy(markup.clone()))
        };
        html! {
            <>
                <button type="button" class="close" aria-label={words.common.close} onclick={close}>{ "×" }</button>
                <h2>{ view.language.labelled(words.embed.label, &title) }</h2>
                <p class="meta">{ words.embed.note }</p>
                <div class="segments" role="group" aria-label={words.theme.label}>
                    { for themes.map(|(of, name)| {
                        let theme = theme.setter();
                        let onclick = Callback::from(move |_: MouseEvent| theme.set(of));
                        html! { <button type="button" aria-pressed={(selection.theme == of).to_string()} {onclick}>{ name }</button> }
                    }) }
                </div>
                <p class="meta">{ words.embed.paste }</p>
                <pre class="copied" data-literal="true" tabindex="0">{ &markup }</pre>
                <p class="presets"><button type="button" onclick={copy}>{ words.download.copy }</button></p>
                { copier.said(words, false) }
            </>
        }
    };
    html! {
        <>
            <button type="button" aria-haspopup="dialog" onclick={open}>{ words.embed.label }</button>
            if *opened {
                <dialog ref={dialog} class="claim view" aria-label={words.embed.label} {onclose}>{ body() }</dialog>
            }
        </>
    }
}
