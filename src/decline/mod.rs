//! The monthly decline: directions, levels and events on one time axis.

mod allowances;
mod controls;
mod derived_months;
mod drawing;
#[cfg(all(test, feature = "prerender"))]
mod gallery;
mod lane;
mod legend;
mod mark;
mod overview;
mod proofs;
mod table;
#[cfg(all(test, feature = "prerender"))]
mod testing;
#[cfg(all(test, feature = "prerender"))]
mod tests;
mod tooltip;
mod viewport;

use std::rc::Rc;

use allowances::allowances;
use controls::controls;
use derived_months::derived_months;
use drawing::{Drawing, axis_label};
use legend::legend;
use mark::PointedMark;
use overview::Overview;
use proofs::proven;
use table::table;
use viewport::{ChartViewport, VIEWPORT};
use yew::prelude::*;

use crate::{
    controls::{ClaimLines, SaveImage},
    hooks::{bounds::use_bounds, deferred::use_deferred},
    view::{View, use_view},
    web::page,
};
use crackdown_core::{
    analysis::{
        bounds::Implied,
        directions::{MonthState, Run, Trend, month_state},
        runs,
    },
    dataset::{AreaCode, Claim, Dataset, Event, Measures, MetricId, Month, RecordId},
    drawing::chart::{self, DeclineChart, Lane, RUNNING_TOTAL},
    query::{self, ChartOptions, Facet, Query, Range, ScaleKind, Selection},
};

/// Width of the drawing before the page can be measured, and its greatest width.
const WIDTH: f64 = 1150.0;
/// Least width of the drawing; a narrower page scrolls it.
const LEAST_WIDTH: f64 = 680.0;

/// What the chart reads of the selection.
#[derive(Properties, Clone, PartialEq)]
pub struct DeclineProps {
    /// Restrictions of every view.
    pub query: Query,
    /// How the chart draws, and what its bounds assume.
    pub chart: ChartOptions,
}

impl DeclineProps {
    /// A selection of these parts alone.
    fn selection(&self) -> Selection {
        Selection { query: self.query.clone(), chart: self.chart.clone(), ..Selection::default() }
    }
}

/// Chart, controls, legend, and the claims behind the mark that the reader points at.
#[component]
pub fn Decline(props: &DeclineProps) -> Html {
    let view = use_view();
    let words = view.words();
    let mark = use_state_eq(|| None::<PointedMark>);
    let tabled = use_state_eq(|| false);
    let point = {
        let setter = mark.setter();
        use_callback((), move |mark, ()| setter.set(Some(mark)))
    };
    let width = use_width();
    let selection = use_deferred(props, page::focus_is_outside("decline"));
    let known = use_bounds(&view, &selection.query, &selection.chart);
    let chart = use_memo(
        (selection.clone(), view.clone(), known.implied.clone(), width),
        |(selection, view, implied, width)| geometry(view, selection, implied.as_deref(), width.max(LEAST_WIDTH)),
    );
    let states = use_memo(view.clone(), every_state);
    let proofs = use_memo((selection.query.clone(), view.clone()), |(query, view)| {
        runs::proofs(&view.dataset, query::claims(&view.dataset, query, &[Facet::Metric, Facet::Range]))
    });
    let span = query::span(&view.dataset);
    let range = Range::between(chart.scale.first, chart.scale.last);
    html! {
        <section id="decline" aria-labelledby="decline-title">
            <h2 id="decline-title">{ words.chart.title }</h2>
            <p class="lede">{ words.chart.lede }</p>
            { controls(&view, &selection, &chart, span) }
            { cautions(&view, &selection, &chart) }
            if let Some(span) = span {
                <ChartViewport chart={Rc::clone(&chart)} {span}>
                    <Drawing chart={Rc::clone(&chart)} {point} />
                </ChartViewport>
                <Overview {span} {range} {states} {width} />
            }
            <p class="meta" id="decline-keys" data-literal="keys">{ words.chart.keys }</p>
            { legend(&view, &chart) }
            <SaveImage of="decline" selection={selection.selection()} />
            { readout(&view, mark.as_ref()) }
            { allowances(&view, &selection.chart, &chart, &known) }
            { proven(&view, &chart, &proofs) }
            { derived_months(&view, &chart) }
            { listed(words.chart.undated, &chart, |lane| &lane.undated) }
            { listed(words.chart.not_charted, &chart, |lane| &lane.aside) }
            { tabled_view(&view, &chart, &tabled) }
        </section>
    }
}

/// What the reader should know of the metric and the scale.
fn cautions(view: &View, selection: &DeclineProps, chart: &DeclineChart) -> Html {
    let words = view.words();
    let caution = match view.dataset.metric(&chart.metric).map(|metric| metric.measures) {
        _ if chart.metric == query::FIRST_METRIC => Some(words.chart.caution_solved),
        Some(Measures::Enforcement) => Some(words.chart.caution_enforcement),
        Some(Measures::Money) => Some(words.chart.caution_money),
        Some(Measures::Case) => Some(words.chart.caution_case),
        Some(Measures::Fraud) | None => None,
    };
    let without_start = |id: &RecordId| view.dataset.claim(id).is_some_and(|claim| claim.start.is_none());
    let unstated = chart.marks_of(RUNNING_TOTAL).flat_map(|mark| &mark.records).any(without_start);
    html! {
        <>
            if let Some(caution) = caution {
                <p class="caution">{ caution }</p>
            }
            if selection.chart.scale == ScaleKind::Log {
                <p class="caution">{ words.chart.logarithmic_note }</p>
            }
            if unstated {
                <p class="caution">{ words.chart.running_start_unstated }</p>
            }
        </>
    }
}

/// The width of the drawing on the page, once it can be measured.
#[hook]
fn use_width() -> f64 {
    let width = use_state_eq(|| WIDTH);
    {
        let width = width.setter();
        use_effect_with((), move |()| {
            let measure = move || {
                if let Some(found) = page::content_width(VIEWPORT) {
                    width.set(found.clamp(200.0, WIDTH));
                }
            };
            measure();
            let listener = page::on_resize(measure);
            move || drop(listener)
        });
    }
    *width
}

/// The mark that the reader points at, and the claims behind it.
fn readout(view: &View, mark: Option<&PointedMark>) -> Html {
    let words = view.words();
    html! {
        <div class="readout" role="status" aria-label={words.chart.readout}>
            if let Some(mark) = mark {
                <h3 data-axis="true">{ &mark.sentence }</h3>
                <ClaimLines ids={mark.records.clone()} />
            } else {
                <p class="hint">{ words.chart.readout_hint }</p>
            }
        </div>
    }
}

/// Claims and events of all lanes that are not drawn, folded.
fn listed(summary: &'static str, chart: &DeclineChart, of: impl Fn(&Lane) -> &Vec<RecordId>) -> Html {
    let mut ids: Vec<RecordId> = Vec::new();
    for id in chart.lanes.iter().flat_map(of) {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    html! {
        if !ids.is_empty() {
            <details>
                <summary>{ summary }{ " " }<span class="meta" data-count="true">{ ids.len() }</span></summary>
                <ClaimLines {ids} />
            </details>
        }
    }
}

fn tabled_view(view: &View, chart: &DeclineChart, tabled: &UseStateHandle<bool>) -> Html {
    let words = view.words();
    let open = **tabled;
    let onclick = {
        let tabled = tabled.clone();
        Callback::from(move |_: MouseEvent| tabled.set(!open))
    };
    html! {
        <div class="tabled">
            <button type="button" aria-expanded={open.to_string()} {onclick}>
                { if open { words.chart.table_hide } else { words.chart.table_show } }
            </button>
            if open {
                { table(view, chart) }
            }
        </div>
    }
}

fn geometry(view: &View, selection: &DeclineProps, bounds: Option<&Implied>, width: f64) -> DeclineChart {
    let claims = query::claims(&view.dataset, &selection.query, &[Facet::Metric, Facet::Range]);
    let events = query::events(&view.dataset, &selection.query, &[Facet::Metric, Facet::Range]);
    let metric = query::level_metric(&view.dataset, &selection.query);
    let area = query::level_area(&view.dataset, &selection.query);
    let months =
        selection.query.range.unwrap_or_else(|| drawn_months(&view.dataset, &claims, &events, (&metric, &area)));
    let input = chart::ChartInput {
        dataset: &view.dataset,
        language: view.language,
        claims: &claims,
        events: &events,
        // They were computed without an allowance.
        derived_months: if selection.chart.revision == 0 { &view.precomputed.derived_months } else { &[] },
        bounds,
        level: chart::LevelRequest {
            metric: &metric,
            area: &area,
            scale: selection.chart.scale,
            per: selection.chart.per,
        },
    };
    chart::decline(input, (months.first(), months.last()), width)
}

/// The state of every month of the dataset, for the overview.
fn every_state(view: &View) -> Vec<(Month, MonthState)> {
    let trend = Trend::of(&view.dataset);
    let runs: Vec<Run<'_>> = view.dataset.claims.iter().filter_map(|claim| trend.run(claim)).collect();
    let months = query::span(&view.dataset).into_iter().flat_map(|span| span.first().through(span.last()));
    months.map(|month| (month, month_state(&runs, month).0)).collect()
}

/// The claims that the lanes draw where they have dates.
fn drawn_claims<'a>(dataset: &Dataset, claims: &[&'a Claim], metric: &MetricId, area: &AreaCode) -> Vec<&'a Claim> {
    let trend = Trend::of(dataset);
    let level = |claim: &Claim| claim.metric == *metric && claim.area == *area && claim.figure.is_some();
    claims.iter().copied().filter(|claim| level(claim) || trend.run(claim).is_some()).collect()
}

/// The months that the lanes draw; one month, so that the axis stays finite, where there is nothing.
fn drawn_months(
    dataset: &Dataset,
    claims: &[&Claim],
    events: &[&Event],
    (metric, area): (&MetricId, &AreaCode),
) -> Range {
    let drawn = drawn_claims(dataset, claims, metric, area);
    let claims = chart::months_of(drawn.into_iter().map(|claim| (claim.start, claim.end)));
    let events = chart::months_of(events.iter().map(|event| (event.start, event.end)));
    let nothing = Month::of(chrono::NaiveDate::default());
    match (claims, events) {
        (Some(a), Some(b)) => Range::between(a.first().min(b.first()), a.last().max(b.last())),
        (one, other) => one.or(other).unwrap_or(Range::between(nothing, nothing)),
    }
}
