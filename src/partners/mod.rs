//! Who took part: map, list, and the panel of a country.

mod button;
mod compare;
#[cfg(all(test, feature = "prerender"))]
mod gallery;
mod gestures;
mod layers;
mod list;
mod map;
mod panel;
mod scene;
mod time;

use std::rc::Rc;

use map::PartnerMap;
use scene::{METRIC, Scene};
use yew::prelude::*;

use crate::{controls::SaveImage, web::page};
use crate::{
    hooks::deferred::use_deferred,
    view::{SelectionProps, View, use_view},
};
use crackdown_core::query::{self, Action, Count, Facet, MapView, Selection};

/// Map and list of the areas named, the months, and the panel of the chosen one.
#[component]
pub fn Partners(props: &SelectionProps) -> Html {
    let view = use_view();
    let words = view.words();
    // Neither the claim in focus, the search text nor the theme changes what is shown here.
    let asked = Selection { claim: None, text: String::new(), theme: Default::default(), ..props.selection.clone() };
    let asked = use_deferred(&asked, page::focus_is_outside("partners"));
    let scene = use_memo((asked.clone(), view.clone()), |(selection, view)| Scene::of(view, selection));
    let changes = use_memo((Selection { date: None, ..asked.clone() }, view.clone()), {
        let metric = scene.metric.clone();
        move |(selection, view)| query::changes(&view.dataset, selection, &metric)
    });
    let playing = use_state_eq(|| false);
    let sought = use_state_eq(String::new);
    time::use_play(&view, &asked, &changes, &playing);
    let selection = &asked;
    let empty = scene.count.is_none() && scene.partners.iter().all(|partner| partner.status.figure().is_none());
    html! {
        <section class="partners" id="partners" aria-labelledby="partners-title">
            <h2 id="partners-title">{ words.map.title }</h2>
            <p class="lede">{ words.map.lede }</p>
            <div class="controls">
                { metrics(&view, selection) }
                { views(&view, selection) }
            </div>
            <div class="partner-grid">
                <div class="map-frame">
                    <PartnerMap scene={Rc::clone(&scene)} />
                    if let Some(changes) = &*changes {
                        { time::slider(&view, selection, changes, &playing) }
                    }
                    if empty {
                        <p class="hint" role="status">{ words.map.empty }</p>
                    }
                    { legend(&view, &scene) }
                    <SaveImage of="partners" selection={selection.clone()} />
                    <p class="meta">{ words.map.others }</p>
                    <p class="meta">{ words.map.boundaries }</p>
                    <p class="meta" id="map-keys">{ words.map.keys }</p>
                </div>
                <div class="partner-side">
                    if let (Some(area), Some(changes)) = (&selection.area, &*changes) {
                        { panel::panel(&view, selection, &scene, changes, area) }
                    } else {
                        <p class="hint">{ words.panel.pick }</p>
                    }
                    { list::list(&view, &scene, &sought) }
                </div>
            </div>
            if let Some(changes) = &*changes {
                { compare::compare(&view, selection, &scene, changes) }
            }
        </section>
    }
}

/// Metrics that a partner has figures for, and counts of records.
fn metrics(view: &View, selection: &Selection) -> Html {
    const EVENTS: &str = "#events";
    const CLAIMS: &str = "#claims";
    let words = view.words();
    let onchange = {
        let ask = view.ask.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else { return };
            ask.emit(match select.value().as_str() {
                EVENTS => Action::Count(Some(Count::Events)),
                CLAIMS => Action::Count(Some(Count::Claims)),
                "" => Action::Metric(None),
                metric => Action::Metric(Some(metric.to_owned())),
            });
        })
    };
    let chosen = |id: &str| selection.count.is_none() && selection.metric.as_deref() == Some(id);
    let claims = query::claims(&view.dataset, selection, &[Facet::Metric, Facet::Area]);
    let abroad =
        |id: &str| claims.iter().any(|claim| claim.metric == id && claim.area != "CHN" && claim.figure.is_some());
    let offered = |id: &str| chosen(id) || (id != METRIC && abroad(id));
    let counts = [(EVENTS, Count::Events, words.map.event_count), (CLAIMS, Count::Claims, words.map.claim_count)];
    html! {
        <label>
            <span>{ words.map.colour_by }</span>
            <select {onchange}>
                <option value="" selected={selection.metric.is_none() && selection.count.is_none()}>{ view.metric_name(METRIC) }</option>
                { for view.dataset.metrics.iter().map(|metric| &metric.id).filter(|id| offered(id)).map(|id| html! {
                    <option key={id.clone()} value={id.clone()} selected={chosen(id)}>{ view.metric_name(id) }</option>
                }) }
                { for counts.map(|(value, count, name)| html! {
                    <option key={value} {value} selected={selection.count == Some(count)}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

/// The region or the world.
fn views(view: &View, selection: &Selection) -> Html {
    let words = view.words();
    html! {
        <div class="segments" role="group" aria-label={words.common.view}>
            { for [(MapView::Region, words.map.region), (MapView::World, words.map.world)].map(|(map, name)| html! {
                <button
                    type="button"
                    aria-pressed={(selection.map == map).to_string()}
                    onclick={view.asking::<MouseEvent>(Action::Map(map))}
                >{ name }</button>
            }) }
        </div>
    }
}

fn legend(view: &View, scene: &Scene) -> Html {
    let (words, language) = (view.words(), view.language);
    html! {
        <ul class="legend" aria-label={words.common.legend} data-axis="true">
            { for scene.classes.iter().enumerate().map(|(at, class)| html! {
                <li>
                    <span class={classes!("swatch", format!("class-{at}"))} aria-hidden="true" />
                    { match class.high {
                        Some(high) => format!("{}–{}", language.number(class.low), language.number(high)),
                        None => format!("{}+", language.number(class.low)),
                    } }
                </li>
            }) }
            <li><span class="swatch named" aria-hidden="true" />{ words.map.legend.named }</li>
            <li><span class="swatch none" aria-hidden="true" />{ words.map.legend.not_named }</li>
            <li><span class="swatch home" aria-hidden="true" />{ words.map.legend.home }</li>
            <li><span class="swatch circle" aria-hidden="true" />{ words.map.legend.circle }</li>
            if scene.view == MapView::Region {
                <li><span class="swatch beyond" aria-hidden="true" />{ words.map.legend.beyond }</li>
            }
            if scene.moves() {
                <li><span class="swatch stream" aria-hidden="true" />{ words.map.legend.flow }</li>
            }
        </ul>
    }
}
