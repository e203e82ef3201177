//! A row of the evidence table.

use yew::prelude::*;

use crate::{
    dataset::Source,
    explore::{Column, Columns, highlighted},
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
    /// Columns shown.
    pub columns: Columns,
}

/// A claim.
#[component]
pub fn ClaimRow(props: &RowProps) -> Html {
    let view = use_view();
    let Some(claim) = view.dataset.claim(&props.id) else { return html! {} };
    let mark = |text: &str| marked(text, &props.search);
    let cell = |column| match column {
        Column::Period => html! { <td class="period">{ view.language.claim_period(claim) }</td> },
        Column::Area => html! { <td>{ mark(view.area_name(&claim.area)) }</td> },
        Column::What => html! { <td>{ mark(view.metric_name(&claim.metric)) }</td> },
        Column::Figure => html! {
            <td class="number"><ClaimLink id={claim.id.clone()}>{ claim_figure(&view, claim) }</ClaimLink></td>
        },
        Column::Says => html! { <td class="says">{ mark(wording(&view, &claim.text)) }</td> },
        _ => shared(&view, column, claim.campaign.as_deref(), &claim.source, &props.search),
    };
    html! {
        <tr id={format!("row-{}", claim.id)} data-claim={claim.id.clone()}>{ for props.columns.shown().map(cell) }</tr>
    }
}

/// An event. What happened stands across the columns of metric and figure.
#[component]
pub fn EventRow(props: &RowProps) -> Html {
    let view = use_view();
    let Some(event) = view.dataset.event(&props.id) else { return html! {} };
    let areas: Vec<&str> = event.areas.iter().map(|code| view.area_name(code)).collect();
    let mark = |text: &str| marked(text, &props.search);
    let across = if props.columns.has(Column::What) { "2" } else { "1" };
    let cell = |column| match column {
        Column::Period => html! { <td class="period">{ view.language.event_period(event) }</td> },
        Column::Area => html! { <td>{ mark(&view.language.list(&areas)) }</td> },
        Column::What => html! {},
        Column::Figure => html! {
            <td colspan={across}><ClaimLink id={event.id.clone()}>{ view.words().event_kind(&event.kind) }</ClaimLink></td>
        },
        Column::Says => html! { <td class="says">{ mark(wording(&view, &event.text)) }</td> },
        _ => shared(&view, column, event.campaign.as_deref(), &event.source, &props.search),
    };
    html! {
        <tr id={format!("row-{}", event.id)} data-claim={event.id.clone()} class="event">
            { for props.columns.shown().map(cell) }
        </tr>
    }
}

/// What claims and events have alike: campaign and source.
fn shared(view: &View, column: Column, campaign: Option<&str>, source: &str, search: &str) -> Html {
    let of = view.dataset.source(source);
    match column {
        Column::Campaign => html! { <td>{ campaign.map(|id| marked(view.campaign_name(id), search)) }</td> },
        Column::Published => {
            html! { <td class="number" data-literal="true">{ of.and_then(|of| of.published).map(|day| view.language.date(day)) }</td> }
        }
        Column::Reliability => html! { <td>{ of.map(|of| view.words().reliabilities[of.reliability as usize]) }</td> },
        _ => source_cell(view, source, search),
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
