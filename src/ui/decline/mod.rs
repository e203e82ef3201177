//! The monthly decline: directions, levels and events on one time axis.

mod controls;
mod lanes;
mod level;

use std::rc::Rc;

use controls::controls;
use lanes::{DirectionLane, EventsLane};
use level::LevelLane;
use yew::prelude::*;

use super::{
    parts::{ClaimLines, ClaimLink, Picture, claim_figure},
    view::{SelectionProps, View, use_view},
};
use crate::{
    chart::{self, DeclineChart, LABEL_ROOM, Tick},
    dataset::{self, Claim, Interval, Month},
    explore::{self, Facet, Selection},
    locale::Language,
};

/// Width of the drawing in its own units; the page scales it.
const WIDTH: f64 = 1120.0;
/// Room above each lane for its title.
const TITLE: f64 = 22.0;

/// What the reader points at: a heading and the records behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it is, in the reader's language.
    pub title: String,
    /// Ids of its claims and events.
    pub ids: Vec<String>,
}

/// The chart, for lanes that redraw only when it is another one.
#[derive(Properties, Clone)]
pub struct LaneProps {
    /// Geometry.
    pub chart: Rc<DeclineChart>,
    /// Told what the reader points at.
    pub point: Callback<Mark>,
}

impl PartialEq for LaneProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.chart, &other.chart) && self.point == other.point
    }
}

/// Chart, controls, legend, and the claims behind the mark that the reader points at.
#[component]
pub fn Decline(props: &SelectionProps) -> Html {
    let view = use_view();
    let words = view.words();
    let mark = use_state_eq(|| None::<Mark>);
    let point = {
        let setter = mark.setter();
        use_callback((), move |mark, ()| setter.set(Some(mark)))
    };
    // Neither the claim in focus, the search text nor the theme changes what is drawn.
    let drawn = Selection { claim: None, text: String::new(), theme: Default::default(), ..props.selection.clone() };
    let chart = use_memo((drawn, view.clone()), |(selection, view)| geometry(view, selection));
    let metric = chart.level.metric.clone();
    html! {
        <section class="decline" id="decline" aria-labelledby="decline-title">
            <h2 id="decline-title">{ words.decline_title }</h2>
            <p class="lede">{ words.decline_lede }</p>
            { controls(&view, &props.selection, &metric) }
            if metric == "cases_cracked" {
                <p class="caution">{ words.caution_cracked }</p>
            }
            <div class="chart-frame" tabindex="0" role="region" aria-labelledby="decline-title">
                { drawing(&view, &chart, &point) }
            </div>
            { legend(&view) }
            <Picture of="decline" selection={props.selection.clone()} />
            { given_away(&view, &chart) }
            if !chart.level.undated.is_empty() {
                <details>
                    <summary>{ words.undated_claims }</summary>
                    <ClaimLines ids={chart.level.undated.clone()} />
                </details>
            }
            if !chart.level.aside.is_empty() {
                <details>
                    <summary>{ words.aside_claims }</summary>
                    <ClaimLines ids={chart.level.aside.clone()} />
                </details>
            }
            <div class="readout" role="status" aria-label={words.readout}>
                if let Some(mark) = &*mark {
                    <h3 data-axis="true">{ &mark.title }</h3>
                    <ClaimLines ids={mark.ids.clone()} />
                } else {
                    <p class="hint">{ words.readout_hint }</p>
                }
            </div>
        </section>
    }
}

/// The months that the totals give away, each with its bounds and the claims that it follows from.
fn given_away(view: &View, chart: &DeclineChart) -> Html {
    let (words, language) = (view.words(), view.language);
    let figure = |id: &str| {
        let claim = view.dataset.claim(id)?;
        let mut said = claim_figure(view, claim);
        // A total that also prints a rate may count by its rate.
        if let (Some(_), Some(change)) = (claim.figure, claim.change.filter(|change| change.percent.is_some())) {
            said = language.list(&[&said, &language.change(&change)]);
        }
        let said = format!("{said} ({})", language.claim_period(claim));
        Some(html! { <li><ClaimLink id={id.to_owned()}>{ said }</ClaimLink></li> })
    };
    html! {
        if !chart.given.is_empty() {
            <details class="given">
                <summary>{ words.given_title }{ " " }<span class="meta" data-count="true">{ chart.given.len() }</span></summary>
                <p class="lede">{ words.given_lede }</p>
                <dl>
                    { for chart.given.iter().map(|mark| html! {
                        <div data-claim={mark.because.first().cloned()}>
                            <dt>{ language.month(mark.month) }</dt>
                            <dd>
                                <strong>{ language.interval(Interval { low: mark.low.floor(), high: mark.high.ceil() }) }</strong>
                                <ul>{ for mark.because.iter().filter_map(|id| figure(id)) }</ul>
                            </dd>
                        </div>
                    }) }
                </dl>
            </details>
        }
    }
}

fn geometry(view: &View, selection: &Selection) -> DeclineChart {
    let claims = explore::claims(&view.dataset, selection, &[Facet::Metric, Facet::Range]);
    let events = explore::events(&view.dataset, selection, &[Facet::Metric, Facet::Range]);
    let metric = explore::level_metric(&view.dataset, selection);
    let area = explore::level_area(&view.dataset, selection);
    let (first, last) = selection
        .range
        .map_or_else(|| drawn_months(&claims, &events, &metric, &area), |range| (range.first(), range.last()));
    let material = chart::Material { claims: &claims, events: &events, given: &view.worked.given };
    chart::decline(&view.dataset, material, &metric, &area, (first, last), WIDTH)
}

/// The months that the lanes have something for; one month, so that the axis stays finite, where there is nothing.
fn drawn_months(claims: &[&Claim], events: &[&dataset::Event], metric: &str, area: &str) -> (Month, Month) {
    let level = |claim: &Claim| claim.metric == metric && claim.area == area && claim.figure.is_some();
    let drawn = claims.iter().filter(|claim| level(claim) || chart::Run::of(claim).is_some());
    let dates = drawn.flat_map(|claim| [claim.start.or(claim.end), claim.end]);
    let dates = dates.chain(events.iter().flat_map(|event| [event.start, event.end])).flatten();
    let months = dates.map(Month::of);
    let nothing = Month::of(chrono::NaiveDate::default());
    months.map(|month| (month, month)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((nothing, nothing))
}

fn drawing(view: &View, chart: &Rc<DeclineChart>, point: &Callback<Mark>) -> Html {
    let words = view.words();
    let parts = chart.parts;
    let totals = matches!(chart.level.level, chart::Level::Totals(_));
    let level_title = format!(
        "{}, {}: {}",
        view.metric_name(&chart.level.metric),
        view.area_name(&chart.level.area),
        if totals { words.lane_total } else { words.per_month }
    );
    let lanes = [
        (parts.direction, 1.0, words.lane_direction.to_owned()),
        (parts.level, 2.0, level_title),
        (parts.events, 3.0, words.lane_events.to_owned()),
    ];
    let shift = |top: f64, titles: f64| format!("translate(0 {:.1})", top + titles * TITLE);
    let height = chart.height + 3.0 * TITLE;
    // On a narrow screen, which shows the latest months first, the titles stand at the right.
    let across = format!("--across:{:.0}px", chart.scale.right - chart.scale.left);
    let lane = LaneProps { chart: Rc::clone(chart), point: point.clone() };
    html! {
        <svg class="chart" viewBox={format!("0 0 {:.0} {:.0}", chart.width, height)} role="group" aria-label={words.decline_title}>
            { patterns() }
            <g transform={shift(0.0, 1.0)} data-axis="true" aria-hidden="true">
                { for chart.axis.iter().map(|tick| axis_tick(view.language, tick, chart.width, chart.height + 2.0 * TITLE)) }
            </g>
            { for lanes.iter().map(|(band, titles, title)| html! {
                <text class="lane-title" style={across.clone()} x={format!("{:.0}", chart.scale.left)} y={format!("{:.1}", band.top + titles * TITLE - 7.0)}>{ title }</text>
            }) }
            <g transform={shift(parts.direction.top, 1.0)}><DirectionLane ..lane.clone() /></g>
            <g transform={shift(parts.level.top, 2.0)}><LevelLane ..lane.clone() /></g>
            <g transform={shift(parts.events.top, 3.0)}><EventsLane ..lane /></g>
        </svg>
    }
}

fn patterns() -> Html {
    html! {
        <defs>
            <pattern id="hatch-contested" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="2" height="5" fill="var(--contested)" />
            </pattern>
            <pattern id="hatch-gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="1" height="7" fill="var(--rule)" />
            </pattern>
        </defs>
    }
}

fn axis_tick(language: Language, tick: &Tick, width: f64, bottom: f64) -> Html {
    let x = format!("{:.1}", tick.x);
    // The last label may have no room to its right.
    let cramped = tick.x + LABEL_ROOM > width;
    let (label_x, anchor) = if cramped { (width, Some("end")) } else { (tick.x + 3.0, None) };
    let label = if tick.major {
        match language {
            Language::English => tick.month.year().to_string(),
            Language::Chinese => format!("{}年", tick.month.year()),
        }
    } else {
        match language {
            Language::English => tick.month.number().to_string(),
            Language::Chinese => format!("{}月", tick.month.number()),
        }
    };
    html! {
        <>
            <line class={classes!("grid", (!tick.major).then_some("minor"))} x1={x.clone()} x2={x.clone()} y1="0" y2={format!("{:.1}", bottom - 26.0)} />
            if tick.labelled {
                <text x={format!("{:.1}", label_x)} y={format!("{:.1}", bottom - 12.0)} text-anchor={anchor}>{ label }</text>
            }
        </>
    }
}

fn legend(view: &View) -> Html {
    let words = view.words();
    let entries = [
        ("down-yoy", words.dir_down_yoy),
        ("down-mom", words.dir_down_mom),
        ("down-unspecified", words.dir_down_unspecified),
        ("contested", words.dir_contested),
        ("cumulative", words.dir_cumulative),
        ("nothing", words.dir_nothing),
        ("block", words.legend_block),
        ("given", words.legend_given),
    ];
    html! {
        <ul class="legend" aria-label={words.legend}>
            { for entries.map(|(class, name)| html! {
                <li><span class={classes!("swatch", class)} aria-hidden="true" />{ name }</li>
            }) }
        </ul>
    }
}
