//! The map: outlines, circles and flows, moved by pointer and keys.

use std::rc::Rc;

use yew::prelude::*;

use super::{
    button::{sign, worded},
    gestures::{STEP, use_gestures},
    layers::{self, Pointing},
    scene::Scene,
};
use crate::hooks::geography::{Detail, Geography, Shown, use_geography};
use crate::{
    view::{View, use_view},
    web::page,
};
use crackdown_core::{
    dataset::AreaCode,
    drawing::map::{ArrowDirection, Basemap, Point, Window, neighbour},
    query::{Action, MapView},
};

/// From this zoom on the region's finer coasts are fetched.
const DETAILED_FROM: f64 = 2.0;

/// What the map shows.
#[derive(Properties, PartialEq)]
pub struct PartnerMapProps {
    /// The partners and their scales.
    pub scene: Rc<Scene>,
}

/// Areas by colour, counts by circles and flows; those named can be chosen by pointer and keyboard.
#[component]
pub fn PartnerMap(props: &PartnerMapProps) -> Html {
    let view = use_view();
    let words = view.words();
    let scene = &props.scene;
    let height = scene.height();
    let whole = Window::whole(Basemap::WIDTH, height);
    let window = use_state_eq(|| whole);
    let large = use_state_eq(|| false);
    let pointed = use_state_eq(|| None::<AreaCode>);
    let svg = use_node_ref();
    let gestures = use_gestures(&svg, &window);
    {
        let (window, large) = (window.clone(), large.setter());
        use_effect_with(scene.view, move |_| {
            large.set(page::is_large());
            window.set(whole);
        });
    }
    let detail = match scene.view {
        MapView::World => Detail::World,
        MapView::Region if *large || window.zoom >= DETAILED_FROM => Detail::RegionDetailed,
        MapView::Region => Detail::Region,
    };
    let Geography { shown: Shown { basemap: geography, failed }, retry } = use_geography(&view, detail);
    let shown = *window;
    let zoom = |factor: f64| {
        let window = window.clone();
        Callback::from(move |_: MouseEvent| window.set(window.zoomed(factor, window.middle())))
    };
    let point = {
        let pointed = pointed.setter();
        Callback::from(move |code: Option<AreaCode>| pointed.set(code))
    };
    let choose = {
        let (ask, scene, gestures) = (view.ask.clone(), Rc::clone(scene), gestures.clone());
        Callback::from(move |code: AreaCode| {
            if !gestures.long_pressed() {
                ask.emit(toggle(&scene, &code));
            }
        })
    };
    let pointing = Pointing { over: point.clone(), choose };
    let unplaced =
        scene.area.as_ref().filter(|code| geography.as_ref().is_some_and(|drawn| drawn.place(code).is_none()));
    let described = (*pointed).as_ref().or(scene.area.as_ref()).and_then(|code| scene.partner(code));
    let (extent, corner) = (shown.extent(), shown.corner);
    let view_box = format!("{:.2} {:.2} {:.2} {:.2}", corner.x, corner.y, extent.x, extent.y);
    html! {
        <>
            <div class="map-box">
                <svg
                    id="partner-map"
                    ref={svg.clone()}
                    class={classes!("map", (shown.zoom > 1.0).then_some("near"))}
                    viewBox={view_box}
                    style={format!("--zoom:{:.3};aspect-ratio:{}/{height}", shown.zoom, Basemap::WIDTH)}
                    role="group"
                    aria-label={words.map.label}
                    aria-describedby="map-keys"
                    onkeydown={onkey(&view, scene, &geography, &window)}
                    onwheel={gestures.onwheel()}
                    ondblclick={gestures.ondblclick()}
                    onpointerdown={gestures.onpointerdown()}
                    onpointermove={gestures.onpointermove()}
                    onpointerup={gestures.onpointerup()}
                    onpointercancel={gestures.onpointercancel()}
                    onlostpointercapture={gestures.onlostpointercapture()}
                    onpointerleave={gestures.onpointerleave(&point)}
                    oncontextmenu={gestures.oncontextmenu()}
                >
                    <defs>
                        <pattern id="hatch-named" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                            <rect width="6" height="6" fill="var(--land)" /><rect width="2" height="6" fill="var(--class-1)" />
                        </pattern>
                    </defs>
                    <title>{ view.language.labelled(words.map.label, view.metric_name(&scene.metric)) }</title>
                    if let Some(geography) = &geography {
                        { layers::outlines(&view, scene, geography, shown.zoom, (*pointed).as_ref(), &pointing) }
                        { layers::flows(scene, geography, shown.zoom) }
                        { layers::symbols(scene, geography, shown.zoom, &pointing) }
                        { layers::labels(&view, scene, geography, shown.zoom) }
                    }
                </svg>
                <div class="map-buttons">
                    { sign("+", words.map.zoom_in.to_owned(), shown.zoom >= Window::MOST, zoom(STEP)) }
                    { sign("−", words.map.zoom_out.to_owned(), shown.zoom <= 1.0, zoom(1.0 / STEP)) }
                    { sign("⤢", words.map.whole.to_owned(), shown.zoom <= 1.0, zoom(0.0)) }
                </div>
                <p class="map-message" role="status">
                    if failed {
                        { words.map.failed }{ " " }{ worded(words.notices.retry, retry) }
                    } else if geography.is_none() {
                        { words.map.loading }
                    }
                </p>
            </div>
            <p class="map-said" data-claim={described.and_then(|partner| Some(partner.status.figure()?.claim.to_string()))} data-count={scene.count.map(|_| "true")}>
                if let Some(partner) = described {
                    <strong>{ view.area_name(&partner.code) }</strong>{ " " }{ scene.says(&view, partner) }
                }
            </p>
            if let Some(code) = unplaced {
                <p class="hint">
                    { view.area_name(code) }{ " " }
                    if scene.view == MapView::Region {
                        { words.map.outside_view }{ " " }
                        { worded(words.map.world, view.asking(Action::MapView(MapView::World))) }
                    } else {
                        { words.map.not_in_data }
                    }
                </p>
            }
        </>
    }
}

/// Arrow keys from place to place, Enter to choose, Escape back, plus and minus to zoom, Shift with an arrow to move the map.
fn onkey(
    view: &View,
    scene: &Rc<Scene>,
    geography: &Option<Rc<Basemap>>,
    window: &UseStateHandle<Window>,
) -> Callback<KeyboardEvent> {
    let (ask, scene, geography, window) = (view.ask.clone(), Rc::clone(scene), geography.clone(), window.clone());
    Callback::from(move |event: KeyboardEvent| {
        let Some(geography) = &geography else { return };
        let id = page::target_id(&event);
        let Some(here) = id.strip_prefix(layers::PLACE).map(AreaCode::from) else { return };
        let direction = ArrowDirection::from_key(&event.key());
        match (event.key().as_str(), direction) {
            ("Enter" | " ", _) => ask.emit(toggle(&scene, &here)),
            ("Escape", _) if scene.area.is_some() => ask.emit(Action::Area(None)),
            ("Escape" | "0", _) => window.set(window.zoomed(0.0, window.middle())),
            ("+" | "=", _) => window.set(window.zoomed(STEP, window.middle())),
            ("-", _) => window.set(window.zoomed(1.0 / STEP, window.middle())),
            (_, Some(direction)) if event.shift_key() => {
                let (step, extent) = (direction.step(), window.extent());
                window.set(window.moved(Point { x: step.x * extent.x / 8.0, y: step.y * extent.y / 8.0 }));
            }
            (_, Some(direction)) => {
                if let Some((code, place)) = neighbour_of(&scene, geography, &here, direction) {
                    window.set(window.showing(place));
                    page::focus(&layers::id(&code));
                }
            }
            _ => return,
        }
        event.prevent_default();
    })
}

/// The area in a direction from another, and its place.
fn neighbour_of(
    scene: &Scene,
    geography: &Basemap,
    from: &AreaCode,
    direction: ArrowDirection,
) -> Option<(AreaCode, Point)> {
    let here = geography.place_or_edge(from)?;
    let others = scene.partners.iter().filter(|partner| partner.code != *from);
    let (codes, places): (Vec<_>, Vec<_>) =
        others.filter_map(|partner| Some((partner.code.clone(), geography.place_or_edge(&partner.code)?))).unzip();
    let at = neighbour(&places, here, direction)?;
    Some((codes.get(at)?.clone(), *places.get(at)?))
}

/// Chooses an area, or no area if it was the chosen one.
pub fn toggle(scene: &Scene, code: &AreaCode) -> Action {
    Action::Area((scene.area.as_ref() != Some(code)).then(|| code.clone()))
}
