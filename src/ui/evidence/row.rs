//! A row of the evidence table.

use yew::prelude::*;

use crate::{
    dataset::Source,
    explore::highlighted,
    ui::{
        parts::{ClaimLink, claim_figure, wording},
        view::{View, use_view},
    },
};

/// The claim or event of a row.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// Its id.
    pub id: AttrValue,
    /// Words to mark.
    pub search: AttrValue,
}

/// A claim: period, area, metric, figure, wording, source.
#[component]
pub fn ClaimRow(props: &RowProps) -> Html {
    let view = use_view();
    let Some(claim) = view.dataset.claim(&props.id) else { return html! {} };
    let mark = |text: &str| marked(text, &props.search);
    html! {
        <tr id={format!("row-{}", claim.id)} data-claim={claim.id.clone()}>
            <td class="period">{ view.language.claim_period(claim) }</td>
            <td>{ mark(view.area_name(&claim.area)) }</td>
            <td>{ mark(view.metric_name(&claim.metric)) }</td>
            <td class="number"><ClaimLink id={claim.id.clone()}>{ claim_figure(&view, claim) }</ClaimLink></td>
            <td class="says">{ mark(wording(&view, &claim.text)) }</td>
            { source_cell(&view, &claim.source, &props.search) }
        </tr>
    }
}

/// An event: dates, areas, what happened, source.
#[component]
pub fn EventRow(props: &RowProps) -> Html {
    let view = use_view();
    let Some(event) = view.dataset.event(&props.id) else { return html! {} };
    let areas: Vec<&str> = event.areas.iter().map(|code| view.area_name(code)).collect();
    let mark = |text: &str| marked(text, &props.search);
    html! {
        <tr id={format!("row-{}", event.id)} data-claim={event.id.clone()} class="event">
            <td class="period">{ view.language.event_period(event) }</td>
            <td>{ mark(&view.language.list(&areas)) }</td>
            <td colspan="2"><ClaimLink id={event.id.clone()}>{ view.words().event_kind(&event.kind) }</ClaimLink></td>
            <td class="says">{ mark(wording(&view, &event.text)) }</td>
            { source_cell(&view, &event.source, &props.search) }
        </tr>
    }
}

/// A text in which the words searched for are marked.
fn marked(text: &str, search: &str) -> Html {
    if search.is_empty() {
        return html! { { text } };
    }
    let parts = highlighted(text, search).into_iter();
    html! { { for parts.map(|(found, part)| if found { html! { <mark>{ part }</mark> } } else { html! { { part } } }) } }
}

fn source_cell(view: &View, source: &str, search: &str) -> Html {
    let Some(Source { publisher, url, reliability, .. }) = view.dataset.source(source) else { return html! { <td /> } };
    let class = ["high", "medium", "low"][*reliability as usize];
    html! {
        <td class={classes!("source", class)}>
            if url.is_empty() {
                { marked(publisher, search) }
            } else {
                <a href={url.clone()} target="_blank" rel="noopener noreferrer">{ marked(publisher, search) }</a>
            }
        </td>
    }
}
