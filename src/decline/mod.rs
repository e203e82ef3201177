//! The monthly decline: directions, levels and events on one time axis.

mod controls;
mod drawing;
#[cfg(all(test, feature = "prerender"))]
mod gallery;
mod lanes;
mod legend;
mod level;
mod mark;
mod max_change;
mod overview;
mod table;
mod viewport;

use std::rc::Rc;

use controls::controls;
use drawing::{Drawing, axis_label, height};
use lanes::event_label;
use legend::{derived_months, legend};
use mark::Mark;
use max_change::assumption;
use overview::Overview;
use table::table;
use viewport::{ChartViewport, VIEWPORT};
use yew::prelude::*;

use crate::web::page;
use crate::{
    controls::{ClaimLines, SaveImage},
    hooks::{bounds::use_bounds, deferred::use_deferred},
    view::{View, use_view},
};
use crackdown_core::{
    analysis::{
        bounds::Implied,
        directions::{MonthState, Run, Trend, month_state},
    },
    dataset::{self, Claim, Dataset, Measures, Month},
    drawing::{
        chart::{self, DeclineChart, MarkOf},
        text_width::text_width,
    },
    query::{self, ChartOptions, Facet, Query, Range, ScaleKind, Selection},
};

/// Width of the drawing until the page can be asked for its own, and at most: on a wall the drawing grows with the page's type.
const WIDTH: f64 = 1150.0;
/// Least width of the drawing; a narrower page scrolls it.
const LEAST_WIDTH: f64 = 680.0;
/// Size of the labels of events.
const LABEL_SIZE: f64 = 10.5;

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
    let mark = use_state_eq(|| None::<Mark>);
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
    let span = query::span(&view.dataset);
    let range = Range::between(chart.scale.first, chart.scale.last);
    let metric = chart.level.metric.clone();
    html! {
        <section id="decline" aria-labelledby="decline-title">
            <h2 id="decline-title">{ words.chart.title }</h2>
            <p class="lede">{ words.chart.lede }</p>
            { controls(&view, &selection, &metric, (span, range)) }
            if let Some(caution) = caution(&view, &metric) {
                <p class="caution">{ caution }</p>
            }
            if selection.chart.scale == ScaleKind::Log {
                <p class="caution">{ words.chart.logarithmic_note }</p>
            }
            if let Some(span) = span {
                <ChartViewport chart={Rc::clone(&chart)} {span} height={height(&chart)} point={point.clone()}>
                    <Drawing chart={Rc::clone(&chart)} point={point.clone()} />
                </ChartViewport>
                <Overview {span} {range} {states} {width} />
            }
            <p class="meta" id="decline-keys" data-literal="true">{ words.chart.keys }</p>
            { legend(&view, &chart) }
            <SaveImage of="decline" selection={selection.selection()} />
            { readout(&view, mark.as_ref()) }
            { assumption(&view, &selection.chart, &chart, &known) }
            { derived_months(&view, &chart) }
            { listed(words.chart.undated, &chart.level.undated) }
            { listed(words.chart.not_charted, &chart.level.aside) }
            { tabled_view(&view, &chart, &tabled) }
        </section>
    }
}

/// What the figures of a metric do not show.
fn caution(view: &View, metric: &str) -> Option<&'static str> {
    let words = &view.words().chart;
    if metric == query::FIRST_METRIC {
        return Some(words.caution_solved);
    }
    match view.dataset.metric(metric)?.measures {
        Measures::Fraud => None,
        Measures::Enforcement => Some(words.caution_enforcement),
        Measures::Money => Some(words.caution_money),
        Measures::Case => Some(words.caution_case),
    }
}

/// The width that the drawing has on the page, once it can be asked.
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

fn readout(view: &View, mark: Option<&Mark>) -> Html {
    let words = view.words();
    html! {
        <div class="readout" role="status" aria-label={words.chart.readout}>
            if let Some(mark) = mark {
                <h3 data-axis="true">{ &mark.title }</h3>
                <ClaimLines ids={mark.ids.clone()} />
            } else {
                <p class="hint">{ words.chart.readout_hint }</p>
            }
        </div>
    }
}

/// Claims that are not drawn, folded.
fn listed(summary: &'static str, ids: &[String]) -> Html {
    html! {
        if !ids.is_empty() {
            <details>
                <summary>{ summary }{ " " }<span class="meta" data-count="true">{ ids.len() }</span></summary>
                <ClaimLines ids={ids.to_vec()} />
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

fn geometry(view: &View, selection: &DeclineProps, implied: Option<&Implied>, width: f64) -> DeclineChart {
    let claims = query::claims(&view.dataset, &selection.query, &[Facet::Metric, Facet::Range]);
    let events = query::events(&view.dataset, &selection.query, &[Facet::Metric, Facet::Range]);
    let metric = query::level_metric(&view.dataset, &selection.query);
    let area = query::level_area(&view.dataset, &selection.query);
    let months = selection.query.range.map_or_else(
        || drawn_months(&view.dataset, &claims, &events, (&metric, &area)),
        |range| (range.first(), range.last()),
    );
    let label = |of: MarkOf, id: &str| text_width(&event_label(view, of, id), LABEL_SIZE);
    let given = &view.precomputed.given;
    let material = chart::ChartInput { claims: &claims, events: &events, given, implied, label: &label };
    let asked =
        chart::LevelRequest { metric: &metric, area: &area, scale: selection.chart.scale, per: selection.chart.per };
    chart::decline(&view.dataset, material, asked, months, width)
}

/// What is reported of every month of the record, for the overview.
fn every_state(view: &View) -> Vec<(Month, MonthState)> {
    let trend = Trend::of(&view.dataset);
    let runs: Vec<Run<'_>> = view.dataset.claims.iter().filter_map(|claim| trend.run(claim)).collect();
    let months = query::span(&view.dataset).into_iter().flat_map(|span| span.first().through(span.last()));
    months.map(|month| (month, month_state(&runs, month).0)).collect()
}

/// The months that the lanes have something for; one month, so that the axis stays finite, where there is nothing.
fn drawn_months(
    dataset: &Dataset,
    claims: &[&Claim],
    events: &[&dataset::Event],
    (metric, area): (&str, &str),
) -> (Month, Month) {
    let trend = Trend::of(dataset);
    let level = |claim: &Claim| claim.metric == metric && claim.area == area && claim.figure.is_some();
    let drawn = claims.iter().filter(|claim| level(claim) || trend.run(claim).is_some());
    let dates = drawn.flat_map(|claim| [claim.start.or(claim.end), claim.end]);
    let dates = dates.chain(events.iter().flat_map(|event| [event.start, event.end])).flatten();
    let months = dates.map(Month::of);
    let nothing = Month::of(chrono::NaiveDate::default());
    months.map(|month| (month, month)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).unwrap_or((nothing, nothing))
}
