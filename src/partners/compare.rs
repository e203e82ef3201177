//! Figures over time, of one area or of several on one scale.

use yew::prelude::*;

use super::{PartnersProps, button::sign, scene::Scene};
use crate::{controls::ClaimLink, view::View};
use crackdown_core::{
    dataset::{AreaCode, Month},
    drawing::map::{SeriesKind, domain, greatest, series},
    query::{self, Action, Range, SliderMonths, Timeline},
};

const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 110.0;

/// The areas compared, the chosen one first: each with its figure and its drawing, all on one scale.
pub fn compare(view: &View, props: &PartnersProps, scene: &Scene, changes: &SliderMonths) -> Html {
    let words = view.words();
    let codes = props.map.compared(props.query.area.as_ref());
    if codes.is_empty() {
        return html! {};
    }
    let timelines: Vec<Timeline> =
        codes.iter().map(|code| query::timeline(&view.dataset, &props.query, &scene.metric, code)).collect();
    let most = greatest(timelines.iter());
    let months = domain(timelines.iter(), changes.span);
    html! {
        <section class="partner-compare" aria-labelledby="map-compare-title">
            <h3 id="map-compare-title">{ view.language.labelled(words.panel.compare_title, view.metric_name(&scene.metric)) }</h3>
            <div class="multiples">
                { for codes.iter().zip(&timelines).map(|(code, timeline)| html! {
                    <figure key={code.as_str()}>
                        <figcaption>
                            <strong>{ view.area_name(code) }</strong>
                            { status(view, scene, code) }
                            if props.map.compare.iter().any(|own| own == *code) {
                                { sign("×", format!("{} {}", words.panel.compare_remove, view.area_name(code)), false, view.asking(Action::CompareArea((*code).clone()))) }
                            }
                        </figcaption>
                        { drawing(view, props.month(), timeline, code, (months, most)) }
                    </figure>
                }) }
            </div>
        </section>
    }
}

fn status(view: &View, scene: &Scene, code: &AreaCode) -> Html {
    let reported = scene.partner(code).and_then(|partner| partner.status.figure());
    let figure = reported.and_then(|reported| Some((reported, view.dataset.claim(&reported.claim)?.figure?)));
    match figure {
        Some((reported, figure)) => html! {
            <ClaimLink id={reported.claim.clone()} class={classes!("tabular")}>{ view.language.figure(&figure) }</ClaimLink>
        },
        None if scene.partner(code).is_some() => html! { <span class="meta">{ view.words().map.legend.named }</span> },
        None => html! { <span class="meta">{ view.words().map.legend.not_named }</span> },
    }
}

/// Running totals as steps with their intervals, single counts as stems, the partner's own as rings. The claims are listed in the
/// panel, so that the drawing needs no stops for the keyboard.
pub fn drawing(
    view: &View,
    month: Option<Month>,
    timeline: &Timeline,
    code: &AreaCode,
    (months, most): (Range, f64),
) -> Html {
    let drawn = series(timeline, months, month, most, (WIDTH, HEIGHT));
    let label = view.language.labelled(view.words().panel.series, view.area_name(code));
    let y = |y: f64| format!("{y:.1}");
    html! {
        <svg class="series" viewBox={format!("-4 -8 {} {}", WIDTH + 8.0, HEIGHT + 26.0)} role="img" aria-label={label}>
            <line class="series-base" x1="0" x2={y(WIDTH)} y1={y(HEIGHT)} y2={y(HEIGHT)} />
            <line class="series-now" x1={y(drawn.now)} x2={y(drawn.now)} y1="-6" y2={y(HEIGHT)} />
            <path class="series-line" d={drawn.steps.clone()} />
            { for drawn.marks.iter().map(|mark| {
                let kind = match mark.kind {
                    SeriesKind::RunningTotal => "series-total",
                    SeriesKind::Batch => "series-stem",
                    SeriesKind::ByPartner => "series-own",
                };
                let onclick = view.asking::<MouseEvent>(Action::Focus(mark.claim.clone()));
                html! {
                    <path class={classes!(kind, mark.later.then_some("series-later"))} data-claim={mark.claim.to_string()} d={mark.path.clone()} {onclick} />
                }
            }) }
            <g data-axis="true">
                <text x="0" y={y(HEIGHT + 14.0)}>{ view.language.month(months.first()) }</text>
                <text x={y(WIDTH)} y={y(HEIGHT + 14.0)} text-anchor="end">{ view.language.month(months.last()) }</text>
                if most > 0.0 {
                    <text x="0" y="2">{ view.language.number(most) }</text>
                }
            </g>
        </svg>
    }
}
