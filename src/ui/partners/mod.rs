//! Who took part: map, list, and the panel of a country.

mod map;
mod panel;

use map::PartnerMap;
use panel::panel;
use yew::prelude::*;

use super::view::{SelectionProps, use_view};
use crate::{
    explore::{self, Action, Facet, Partner, Standing},
    map::{Class, class_of, classes},
    ui::parts::{ClaimLink, Picture},
};

/// Metric of the map where the reader has not chosen one.
const METRIC: &str = "suspects_handed_over";

/// Map and list of the countries named, and the panel of the chosen one.
#[component]
pub fn Partners(props: &SelectionProps) -> Html {
    let view = use_view();
    let words = view.words();
    let selection = &props.selection;
    let metric = selection.metric.clone().unwrap_or_else(|| METRIC.to_owned());
    let partners = explore::partners(&view.dataset, selection, &metric);
    let figures: Vec<f64> = partners.iter().filter_map(figure_of).collect();
    let classes = classes(&figures);
    let onchange = {
        let ask = view.ask.clone();
        Callback::from(move |event: Event| {
            if let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
                ask.emit(Action::Metric(Some(select.value()).filter(|value| !value.is_empty())));
            }
        })
    };
    let choices = partner_metrics(&view.dataset, selection);
    html! {
        <section class="partners" id="partners" aria-labelledby="partners-title">
            <h2 id="partners-title">{ words.partners_title }</h2>
            <p class="lede">{ words.partners_lede }</p>
            <div class="controls">
                <label>
                    <span>{ words.map_metric }</span>
                    <select {onchange}>
                        <option value="" selected={selection.metric.is_none()}>
                            { view.metric_name(METRIC) }
                        </option>
                        { for choices.into_iter().filter(|id| id != METRIC || selection.metric.as_deref() == Some(METRIC)).map(|id| html! {
                            <option
                                key={id.clone()}
                                value={id.clone()}
                                selected={selection.metric.as_ref() == Some(&id)}
                            >{ view.metric_name(&id) }</option>
                        }) }
                    </select>
                </label>
            </div>
            <div class="partner-grid">
                <div class="map-frame">
                    <PartnerMap partners={partners.clone()} classes={classes.clone()} area={selection.area.clone()} />
                    { legend(words, view.language, &classes) }
                    <Picture of="partners" selection={selection.clone()} />
                    <p class="meta">{ words.map_others }</p>
                    <p class="meta">{ words.map_note }</p>
                </div>
                <div class="partner-side">
                    if let Some(area) = &selection.area {
                        { panel(&view, selection, area, &metric) }
                    } else {
                        <p class="hint">{ words.panel_pick }</p>
                    }
                    <ul class="partner-list" aria-label={words.partner_list}>
                        { for partners.iter().map(|partner| item(&view, partner, &classes, selection.area.as_ref())) }
                    </ul>
                </div>
            </div>
        </section>
    }
}

fn figure_of(partner: &Partner) -> Option<f64> {
    match partner.standing {
        Standing::Figure { value, .. } => Some(value),
        Standing::Named => None,
    }
}

/// The class of a country's colour.
pub(super) fn fill(partner: &Partner, classes: &[Class]) -> String {
    let class = figure_of(partner).and_then(|value| class_of(value, classes));
    class.map_or_else(|| "named".to_owned(), |class| format!("class-{class}"))
}

/// Metrics that a country other than China has figures for.
fn partner_metrics(dataset: &crate::dataset::Dataset, selection: &explore::Selection) -> Vec<String> {
    let claims = explore::claims(dataset, selection, &[Facet::Metric, Facet::Area]);
    let abroad = |code: &str| code != "CHN" && !code.contains('-');
    let with_figure = |id: &str| claims.iter().any(|c| c.metric == id && abroad(&c.area) && c.figure.is_some());
    let chosen = |id: &str| selection.metric.as_deref() == Some(id);
    dataset.metrics.iter().map(|m| m.id.clone()).filter(|id| with_figure(id) || chosen(id)).collect()
}

fn item(view: &super::view::View, partner: &Partner, classes: &[Class], chosen: Option<&String>) -> Html {
    let pressed = chosen == Some(&partner.code);
    let next = (!pressed).then(|| partner.code.clone());
    html! {
        <li key={partner.code.clone()}>
            <button
                type="button"
                aria-pressed={pressed.to_string()}
                onclick={view.asking::<MouseEvent>(Action::Area(next))}
            >
                <span class={classes!("swatch", fill(partner, classes))} aria-hidden="true" />
                { view.area_name(&partner.code) }
            </button>
            if let Standing::Figure { claim, .. } = &partner.standing {
                if let Some((claim, figure)) = view.dataset.claim(claim).and_then(|claim| Some((claim, claim.figure?))) {
                    if claim.by_partner() {
                        <span class="meta">{ view.words().by_partner }</span>
                    }
                    <ClaimLink id={claim.id.clone()} class={classes!("number")}>{ view.language.figure(&figure) }</ClaimLink>
                }
            } else {
                <span class="meta">{ view.words().map_named }</span>
            }
        </li>
    }
}

fn legend(words: &'static crate::locale::Words, language: crate::locale::Language, classes: &[Class]) -> Html {
    html! {
        <ul class="legend" aria-label={words.legend} data-axis="true">
            { for classes.iter().enumerate().map(|(at, class)| html! {
                <li>
                    <span class={classes!("swatch", format!("class-{at}"))} aria-hidden="true" />
                    { match class.high {
                        Some(high) => format!("{}–{}", language.number(class.low), language.number(high)),
                        None => format!("{}+", language.number(class.low)),
                    } }
                </li>
            }) }
            <li><span class="swatch named" aria-hidden="true" />{ words.map_named }</li>
            <li><span class="swatch none" aria-hidden="true" />{ words.map_none }</li>
            <li><span class="swatch home" aria-hidden="true" />{ words.map_home }</li>
        </ul>
    }
}
