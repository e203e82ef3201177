//! What is reported about the chosen area.

use yew::prelude::*;

use crate::{
    explore::{self, Action, Record, Selection, Standing},
    ui::{
        parts::{ClaimLines, ClaimLink, claim_figure},
        view::View,
    },
};

/// Largest figure, claims and events of one area, newest first; `metric` is the map's.
pub fn panel(view: &View, selection: &Selection, area: &str, metric: &str) -> Html {
    let words = view.words();
    let selection = Selection { area: Some(area.to_owned()), metric: None, text: String::new(), ..selection.clone() };
    let records = explore::records(&view.dataset, &view.index, &selection);
    let (claims, events): (Vec<Record>, Vec<Record>) =
        records.into_iter().partition(|record| matches!(record, Record::Claim(_)));
    let partners = explore::partners(&view.dataset, &selection, metric);
    let standing = partners.into_iter().find(|partner| partner.code == area).map(|partner| partner.standing);
    let largest = match &standing {
        Some(Standing::Figure { claim, .. }) => view.dataset.claim(claim),
        _ => None,
    };
    let ids = |records: &[Record]| records.iter().map(|record| record.id().to_owned()).collect::<Vec<_>>();
    html! {
        <section class="panel" aria-labelledby="panel-title">
            <h3 id="panel-title">{ view.area_name(area) }</h3>
            if let Some(claim) = largest {
                <p>
                    <span class="meta">{ view.language.labelled(words.panel_largest, view.metric_name(&claim.metric)) }</span>
                    <br />
                    <ClaimLink id={claim.id.clone()} class={classes!("big")}>{ claim_figure(view, claim) }</ClaimLink>
                    <span class="meta" data-claim={claim.id.clone()}>{ view.language.claim_period(claim) }</span>
                </p>
            } else {
                <p class="meta">{ words.panel_no_number }</p>
            }
            if !claims.is_empty() {
                <h4>{ words.panel_claims }</h4>
                <ClaimLines ids={ids(&claims)} />
            }
            if !events.is_empty() {
                <h4>{ words.panel_events }</h4>
                <ClaimLines ids={ids(&events)} />
            }
            <button type="button" class="quiet" onclick={view.asking::<MouseEvent>(Action::Area(None))}>
                { words.panel_close }
            </button>
        </section>
    }
}
