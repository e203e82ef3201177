//! What the dialog says of a claim or an event.

use yew::prelude::*;

use super::related::{related, timeline};
use crate::{
    controls::{Cite, EmbedDialog, claim_figure, wording},
    view::{View, claim_href},
};
use crackdown_core::{
    dataset::{Basis, CampaignId, Claim, Event, RecordId, Source, SourceId, Text},
    query::{Embed, Selection},
};

pub(super) fn claim_body(view: &View, claim: &Claim) -> Html {
    let (words, language) = (view.words(), view.language);
    let basis = match claim.basis {
        Basis::Period => words.dialog.basis.period,
        Basis::AsOf => words.dialog.basis.as_of,
        Basis::Change => words.dialog.basis.change,
        Basis::Statement => words.dialog.basis.statement,
    };
    let metric = view.dataset.metric(&claim.metric);
    html! {
        <>
            <p class="kicker">{ view.area_name(&claim.area) }{ " · " }{ language.claim_dates(claim) }</p>
            <h2 id="claim-title">{ view.metric_name(&claim.metric) }</h2>
            if claim.figure.is_some() || claim.change.is_some() {
                <p class="claim-figure">{ claim_figure(view, claim) }</p>
            }
            { texts(view, &claim.text) }
            { timeline(view, claim.start, claim.end) }
            <dl>
                if let Some(figure) = claim.figure {
                    { row(words.dialog.range, language.interval(figure.interval())) }
                    { row(words.dialog.range_why, words.precision.range_rules.of(figure.qualifier).to_owned()) }
                }
                if let (Some(_), Some(change)) = (&claim.figure, &claim.change) {
                    { row(words.dialog.change, language.change(change)) }
                }
                { row(words.dialog.basis.label, basis.to_owned()) }
                if claim.by_partner() {
                    { row(words.dialog.reported_by, words.common.by_partner.to_owned()) }
                }
                { campaign_row(view, claim.campaign.as_ref()) }
                if let Some(metric) = metric {
                    { row(words.dialog.definition, language.pick(&metric.definition).to_owned()) }
                    { row(words.dialog.original_term, metric.original_term.clone()) }
                }
            </dl>
            if !claim.is_comparable() {
                <p class="doubts">{ if claim.used { words.dialog.not_comparable } else { words.dialog.not_used } }</p>
            }
            { doubts(view, language.pick(&claim.note)) }
            { source(view, &claim.id, &claim.source) }
            { related(view, claim) }
            { take(&claim.id) }
        </>
    }
}

pub(super) fn event_body(view: &View, event: &Event) -> Html {
    let (words, language) = (view.words(), view.language);
    let areas: Vec<&str> = event.areas.iter().map(|code| view.area_name(code)).collect();
    let people: Vec<&str> = event.people.iter().map(String::as_str).collect();
    html! {
        <>
            <p class="kicker">{ language.list(&areas) }{ " · " }{ language.event_period(event) }</p>
            <h2 id="claim-title">{ words.event_kind(&event.kind) }</h2>
            { texts(view, &event.text) }
            { timeline(view, event.start, event.end) }
            <dl>
                if !event.people.is_empty() {
                    { row(words.dialog.people, language.sentences(&[&language.list(&people), words.common.people_note])) }
                }
                { campaign_row(view, event.campaign.as_ref()) }
            </dl>
            { doubts(view, language.pick(&event.note)) }
            { source(view, &event.id, &event.source) }
            { take(&event.id) }
        </>
    }
}

/// Citations, and the markup to embed it.
fn take(id: &RecordId) -> Html {
    let selection = Selection { focus: Some(id.to_owned()), ..Selection::default() };
    html! {
        <>
            <Cite id={id.to_owned()} />
            <div class="picture"><EmbedDialog embed={Embed::Claim} {selection} /></div>
        </>
    }
}

/// The paraphrase in the reader's language, then in every other.
fn texts(view: &View, text: &Text) -> Html {
    html! {
        <>
            <p>{ wording(view, text) }</p>
            if view.dataset.wording {
                { for view.language.others().map(|other| html! {
                    <p class="meta" lang={other.tag()} data-literal="translation">{ other.pick(text) }</p>
                }) }
            }
        </>
    }
}

fn row(term: &'static str, text: String) -> Html {
    html! { <div><dt>{ term }</dt><dd>{ text }</dd></div> }
}

fn campaign_row(view: &View, campaign: Option<&CampaignId>) -> Html {
    let Some(campaign) = campaign.and_then(|id| view.dataset.campaign(id)) else { return html! {} };
    let language = view.language;
    row(
        view.words().common.campaign,
        language.sentences(&[language.pick(&campaign.name), language.pick(&campaign.focus)]),
    )
}

fn doubts(view: &View, note: &str) -> Html {
    html! {
        if !note.is_empty() {
            <p class="doubts">{ view.language.labelled(view.words().dialog.doubts, note) }</p>
        }
    }
}

fn source(view: &View, id: &RecordId, source: &SourceId) -> Html {
    let words = view.words();
    let Some(Source { publisher, url, published, reliability, language: written, .. }) = view.dataset.source(source)
    else {
        return html! {};
    };
    let reliability = words.reliability.meanings.of(*reliability);
    let published = published.map_or_else(|| words.common.undated.to_owned(), |day| view.language.date(day));
    html! {
        <footer class="claim-source">
            <p>{ publisher }{ " · " }{ published }</p>
            <p class="meta">{ view.language.labelled(words.common.source_language, words.language_name(written)) }</p>
            <p class="meta">{ view.language.labelled(words.reliability.label, reliability) }</p>
            <p>
                if !url.is_empty() {
                    <a class="button" href={url.clone()} target="_blank" rel="noopener noreferrer">
                        { words.dialog.view_source }{ " ↗" }
                    </a>
                }
                <a class="quiet" href={claim_href(id)}>{ words.dialog.permalink }</a>
            </p>
        </footer>
    }
}
