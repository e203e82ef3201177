//! A row of the evidence table.

use yew::prelude::*;

use super::columns::column_name;
use crate::{
    controls::{claim_figure, claim_link, wording},
    view::View,
};
use crackdown_core::{
    dataset::{CampaignId, Claim, Event, Reliability, Source, SourceId},
    query::{Column, Columns, highlighted},
};

/// What rows have in common: the words to mark and the columns shown. Rows are functions, since components of their own take
/// longer to put up than all else when the reader filters.
pub struct RowRenderer<'a> {
    /// The view.
    pub view: &'a View,
    /// Words to mark.
    pub search: &'a str,
    /// Columns shown.
    pub columns: Columns,
}

impl RowRenderer<'_> {
    /// A claim, with the number of its row where not all are drawn.
    pub fn claim(&self, claim: &Claim, number: Option<String>) -> Html {
        let Self { view, search, columns } = *self;
        let cell = |column| match column {
            Column::Period => html! { <td class="cell-period">{ view.language.claim_period(claim) }</td> },
            Column::Area => html! { <td class="cell-area">{ marked(view.area_name(&claim.area), search) }</td> },
            Column::Metric => {
                html! { <td class="cell-metric">{ marked(view.metric_name(&claim.metric), search) }</td> }
            }
            Column::Figure => {
                let figure = html! { { claim_figure(view, claim) } };
                html! { <td class="cell-figure tabular">{ claim_link(view, &claim.id, Classes::new(), figure) }</td> }
            }
            Column::Wording => html! { <td class="cell-wording">{ marked(wording(view, &claim.text), search) }</td> },
            _ => self.shared(column, claim.campaign.as_ref(), &claim.source),
        };
        html! {
            <tr aria-rowindex={number} key={claim.id.as_str()} id={format!("row-{}", claim.id)} data-claim={claim.id.to_string()}>{ for columns.shown().map(cell) }</tr>
        }
    }

    /// An event. What happened stands across the columns of metric and figure.
    pub fn event(&self, event: &Event, number: Option<String>) -> Html {
        let Self { view, search, columns } = *self;
        let areas: Vec<&str> = event.areas.iter().map(|code| view.area_name(code)).collect();
        let across = if columns.has(Column::Metric) { "2" } else { "1" };
        let cell = |column| match column {
            Column::Period => html! { <td class="cell-period">{ view.language.event_period(event) }</td> },
            Column::Area => html! { <td class="cell-area">{ marked(&view.language.list(&areas), search) }</td> },
            Column::Metric => html! {},
            Column::Figure => {
                let kind = html! { { view.words().event_kind(&event.kind) } };
                html! { <td colspan={across}>{ claim_link(view, &event.id, Classes::new(), kind) }</td> }
            }
            Column::Wording => html! { <td class="cell-wording">{ marked(wording(view, &event.text), search) }</td> },
            _ => self.shared(column, event.campaign.as_ref(), &event.source),
        };
        html! {
            <tr aria-rowindex={number} key={event.id.as_str()} id={format!("row-{}", event.id)} data-claim={event.id.to_string()}>
                { for columns.shown().map(cell) }
            </tr>
        }
    }

    /// What claims and events have alike: campaign and source.
    fn shared(&self, column: Column, campaign: Option<&CampaignId>, source: &SourceId) -> Html {
        let Self { view, search, .. } = *self;
        let (of, name) = (view.dataset.source(source), column_name(view.words(), column));
        match column {
            Column::Campaign => {
                html! { <td class="cell-extra" data-label={name}>{ campaign.map(|id| marked(view.campaign_name(id), search)) }</td> }
            }
            Column::Published => {
                html! { <td class="cell-extra" data-label={name} data-literal="date">{ of.and_then(|of| of.published).map(|day| view.language.date(day)) }</td> }
            }
            Column::Reliability => {
                html! { <td class="cell-extra" data-label={name}>{ of.map(|of| view.words().reliability.names.of(of.reliability)) }</td> }
            }
            _ => source_cell(view, source, search),
        }
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

fn source_cell(view: &View, source: &SourceId, search: &str) -> Html {
    let Some(Source { publisher, url, reliability, .. }) = view.dataset.source(source) else { return html! { <td /> } };
    let unreliable = matches!(reliability, Reliability::Low).then_some("cell-unreliable");
    html! {
        <td class={classes!("cell-source", unreliable)}>
            if url.is_empty() {
                { marked(publisher, search) }
            } else {
                <a href={url.clone()} target="_blank" rel="noopener noreferrer">{ marked(publisher, search) }</a>
            }
        </td>
    }
}
