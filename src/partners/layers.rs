//! The layers of the map from below: outlines, flows, circles, names.

use yew::prelude::*;

use super::scene::Scene;
use crate::view::View;
use crackdown_core::{
    dataset::{AreaCode, AreaKind, HOME},
    drawing::map::{Basemap, Flow, MIN_FLOW_WIDTH, Point, Rings, Shape},
    query::{MapView, Partner},
};

/// Least radius of what a pointer can hit, CSS pixels at the map's usual width.
const HIT: f64 = 13.0;
/// From this zoom on provinces are named, and on the world map every country.
const NAMED: f64 = 2.2;
/// A mark above this line is at the upper edge.
const UPPER_EDGE: f64 = 12.0;

/// What the id of an area's element begins with.
pub const PLACE: &str = "place-";

/// The id of an area's element on the map.
pub fn id(code: &AreaCode) -> String {
    format!("{PLACE}{code}")
}

/// What a pointer does to areas, as callbacks.
pub struct Pointing {
    /// It is over one, or over none.
    pub over: Callback<Option<AreaCode>>,
    /// It chooses one.
    pub choose: Callback<AreaCode>,
}

impl Pointing {
    fn over<E>(&self, code: &AreaCode) -> Callback<E> {
        let code = code.clone();
        self.over.reform(move |_| Some(code.clone()))
    }

    fn choose(&self, code: &AreaCode) -> Callback<MouseEvent> {
        let code = code.clone();
        self.choose.reform(move |_| code.clone())
    }
}

/// The area that the Tab key leads to: the chosen one, else the first in view.
pub fn first(scene: &Scene, geography: &Basemap) -> Option<AreaCode> {
    let mut codes = scene.area.iter().chain(scene.partners.iter().map(|partner| &partner.code));
    codes.find(|code| scene.partner(code).is_some() && geography.place_or_edge(code).is_some()).cloned()
}

/// Countries and provinces; partners are buttons. A partner without an outline in this view has a dot, at the edge if it lies outside.
pub fn outlines(
    view: &View,
    scene: &Scene,
    geography: &Basemap,
    zoom: f64,
    pointed: Option<&AreaCode>,
    pointing: &Pointing,
) -> Html {
    let current = pointed.cloned().or_else(|| first(scene, geography));
    let button = |partner: &Partner| Button { view, scene, current: current.as_ref(), pointing }.of(partner);
    let shape = |shape: &Shape| {
        let (partner, province) = (scene.partner(&shape.code), shape.code.contains('-'));
        // An area of which only a corner is in the view has its mark at the edge.
        if let Some(partner) = partner.filter(|_| geography.edge(&shape.code).is_some()) {
            return html! { <path class={classes!(scene.fill(partner), "corner")} d={shape.path.clone()} /> };
        }
        let Some(partner) = partner else {
            let class = match province {
                true => "province",
                false if shape.code == HOME => "map-home",
                false => "map-none",
            };
            return html! { <path class={class} d={shape.path.clone()} /> };
        };
        let Look { class, label, chosen, tab, onclick, over, onfocus } = button(partner);
        html! {
            <path
                key={shape.code.as_str()} id={id(&shape.code)} class={class} d={shape.path.clone()}
                role="button" tabindex={tab} aria-label={label} aria-pressed={chosen}
                {onclick} onpointerover={over} {onfocus}
            />
        }
    };
    // Partners are sorted by figure; the greatest are drawn last, above their neighbours.
    let missing = scene.partners.iter().rev().filter(|partner| {
        let code = &partner.code;
        !geography.has(code) || geography.edge(code).is_some()
    });
    html! {
        <>
            <g transform={(geography.grain < 1.0).then(|| format!("scale({})", geography.grain))}>
                { for geography.countries.iter().map(shape) }
                { for geography.provinces.iter().map(shape) }
            </g>
            { for missing.filter_map(|partner| {
                let place = geography.place_or_edge(&partner.code)?;
                let outside = geography.edge(&partner.code).map(|_| "beyond");
                let radius = match (outside, partner.kind) {
                    (Some(_), _) => 7.0,
                    (None, AreaKind::Province) => 3.5,
                    (None, AreaKind::Country) => 6.0,
                };
                let Look { class, label, chosen, tab, onclick, over, onfocus } = button(partner);
                Some(html! {
                    <circle
                        key={partner.code.as_str()} id={id(&partner.code)} class={classes!(class, "dot", outside)}
                        cx={number(place.x)} cy={number(place.y)} r={number(radius / zoom)}
                        role="button" tabindex={tab} aria-label={label} aria-pressed={chosen}
                        {onclick} onpointerover={over} {onfocus}
                    />
                })
            }) }
        </>
    }
}

struct Button<'a> {
    view: &'a View,
    scene: &'a Scene,
    current: Option<&'a AreaCode>,
    pointing: &'a Pointing,
}

struct Look {
    class: Classes,
    label: String,
    chosen: &'static str,
    tab: &'static str,
    onclick: Callback<MouseEvent>,
    over: Callback<PointerEvent>,
    onfocus: Callback<FocusEvent>,
}

impl Button<'_> {
    fn of(&self, partner: &Partner) -> Look {
        let Self { view, scene, pointing, .. } = self;
        let code = &partner.code;
        let chosen = scene.area.as_ref() == Some(code);
        let kind = (partner.kind == AreaKind::Province).then_some("province");
        Look {
            class: classes!("partner", kind, scene.fill(partner), chosen.then_some("chosen")),
            label: view.language.labelled(view.area_name(code), &scene.says(view, partner)),
            chosen: if chosen { "true" } else { "false" },
            tab: if self.current == Some(code) { "0" } else { "-1" },
            onclick: pointing.choose(code),
            over: pointing.over(code),
            onfocus: pointing.over(code),
        }
    }
}

/// Flows to China, their widths in proportion to the least and the greatest value.
pub fn flows(scene: &Scene, geography: &Basemap, zoom: f64) -> Html {
    let Some(home) = geography.place(&HOME).filter(|_| scene.flows) else { return html! {} };
    let flow = |partner: &Partner| {
        let amount = scene.amount(partner).filter(|_| partner.kind == AreaKind::Country)?;
        let flow = Flow::between(geography.place_or_edge(&partner.code)?, home, amount, scene.most);
        let class = if flow.outer * scene.size() < MIN_FLOW_WIDTH { "flow thin" } else { "flow" };
        let width = |width: f64| format!("stroke-width:{:.2}", (width * scene.size()).max(MIN_FLOW_WIDTH) / zoom);
        Some(html! {
            <g key={partner.code.as_str()} class={class}>
                <path class="flow-high" d={flow.path.clone()} style={width(flow.outer)} />
                <path class="flow-low" d={flow.path} style={width(flow.inner)} />
            </g>
        })
    };
    html! { <g aria-hidden="true">{ for scene.partners.iter().filter_map(flow) }</g> }
}

/// Circles in proportion to counts, and invisible ones that make small areas easier to hit.
pub fn symbols(scene: &Scene, geography: &Basemap, zoom: f64, pointing: &Pointing) -> Html {
    let circle = |partner: &Partner| {
        let place = geography.place(&partner.code)?;
        let (x, y) = (number(place.x), number(place.y));
        let rings = scene.amount(partner).map(|amount| Rings::of(amount, scene.most));
        let hit = partner.kind == AreaKind::Country && geography.has(&partner.code);
        Some(html! {
            <g key={partner.code.as_str()}>
                if let Some(rings) = rings {
                    <circle class="symbol-high" cx={x.clone()} cy={y.clone()} r={number(rings.outer * scene.size() / zoom)} />
                    <circle class="symbol-low" cx={x.clone()} cy={y.clone()} r={number(rings.inner * scene.size() / zoom)} />
                }
                if hit {
                    <circle
                        class="hit" cx={x} cy={y} r={number(HIT / zoom)}
                        onclick={pointing.choose(&partner.code)} onpointerover={pointing.over::<PointerEvent>(&partner.code)}
                    />
                }
            </g>
        })
    };
    html! { <g aria-hidden="true">{ for scene.partners.iter().filter_map(circle) }</g> }
}

/// Names of the partners, where there is room for them.
pub fn labels(view: &View, scene: &Scene, geography: &Basemap, zoom: f64) -> Html {
    let country = |partner: &Partner| partner.kind == AreaKind::Country;
    let has_room = |partner: &Partner| match scene.view {
        MapView::Region => country(partner) || zoom >= NAMED,
        MapView::World => country(partner) && zoom >= NAMED,
    };
    let named = scene.partners.iter().filter(|partner| has_room(partner) || scene.area.as_ref() == Some(&partner.code));
    let outside = scene.partners.iter().filter(|partner| {
        let labelled = partner.status.figure().is_some() || scene.area.as_ref() == Some(&partner.code);
        labelled && geography.edge(&partner.code).is_some()
    });
    html! {
        <g aria-hidden="true" stroke-width="3">
            { for outside.filter_map(|partner| {
                let Point { x, y } = geography.edge(&partner.code)?;
                // On the inner side of the mark; below it where the mark is at the upper edge.
                let (by, class) = if x < Basemap::WIDTH / 2.0 { (13.0, "map-label from-west") } else { (-13.0, "map-label from-east") };
                let (x, y) = if y < UPPER_EDGE { (x, y + 20.0 / zoom) } else { (x + by / zoom, y) };
                Some(html! {
                    <text key={partner.code.as_str()} {class} x={number(x)} y={number(y)}>{ view.area_name(&partner.code) }</text>
                })
            }) }
            { for named.filter_map(|partner| {
                let place = geography.place(&partner.code)?;
                Some(html! {
                    <text key={partner.code.as_str()} class="map-label" x={number(place.x)} y={number(place.y)}>{ view.area_name(&partner.code) }</text>
                })
            }) }
        </g>
    }
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}
