//! The map: one shape a country, a label for each partner.

use yew::prelude::*;

use super::fill;
use crate::{
    explore::{Action, Partner},
    map::{Basemap, Class, Projection},
    ui::view::{View, use_view},
};

/// What the map shows.
#[derive(Properties, PartialEq)]
pub struct PartnerMapProps {
    /// Countries named.
    pub partners: Vec<Partner>,
    /// Classes of the colour scale.
    pub classes: Vec<Class>,
    /// The chosen area.
    pub area: Option<String>,
}

/// Countries by colour; those named can be chosen by pointer and keyboard.
#[component]
pub fn PartnerMap(props: &PartnerMapProps) -> Html {
    let view = use_view();
    let words = view.words();
    let basemap = use_memo((), |()| Basemap::region());
    // The list beside the map says the same, so that a map that cannot be read takes nothing away.
    let Ok(basemap) = basemap.as_ref() else { return html! {} };
    let partner = |code: &str| props.partners.iter().find(|partner| partner.code == code);
    html! {
        <svg
            class="map"
            viewBox={format!("0 0 {} {}", basemap.width, basemap.height)}
            role="group"
            aria-label={words.map}
        >
            { for basemap.countries.iter().map(|shape| match partner(&shape.code) {
                Some(partner) => country(&view, partner, &shape.path, props),
                None => {
                    let class = if shape.code == "CHN" { "home" } else { "none" };
                    html! { <path key={shape.code.clone()} class={class} d={shape.path.clone()} /> }
                }
            }) }
            { for basemap.provinces.iter().map(|shape| html! {
                <path key={shape.code.clone()} class="province" d={shape.path.clone()} />
            }) }
            { for props.partners.iter().filter(|partner| basemap.has(&partner.code)).map(|partner| label(&view, partner)) }
        </svg>
    }
}

fn country(view: &View, partner: &Partner, path: &str, props: &PartnerMapProps) -> Html {
    let chosen = props.area.as_ref() == Some(&partner.code);
    let action = Action::Area((!chosen).then(|| partner.code.clone()));
    let onkeydown = {
        let (ask, action) = (view.ask.clone(), action.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" || event.key() == " " {
                event.prevent_default();
                ask.emit(action.clone());
            }
        })
    };
    html! {
        <path
            key={partner.code.clone()}
            class={classes!("partner", fill(partner, &props.classes), chosen.then_some("chosen"))}
            d={path.to_owned()}
            role="button"
            tabindex="0"
            aria-label={view.area_name(&partner.code).to_owned()}
            aria-pressed={chosen.to_string()}
            onclick={view.asking::<MouseEvent>(action)}
            {onkeydown}
        />
    }
}

fn label(view: &View, partner: &Partner) -> Html {
    let Some(area) = view.dataset.area(&partner.code) else { return html! {} };
    let point = Projection::region().project(area.lon, area.lat);
    html! {
        <text key={format!("label-{}", partner.code)} class="label" x={format!("{:.1}", point.x)} y={format!("{:.1}", point.y)} aria-hidden="true">
            { view.area_name(&partner.code) }
        </text>
    }
}
