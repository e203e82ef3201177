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
mod pointer_state;
mod scene;
mod time;

use std::rc::Rc;

use map::PartnerMap;
use scene::{METRIC, Scene};
use yew::prelude::*;

use crate::{
    controls::{Choice, SaveImage, Swatch, segments, select, swatch},
    hooks::deferred::use_deferred,
    view::{View, use_view},
    web::page,
};
use crackdown_core::{
    dataset::{HOME, MetricId, Month},
    query::{self, Action, Count, Facet, MapOptions, MapView, Query, Selection},
};

/// What the map and its panel read of the selection.
#[derive(Properties, Clone, PartialEq)]
pub struct PartnersProps {
    /// Restrictions of every view.
    pub query: Query,
    /// The month shown; `None` for the latest.
    pub date: Option<Month>,
    /// How the map shows it.
    pub map: MapOptions,
}

impl PartnersProps {
    /// The month by whose end something must have happened.
    fn month(&self) -> Option<Month> {
        self.query.map_month(self.date)
    }
}

/// Map and list of the areas named, the months, and the panel of the chosen one.
#[component]
pub fn Partners(props: &PartnersProps) -> Html {
    let view = use_view();
    let words = view.words();
    let deferred = use_deferred(props, page::focus_is_outside("partners"));
    let scene = use_memo((deferred.clone(), view.clone()), |(props, view)| {
        Scene::of(view, &props.query, props.date, &props.map)
    });
    let changes = use_memo((deferred.query.clone(), view.clone()), {
        let metric = scene.metric.clone();
        move |(query, view)| query::slider_months(&view.dataset, query, &metric)
    });
    let playing = use_state_eq(|| false);
    let sought = use_state_eq(String::new);
    time::use_play(&view, deferred.date, &changes, &playing);
    let empty = scene.count.is_none() && scene.partners.iter().all(|partner| partner.status.figure().is_none());
    let views = [(MapView::Region, words.map.region), (MapView::World, words.map.world)];
    let PartnersProps { query, date, map } = deferred.clone();
    let selection = Selection { query, date, map, ..Selection::default() };
    html! {
        <section id="partners" aria-labelledby="partners-title">
            <h2 id="partners-title">{ words.map.title }</h2>
            <p class="lede">{ words.map.lede }</p>
            <div class="controls">
                { metrics(&view, &deferred) }
                { segments(words.common.view, deferred.map.view, &views, &view.ask.reform(Action::MapView)) }
            </div>
            <div class="partner-grid">
                <div class="map-frame">
                    <PartnerMap scene={Rc::clone(&scene)} />
                    if let Some(changes) = &*changes {
                        { time::slider(&view, deferred.date, changes, &playing) }
                    }
                    if empty {
                        <p class="hint" role="status">{ words.map.empty }</p>
                    }
                    { legend(&view, &scene) }
                    <SaveImage of="partners" selection={selection} />
                    <p class="meta">{ words.map.others }</p>
                    <p class="meta">{ words.map.boundaries }</p>
                    <p class="meta" id="map-keys">{ words.map.keys }</p>
                </div>
                <div>
                    if let (Some(area), Some(changes)) = (&deferred.query.area, &*changes) {
                        { panel::panel(&view, &deferred, &scene, changes, area) }
                    } else {
                        <p class="hint">{ words.panel.pick }</p>
                    }
                    { list::list(&view, &scene, &sought) }
                </div>
            </div>
            if let Some(changes) = &*changes {
                { compare::compare(&view, &deferred, &scene, changes) }
            }
        </section>
    }
}

/// Metrics that a partner has figures for, and counts of records.
fn metrics(view: &View, props: &PartnersProps) -> Html {
    const EVENTS: &str = "#events";
    const CLAIMS: &str = "#claims";
    let words = view.words();
    let PartnersProps { query, map, .. } = props;
    let chosen = |id: &MetricId| map.count.is_none() && query.metric.as_ref() == Some(id);
    let claims = query::claims(&view.dataset, query, &[Facet::Metric, Facet::Area]);
    let abroad =
        |id: &MetricId| claims.iter().any(|claim| claim.metric == *id && claim.area != HOME && claim.figure.is_some());
    let offered = |id: &MetricId| chosen(id) || (*id != METRIC && abroad(id));
    let choice =
        |value: &str, name: &str, chosen: bool| Choice { value: value.to_owned(), name: name.to_owned(), chosen };
    let ids = view.dataset.metrics.iter().map(|metric| &metric.id).filter(|id| offered(id));
    let unasked = choice("", view.metric_name(&METRIC), query.metric.is_none() && map.count.is_none());
    let choices = std::iter::once(unasked).chain(ids.map(|id| choice(id, view.metric_name(id), chosen(id)))).chain([
        choice(EVENTS, words.map.event_count, map.count == Some(Count::Events)),
        choice(CLAIMS, words.map.claim_count, map.count == Some(Count::Claims)),
    ]);
    let ask = view.ask.clone();
    select(words.map.colour_by, choices, move |value| {
        ask.emit(match value.as_deref() {
            Some(EVENTS) => Action::Count(Some(Count::Events)),
            Some(CLAIMS) => Action::Count(Some(Count::Claims)),
            _ => Action::Metric(value.map(MetricId::from)),
        });
    })
}

fn legend(view: &View, scene: &Scene) -> Html {
    let (words, language) = (view.words(), view.language);
    html! {
        <ul class="legend" aria-label={words.common.legend} data-axis="true">
            { for scene.classes.iter().enumerate().map(|(at, class)| html! {
                <li>
                    { swatch("map", format!("map-class-{at}"), Swatch::AREA) }
                    { match class.high {
                        Some(high) => format!("{}–{}", language.number(class.low), language.number(high)),
                        None => format!("{}+", language.number(class.low)),
                    } }
                </li>
            }) }
            <li>{ swatch("map", "map-named", Swatch::AREA) }{ words.map.legend.named }</li>
            <li>{ swatch("map", "map-none", Swatch::AREA) }{ words.map.legend.not_named }</li>
            <li>{ swatch("map", "map-home", Swatch::AREA) }{ words.map.legend.home }</li>
            <li>{ swatch("map", "symbol-low", Swatch::Circle(12.0)) }{ words.map.legend.circle }</li>
            if scene.view == MapView::Region {
                <li>{ swatch("map", "map-none dot beyond", Swatch::Circle(10.0)) }{ words.map.legend.beyond }</li>
            }
            if scene.flows {
                <li>{ swatch("map", "flow-low", Swatch::Line(5.0)) }{ words.map.legend.flow }</li>
            }
        </ul>
    }
}
