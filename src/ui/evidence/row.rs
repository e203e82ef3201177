//! A row of the evidence table.

use yew::prelude::*;

use crate::ui::{
    parts::{ClaimLink, claim_figure, wording},
    view::{View, use_view},
};

/// The claim or event of a row.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// Its id.
    pub id: AttrValue,
}

/// A claim: period, area, metric, figure, wording, source.
#[component]
pub fn ClaimRow(props: &RowProps) -> Html {
    let view = use_view();
    let Some(claim) = view.dataset.claim(&props.id) else { return html! {} };
    html! {
        <tr id={format!("row-{}", claim.id)} data-claim={claim.id.clone()}>
            <td class="period">{ view.language.claim_period(claim) }</td>
            <td>{ view.area_name(&claim.area) }</td>
            <td>{ view.metric_name(&claim.metric) }</td>
            <td class="number"><ClaimLink id={claim.id.clone()}>{ claim_figure(&view, claim) }</ClaimLink></td>
            <td class="says">{ wording(&view, &claim.text) }</td>
            { source_cell(&view, &claim.source) }
        </tr>
    }
}

/// An event: dates, areas, what happened, source.
#[component]
pub fn EventRow(props: &RowProps) -> Html {
    let view = use_view();
    let Some(event) = view.dataset.event(&props.id) else { return html! {} };
    let areas: Vec<&str> = event.areas.iter().map(|code| view.area_name(code)).collect();
    html! {
        <tr id={format!("row-{}", event.id)} data-claim={event.id.clone()} class="event">
            <td class="period">{ view.language.event_period(event) }</td>
            <td>{ view.language.list(&areas) }</td>
            <td colspan="2"><ClaimLink id={event.id.clone()}>{ view.words().event_kind(&event.kind) }</ClaimLink></td>
            <td class="says">{ wording(&view, &event.text) }</td>
            { source_cell(&view, &event.source) }
        </tr>
    }
}

fn source_cell(view: &View, source: &str) -> Html {
    let Some(source) = view.dataset.source(source) else { return html! { <td /> } };
    let reliability = match source.reliability {
        crate::dataset::Reliability::High => "high",
        crate::dataset::Reliability::Medium => "medium",
        crate::dataset::Reliability::Low => "low",
    };
    html! {
        <td class={classes!("source", reliability)}>
            if source.url.is_empty() {
                { &source.publisher }
            } else {
                <a href={source.url.clone()} target="_blank" rel="noopener noreferrer">{ &source.publisher }</a>
            }
        </td>
    }
}
