//! A claim or event in full: figure, interval, period, wording, doubts and source.

use std::rc::Rc;

use yew::prelude::*;

use super::{claim_figure, wording};
use crate::{
    browser::page,
    dataset::{Basis, Claim, Event, Reliability, Source},
    explore::Action,
    ui::view::{View, claim_href, use_view},
};

/// The claim or event in focus, if any.
#[derive(Properties, PartialEq)]
pub struct ClaimDialogProps {
    /// Its id.
    pub id: Option<String>,
}

/// A modal dialog that is open while a claim or event is in focus.
#[component]
pub fn ClaimDialog(props: &ClaimDialogProps) -> Html {
    let view = use_view();
    let dialog = use_node_ref();
    let shown = use_mut_ref(|| None::<String>);
    {
        let shown = Rc::clone(&shown);
        use_effect_with((props.id.clone(), dialog.clone()), move |(id, dialog)| {
            let Some(dialog) = dialog.cast::<web_sys::HtmlDialogElement>() else { return };
            if id.is_some() {
                page::open_dialog(&dialog)
            } else {
                page::close_dialog(&dialog)
            }
            shown.borrow_mut().clone_from(id);
        });
    }
    let onclick = props.id.clone().map(|id| view.asking::<MouseEvent>(Action::Close(id)));
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
    let body = props.id.as_deref().map(|id| {
        if let Some(claim) = view.dataset.claim(id) {
            claim_body(&view, claim)
        } else if let Some(event) = view.dataset.event(id) {
            event_body(&view, event)
        } else {
            html! {}
        }
    });
    let words = view.words();
    html! {
        <dialog ref={dialog} class="claim" aria-labelledby="claim-title" {onclose}>
            if let Some(body) = body {
                <button type="button" class="close" aria-label={words.dialog_close} {onclick}>{ "×" }</button>
                <div class="claim-body" data-claim={props.id.clone()}>{ body }</div>
            }
        </dialog>
    }
}

type Event_ = yew::Event;

fn claim_body(view: &View, claim: &Claim) -> Html {
    let (words, language) = (view.words(), view.language);
    let basis = match claim.basis {
        Basis::Period => words.basis_period,
        Basis::AsOf => words.basis_as_of,
        Basis::Change => words.basis_change,
        Basis::Statement => words.basis_statement,
    };
    let metric = view.dataset.metric(&claim.metric);
    html! {
        <>
            <p class="kicker">{ view.area_name(&claim.area) }{ " · " }{ language.claim_period(claim) }</p>
            <h2 id="claim-title">{ view.metric_name(&claim.metric) }</h2>
            if claim.figure.is_some() || claim.change.is_some() {
                <p class="claim-figure">{ claim_figure(view, claim) }</p>
            }
            <p class="claim-text">{ wording(view, &claim.text) }</p>
            <dl>
                if let Some(figure) = claim.figure {
                    { row(words.stands_for, language.interval(figure.interval())) }
                }
                if let (Some(_), Some(change)) = (&claim.figure, &claim.change) {
                    { row(words.change, language.change(change)) }
                }
                { row(words.basis, basis.to_owned()) }
                if claim.by_partner() {
                    { row(words.reported_by, words.by_partner.to_owned()) }
                }
                { campaign_row(view, claim.campaign.as_deref()) }
                if let Some(metric) = metric {
                    { row(words.definition, language.pick(&metric.definition).to_owned()) }
                    { row(words.original_term, metric.original_term.clone()) }
                }
            </dl>
            { doubts(view, language.pick(&claim.note)) }
            { source(view, &claim.id, &claim.source) }
        </>
    }
}

fn event_body(view: &View, event: &Event) -> Html {
    let (words, language) = (view.words(), view.language);
    let areas: Vec<&str> = event.areas.iter().map(|code| view.area_name(code)).collect();
    let people: Vec<&str> = event.people.iter().map(String::as_str).collect();
    html! {
        <>
            <p class="kicker">{ language.list(&areas) }{ " · " }{ language.event_period(event) }</p>
            <h2 id="claim-title">{ words.event_kind(&event.kind) }</h2>
            <p class="claim-text">{ wording(view, &event.text) }</p>
            <dl>
                if !event.people.is_empty() {
                    { row(words.people, language.sentences(&[&language.list(&people), words.people_note])) }
                }
                { campaign_row(view, event.campaign.as_deref()) }
            </dl>
            { doubts(view, language.pick(&event.note)) }
            { source(view, &event.id, &event.source) }
        </>
    }
}

fn row(term: &'static str, text: String) -> Html {
    html! { <div><dt>{ term }</dt><dd>{ text }</dd></div> }
}

fn campaign_row(view: &View, campaign: Option<&str>) -> Html {
    let Some(campaign) = campaign.and_then(|id| view.dataset.campaign(id)) else { return html! {} };
    let language = view.language;
    row(view.words().campaign, language.sentences(&[language.pick(&campaign.name), language.pick(&campaign.focus)]))
}

fn doubts(view: &View, note: &str) -> Html {
    html! {
        if !note.is_empty() {
            <p class="doubts">{ view.language.labelled(view.words().doubts, note) }</p>
        }
    }
}

fn source(view: &View, id: &str, source: &str) -> Html {
    let words = view.words();
    let Some(Source { publisher, url, published, reliability, .. }) = view.dataset.source(source) else {
        return html! {};
    };
    let reliability = match reliability {
        Reliability::High => words.reliability_high,
        Reliability::Medium => words.reliability_medium,
        Reliability::Low => words.reliability_low,
    };
    let published = published.map_or_else(|| words.undated.to_owned(), |day| view.language.date(day));
    html! {
        <footer class="claim-source">
            <p>{ publisher }{ " · " }{ published }</p>
            <p class="meta">{ view.language.labelled(words.reliability, reliability) }</p>
            <p>
                if !url.is_empty() {
                    <a class="button" href={url.clone()} target="_blank" rel="noopener noreferrer">
                        { words.open_source }{ " ↗" }
                    </a>
                }
                <a class="quiet" href={claim_href(id)}>{ words.permalink }</a>
            </p>
        </footer>
    }
}
