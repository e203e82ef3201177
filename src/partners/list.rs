//! The list next to the map: the same areas, figures and choices.

use yew::prelude::*;

use super::{map::toggle, scene::Scene};
use crate::{
    controls::{ClaimLink, Swatch, swatch},
    view::View,
    web::events,
};
use crackdown_core::{
    dataset::{AreaCode, AreaKind},
    query::{Action, MapView, Partner},
};

/// A search box, then the countries and the provinces named that it leaves.
pub fn list(view: &View, scene: &Scene, sought: &UseStateHandle<String>) -> Html {
    let words = view.words();
    let found: Vec<&Partner> = scene.partners.iter().filter(|partner| matches(view, &partner.code, sought)).collect();
    let of = |kind: AreaKind| found.iter().copied().filter(move |partner| partner.kind == kind);
    let oninput = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = events::value(&event) {
                sought.set(text);
            }
        })
    };
    let onkeydown = {
        let (ask, first) = (view.ask.clone(), found.first().map(|partner| partner.code.clone()));
        Callback::from(move |event: KeyboardEvent| {
            if let Some(first) = first.clone().filter(|_| event.key() == "Enter") {
                ask.emit(Action::Area(Some(first)));
            }
        })
    };
    html! {
        <>
            <label class="partner-search">
                <span>{ words.areas.find }</span>
                <input type="search" placeholder={words.areas.hint} value={(**sought).clone()} {oninput} {onkeydown} />
            </label>
            if found.is_empty() {
                <p class="hint">{ words.areas.none_found }</p>
            }
            <div class="partner-lists">
                <ul class="partner-list" aria-label={words.areas.label}>
                    { for of(AreaKind::Country).map(|partner| item(view, scene, partner)) }
                </ul>
                if of(AreaKind::Province).next().is_some() {
                    <h4>{ words.areas.provinces }</h4>
                    <ul class="partner-list" aria-label={words.areas.provinces}>
                        { for of(AreaKind::Province).map(|partner| item(view, scene, partner)) }
                    </ul>
                }
            </div>
        </>
    }
}

/// Whether an area is sought by a part of its name in either language, or by its code.
fn matches(view: &View, code: &AreaCode, sought: &str) -> bool {
    let sought = sought.trim().to_lowercase();
    let holds = |text: &str| text.to_lowercase().contains(&sought);
    view.dataset.area(code).is_some_and(|area| area.name.all().any(holds) || holds(code))
}

fn item(view: &View, scene: &Scene, partner: &Partner) -> Html {
    let code = &partner.code;
    let pressed = scene.area.as_ref() == Some(code);
    let onclick = {
        let (ask, action) = (view.ask.clone(), toggle(scene, code));
        // What the region does not show is shown on the world map.
        let far = !pressed && scene.view == MapView::Region && view.geography.place(code).is_none();
        Callback::from(move |_: MouseEvent| {
            if far {
                ask.emit(Action::MapView(MapView::World));
            }
            ask.emit(action.clone());
        })
    };
    html! {
        <li key={code.as_str()}>
            <button type="button" aria-pressed={pressed.to_string()} {onclick}>
                { swatch("map", scene.fill(partner), Swatch::AREA) }
                { view.area_name(code) }
            </button>
            { amount(view, scene, partner) }
        </li>
    }
}

fn amount(view: &View, scene: &Scene, partner: &Partner) -> Html {
    if scene.count.is_some() {
        return html! { <span class="tabular" data-count="true">{ scene.says(view, partner) }</span> };
    }
    let reported = partner.status.figure();
    let figure = reported.and_then(|reported| Some((reported, view.dataset.claim(&reported.claim)?.figure?)));
    match figure {
        Some((reported, figure)) => html! {
            <>
                if reported.by_partner {
                    <span class="meta">{ view.words().common.by_partner }</span>
                }
                <ClaimLink id={reported.claim.clone()} class={classes!("tabular")}>{ view.language.figure(&figure) }</ClaimLink>
            </>
        },
        None => html! { <span class="meta">{ view.words().map.legend.named }</span> },
    }
}
