//! What is reported about the chosen area.

use yew::prelude::*;

use crate::{
    explore::{self, Action, Facet, Selection, Standing},
    ui::{
        parts::{ClaimLines, ClaimLink, claim_figure},
        view::use_view,
    },
};

/// An area and the selection it stands in.
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// Code of the area.
    pub area: String,
    /// The selection on the page.
    pub selection: Selection,
    /// Metric of the map.
    pub metric: String,
}

/// Largest figure, claims and events of one area, newest first.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let view = use_view();
    let words = view.words();
    let selection = Selection { area: Some(props.area.clone()), ..props.selection.clone() };
    let mut claims = explore::claims(&view.dataset, &selection, &[Facet::Metric]);
    claims.sort_by_key(|claim| std::cmp::Reverse(claim.end.or(claim.start)));
    let mut events = explore::events(&view.dataset, &selection, &[Facet::Metric]);
    events.sort_by_key(|event| std::cmp::Reverse(event.end.or(event.start)));
    let partners = explore::partners(&view.dataset, &selection, &props.metric);
    let standing = partners.into_iter().find(|partner| partner.code == props.area).map(|partner| partner.standing);
    let largest = match &standing {
        Some(Standing::Figure { claim, .. }) => view.dataset.claim(claim),
        _ => None,
    };
    let ids = |ids: &mut dyn Iterator<Item = &String>| ids.cloned().collect::<Vec<_>>();
    html! {
        <section class="panel" aria-labelledby="panel-title">
            <h3 id="panel-title">{ view.area_name(&props.area) }</h3>
            if let Some(claim) = largest {
                <p>
                    <span class="meta">{ words.panel_largest }{ ": " }{ view.metric_name(&claim.metric) }</span>
                    <br />
                    <ClaimLink id={claim.id.clone()} class={classes!("big")}>{ claim_figure(&view, claim) }</ClaimLink>
                    <span class="meta" data-claim={claim.id.clone()}>{ view.language.claim_period(claim) }</span>
                </p>
            } else {
                <p class="meta">{ words.panel_no_number }</p>
            }
            if !claims.is_empty() {
                <h4>{ words.panel_claims }</h4>
                <ClaimLines ids={ids(&mut claims.iter().map(|claim| &claim.id))} />
            }
            if !events.is_empty() {
                <h4>{ words.panel_events }</h4>
                <ClaimLines ids={ids(&mut events.iter().map(|event| &event.id))} />
            }
            <button type="button" class="quiet" onclick={view.asking::<MouseEvent>(Action::Area(None))}>
                { words.panel_close }
            </button>
        </section>
    }
}
