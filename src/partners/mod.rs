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

use crate::{
    controls::{SaveImage, Swatch, swatch},
    web::page,
};
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
        <section id="partners" aria-labelledby="partners-title">
            <h2 id="partners-title">{ words.partners_title }</h2>
            <p class="lede">{ words.partners_lede }</p>
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
                        <p class="hint" role="status">{ words.map_empty }</p>
                    }
                    { legend(&view, &scene) }
                    <SaveImage of="partners" selection={selection.clone()} />
                    <p class="meta">{ words.map_others }</p>
                    <p class="meta">{ words.map_note }</p>
                    <p class="meta" id="map-keys">{ words.map_keys }</p>
                </div>
                <div>
                    if let (Some(area), Some(changes)) = (&selection.area, &*changes) {
                        { panel::panel(&view, selection, &scene, changes, area) }
                    } else {
                        <p class="hint">{ words.panel_pick }</p>
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
    let counts = [(EVENTS, Count::Events, words.map_events), (CLAIMS, Count::Claims, words.map_claims)];
    html! {
        <label>
            <span>{ words.map_metric }</span>
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
        <div class="segments" role="group" aria-label={words.map_view}>
            { for [(MapView::Region, words.map_region), (MapView::World, words.map_world)].map(|(map, name)| html! {
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
        <ul class="legend" aria-label={words.legend} data-axis="true">
            { for scene.classes.iter().enumerate().map(|(at, class)| html! {
                <li>
                    { swatch("map", format!("map-class-{at}"), Swatch::AREA) }
                    { match class.high {
                        Some(high) => format!("{}–{}", language.number(class.low), language.number(high)),
                        None => format!("{}+", language.number(class.low)),
                    } }
                </li>
            }) }
            <li>{ swatch("map", "map-named", Swatch::AREA) }{ words.map_named }</li>
            <li>{ swatch("map", "map-none", Swatch::AREA) }{ words.map_none }</li>
            <li>{ swatch("map", "map-home", Swatch::AREA) }{ words.map_home }</li>
            <li>{ swatch("map", "symbol-low", Swatch::Circle(12.0)) }{ words.legend_circle }</li>
            if scene.view == MapView::Region {
                <li>{ swatch("map", "map-none dot beyond", Swatch::Circle(10.0)) }{ words.legend_beyond }</li>
            }
            if scene.moves() {
                <li>{ swatch("map", "flow-low", Swatch::Line(5.0)) }{ words.legend_flow }</li>
            }
        </ul>
    }
}
