//! A figure or line that opens the claim it comes from.

use yew::prelude::*;

use crate::view::{View, row_href, use_view};
use crackdown_core::{
    dataset::{Claim, RecordId, Text},
    query::Action,
};

/// A link to a claim or event.
#[derive(Properties, PartialEq)]
pub struct ClaimLinkProps {
    /// Id of the claim or event.
    pub id: RecordId,
    /// Extra class.
    #[prop_or_default]
    pub class: Classes,
    /// What it shows.
    pub children: Html,
}

/// A link that opens a claim's dialog; without scripts it leads to the claim's row.
#[component]
pub fn ClaimLink(props: &ClaimLinkProps) -> Html {
    claim_link(&use_view(), &props.id, props.class.clone(), props.children.clone())
}

/// The same where a view is at hand and links are many.
pub fn claim_link(view: &View, id: &RecordId, class: Classes, shown: Html) -> Html {
    let onclick = {
        let (id, ask) = (id.to_owned(), view.ask.clone());
        Callback::from(move |event: MouseEvent| {
            // A click with a modifier keeps its usual meaning: a new tab, a new window.
            if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
                event.prevent_default();
                ask.emit(Action::Focus(id.clone()));
            }
        })
    };
    html! {
        <a
            class={classes!("claim-link", class)}
            href={row_href(id)}
            data-claim={id.to_string()}
            aria-haspopup="dialog"
            {onclick}
        >
            { shown }
        </a>
    }
}

/// What a claim reports, in few words: its figure with unit, else its change, else its text.
pub fn claim_figure(view: &View, claim: &Claim) -> String {
    view.language.claim_figure(&view.dataset, claim)
}

/// What a source says, or that it is still on its way.
pub fn wording<'a>(view: &'a View, text: &'a Text) -> &'a str {
    match view.language.pick(text) {
        "" => view.words().common.loading,
        text => text,
    }
}

/// Claims or events to list.
#[derive(Properties, PartialEq)]
pub struct ClaimLinesProps {
    /// Their ids.
    pub ids: Vec<RecordId>,
}

/// One line a claim or event: what, when, who says so.
#[component]
pub fn ClaimLines(props: &ClaimLinesProps) -> Html {
    let view = use_view();
    let lines = props.ids.iter().filter_map(|id| {
        let (what, period, source) = if let Some(claim) = view.dataset.claim(id) {
            let what = view.language.labelled(view.metric_name(&claim.metric), &claim_figure(&view, claim));
            (what, view.language.claim_period(claim), &claim.source)
        } else {
            let event = view.dataset.event(id)?;
            let text = Some(view.language.pick(&event.text)).filter(|text| !text.is_empty());
            let what = text.map_or_else(|| view.event_name(event), str::to_owned);
            (what, view.language.event_period(event), &event.source)
        };
        let publisher = view.dataset.source(source).map(|source| source.publisher.clone());
        Some(html! {
            <li key={id.as_str()}>
                <ClaimLink id={id.clone()}>{ what }</ClaimLink>
                <span class="meta" data-claim={id.to_string()}>{ period }{ " · " }{ publisher.unwrap_or_default() }</span>
            </li>
        })
    });
    html! { <ul class="claim-lines">{ for lines }</ul> }
}
