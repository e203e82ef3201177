//! What is reported about the chosen area up to the chosen month.

use yew::prelude::*;

use super::{PartnersProps, button::worded, compare::drawing, scene::Scene};
use crate::{
    controls::{Choice, ClaimLines, ClaimLink, claim_figure, select},
    view::View,
};
use crackdown_core::{
    dataset::{AreaCode, CampaignId, Claim, Event},
    drawing::map::{domain, greatest},
    query::{self, Action, Listing, MapOptions, Query, Record, RecordRequest, ReportedFigure, SliderMonths},
};

/// Kinds of events whose people a notice or a court named as concerned.
const NOTICES: [&str; 8] = ["warrant", "arrest", "handover", "repatriation", "charge", "verdict", "execution", "death"];

/// Figure, drawing, claims and events of one area, newest first.
pub fn panel(view: &View, props: &PartnersProps, scene: &Scene, changes: &SliderMonths, area: &AreaCode) -> Html {
    let words = view.words();
    let month = props.month();
    let query = Query { area: Some(area.to_owned()), metric: None, ..props.query.clone() };
    let request = RecordRequest { query: &query, date: month, listing: &Listing::default() };
    let records = query::records(&view.dataset, &view.index, request);
    let claims: Vec<&Claim> = records
        .iter()
        .filter_map(|record| match record {
            Record::Claim(claim) => Some(*claim),
            Record::Event(_) => None,
        })
        .collect();
    let events: Vec<&Event> = records
        .iter()
        .filter_map(|record| match record {
            Record::Event(event) => Some(*event),
            Record::Claim(_) => None,
        })
        .collect();
    let timeline = query::timeline(&view.dataset, &props.query, &scene.metric, area);
    let past = |list: &[ReportedFigure]| {
        let past = list.iter().rev().filter(|reported| month.is_none() || reported.month <= month);
        past.map(|reported| reported.claim.clone()).collect::<Vec<_>>()
    };
    let lists =
        [(words.panel.single_figures, past(&timeline.batches)), (words.panel.by_partner, past(&timeline.by_partner))];
    let most = greatest([&timeline].into_iter());
    let months = domain([&timeline].into_iter(), changes.span);
    html! {
        <section class="panel" aria-labelledby="panel-title">
            <h3 id="panel-title">{ view.area_name(area) }</h3>
            { status(view, scene, area) }
            if most > 0.0 {
                { drawing(view, month, &timeline, area, (months, most)) }
            }
            { for lists.into_iter().filter(|(_, ids)| !ids.is_empty()).map(|(title, ids)| html! {
                <details>
                    <summary>{ title }{ " " }<span class="meta" data-count="true">{ ids.len() }</span></summary>
                    <ClaimLines {ids} />
                </details>
            }) }
            { campaigns(view, &claims, &events) }
            if !claims.is_empty() {
                <h4>{ words.common.claims }</h4>
                <ClaimLines ids={claims.iter().map(|claim| claim.id.clone()).collect::<Vec<_>>()} />
            }
            if !events.is_empty() {
                <h4>{ words.common.events }</h4>
                <ClaimLines ids={events.iter().map(|event| event.id.clone()).collect::<Vec<_>>()} />
            }
            { people(view, &events) }
            { steps(view, &props.map, scene, area) }
        </section>
    }
}

/// The figure that stands as of the month, with its interval and dates.
fn status(view: &View, scene: &Scene, area: &AreaCode) -> Html {
    let words = view.words();
    let reported = scene.partner(area).and_then(|partner| partner.status.figure());
    let found = reported.and_then(|reported| Some((reported, view.dataset.claim(&reported.claim)?)));
    let Some((reported, claim)) = found else {
        let named = scene.partner(area).is_some();
        return html! { <p class="meta">{ if named { words.panel.no_figure } else { words.panel.not_yet } }</p> };
    };
    let kind = match (reported.by_partner, reported.running) {
        (true, _) => words.panel.by_partner,
        (_, true) => words.panel.running_total,
        _ => words.panel.largest,
    };
    html! {
        <p>
            <span class="meta">{ view.language.labelled(kind, view.metric_name(&claim.metric)) }</span>
            <br />
            <ClaimLink id={claim.id.clone()} class={classes!("big")}>{ claim_figure(view, claim) }</ClaimLink>
            <span class="meta" data-claim={claim.id.to_string()}>
                { view.language.claim_period(claim) }
                if reported.interval.high != Some(reported.interval.low) {
                    { " · " }{ view.language.interval(reported.interval) }
                }
            </span>
        </p>
    }
}

fn campaigns(view: &View, claims: &[&Claim], events: &[&Event]) -> Html {
    let named = claims.iter().map(|claim| &claim.campaign).chain(events.iter().map(|event| &event.campaign));
    let mut ids = Vec::<&CampaignId>::new();
    named.flatten().for_each(|id| {
        if !ids.contains(&id) {
            ids.push(id);
        }
    });
    html! {
        if !ids.is_empty() {
            <h4>{ view.words().panel.campaigns }</h4>
            <div class="presets">
                { for ids.into_iter().map(|id| worded(view.campaign_name(id), view.asking(Action::Campaign(Some(id.clone()))))) }
            </div>
        }
    }
}

/// Each person with the notices that name them, oldest first. What a notice says of them stands in its text.
fn people(view: &View, events: &[&Event]) -> Html {
    let words = view.words();
    let mut people = Vec::<(&String, Vec<&Event>)>::new();
    for event in events.iter().rev().filter(|event| NOTICES.contains(&event.kind.as_str())) {
        for name in &event.people {
            match people.iter_mut().find(|(other, _)| *other == name) {
                Some((_, events)) => events.push(event),
                None => people.push((name, vec![event])),
            }
        }
    }
    html! {
        if !people.is_empty() {
            <details>
                <summary>{ words.panel.people }{ " " }<span class="meta" data-count="true">{ people.len() }</span></summary>
                <p class="meta">{ words.common.people_note }</p>
                <ul class="claim-lines">
                    { for people.into_iter().map(|(name, events)| html! {
                        <li key={name.clone()}>
                            <span data-literal="name">{ name }</span>
                            { for events.into_iter().map(|event| html! {
                                <span class="meta">
                                    <ClaimLink id={event.id.clone()}>
                                        { view.language.labelled(words.event_kind(&event.kind), &view.language.event_period(event)) }
                                    </ClaimLink>
                                </span>
                            }) }
                        </li>
                    }) }
                </ul>
            </details>
        }
    }
}

/// Comparison, the areas before and after in the list, and the way back.
fn steps(view: &View, map: &MapOptions, scene: &Scene, area: &AreaCode) -> Html {
    let words = view.words();
    let at = scene.partners.iter().position(|partner| partner.code == *area);
    let neighbour = |by: isize| at.and_then(|at| scene.partners.get(at.checked_add_signed(by)?));
    let others = view.dataset.areas.iter().map(|other| &other.code);
    let others = others.filter(|code| *code != area && !map.compare.contains(code));
    let none = Choice { value: String::new(), name: words.panel.choose.to_owned(), chosen: true };
    let choices =
        others.map(|code| Choice { value: code.to_string(), name: view.area_name(code).to_owned(), chosen: false });
    let ask = view.ask.clone();
    let compare =
        move |code: Option<String>| code.into_iter().for_each(|code| ask.emit(Action::CompareArea(code.into())));
    html! {
        <div class="panel-steps">
            { select(words.panel.compare_with, std::iter::once(none).chain(choices), compare) }
            { for [(words.panel.previous, neighbour(-1)), (words.panel.next, neighbour(1))].into_iter().filter_map(|(word, partner)| {
                let code = partner?.code.clone();
                let name = view.language.labelled(word, view.area_name(&code));
                Some(worded(&name, view.asking(Action::Area(Some(code.clone())))))
            }) }
            <button type="button" class="quiet" onclick={view.asking::<MouseEvent>(Action::Area(None))}>
                { words.panel.show_all }
            </button>
        </div>
    }
}
