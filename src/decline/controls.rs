//! Metric and period of the decline chart.

use yew::prelude::*;

use super::{DeclineProps, drawn_claims, overview::moved};
use crate::{
    controls::{Choice, segments, select},
    view::View,
    web::events,
};
use crackdown_core::{
    dataset::{Claim, MetricId, Month},
    drawing::chart::{DeclineChart, months_of, years_of, zoomed},
    query::{self, Action, Facet, Per, Range, ScaleKind},
};

/// A list of metrics, presets of years, two months, and how values are drawn. `span` is all months of the dataset.
pub fn controls(view: &View, selection: &DeclineProps, chart: &DeclineChart, span: Option<Range>) -> Html {
    let words = view.words();
    let metric = &chart.metric;
    let claims = query::claims(&view.dataset, &selection.query, &[Facet::Metric, Facet::Range]);
    let has_figure = |id: &MetricId| id == metric || claims.iter().any(|c| c.metric == *id && c.figure.is_some());
    let chosen = &selection.query.metric;
    let unasked = Choice {
        value: String::new(),
        name: view.language.with_aside(view.metric_name(metric), words.chart.metric_auto),
        chosen: chosen.is_none(),
    };
    let metrics = view.dataset.metrics.iter().filter(|metric| has_figure(&metric.id)).map(|metric| Choice {
        value: metric.id.to_string(),
        name: view.language.pick(&metric.label).to_owned(),
        chosen: chosen.as_ref() == Some(&metric.id),
    });
    let ask = view.ask.clone();
    let choose = move |id: Option<String>| ask.emit(Action::Metric(id.map(MetricId::from)));
    html! {
        <div class="controls">
            { select(words.common.metric, std::iter::once(unasked).chain(metrics), choose) }
            { month_input(view, selection.query.range, End::First) }
            { month_input(view, selection.query.range, End::Last) }
            if let Some(span) = span {
                { zoom(view, span, Range::between(chart.scale.first, chart.scale.last)) }
            }
            { choice(words.chart.scale, selection.chart.scale, &[
                (ScaleKind::Linear, words.chart.linear),
                (ScaleKind::Log, words.chart.logarithmic),
            ], &view.ask.reform(Action::Scale)) }
            { choice(words.chart.average_over, selection.chart.per, &[
                (Per::Month, words.chart.a_month),
                (Per::Day, words.chart.a_day),
            ], &view.ask.reform(Action::Per)) }
            { presets(view, selection.query.range, &presets_of(&view.dataset.claims, drawn_claims(&view.dataset, &claims, metric, &chart.area))) }
        </div>
    }
}

/// Segments with a visible label.
fn choice<T: Copy + PartialEq + 'static>(
    label: &'static str,
    chosen: T,
    choices: &[(T, &'static str)],
    choose: &Callback<T>,
) -> Html {
    html! {
        <div class="choice">
            <span aria-hidden="true">{ label }</span>
            { segments(label, chosen, choices, choose) }
        </div>
    }
}

/// Ranges that are offered by name.
#[derive(Debug, PartialEq)]
pub(super) struct Presets {
    /// The months of the founding article's claims.
    pub article: Option<Range>,
    /// The years that the chart has claims of.
    pub years: Vec<(i32, Range)>,
}

pub(super) fn presets_of<'a>(dataset: &[Claim], drawn: impl IntoIterator<Item = &'a Claim>) -> Presets {
    let article = dataset.iter().filter(|claim| claim.in_article()).map(|claim| (claim.start, claim.end));
    let year = |year: i32| Some((year, Range::between(Month::new(year, 1)?, Month::new(year, 12)?)));
    let years = years_of(drawn.into_iter().map(|claim| (claim.start, claim.end)));
    Presets { article: months_of(article), years: years.into_iter().filter_map(year).collect() }
}

fn presets(view: &View, range: Option<Range>, presets: &Presets) -> Html {
    let words = view.words();
    let article = presets.article.map(|range| (words.chart.article_months.to_owned(), Some(range)));
    let years = presets.years.iter().map(|(year, range)| (year.to_string(), Some(*range)));
    let choices = [(words.chart.all_years.to_owned(), None)].into_iter().chain(article).chain(years);
    html! {
        <div class="presets" role="group" aria-label={words.common.period}>
            { for choices.map(|(name, choice)| html! {
                <button
                    type="button"
                    aria-pressed={(range == choice).to_string()}
                    onclick={view.asking::<MouseEvent>(Action::Range(choice))}
                >{ name }</button>
            }) }
        </div>
    }
}

/// Buttons that do what dragging does.
fn zoom(view: &View, span: Range, range: Range) -> Html {
    let words = view.words();
    let steps = [
        ("←", words.chart.earlier, moved(span, range, false)),
        ("→", words.chart.later, moved(span, range, true)),
        ("+", words.chart.zoom_in, zoomed(span, range, true)),
        ("−", words.chart.zoom_out, zoomed(span, range, false)),
    ];
    html! {
        <div class="segments" role="group" aria-label={words.chart.months_shown}>
            { for steps.into_iter().map(|(sign, label, to)| html! {
                <button
                    type="button"
                    aria-label={label}
                    title={label}
                    disabled={to == range}
                    onclick={view.asking::<MouseEvent>(Action::Range(Some(to)))}
                >{ sign }</button>
            }) }
        </div>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum End {
    First,
    Last,
}

/// One end of the range. The other end stays; where there was no range, it is that of the whole dataset.
fn month_input(view: &View, range: Option<Range>, end: End) -> Html {
    let words = view.words();
    let Some(span) = query::span(&view.dataset) else { return html! {} };
    let current = range.unwrap_or(span);
    let (label, value) = match end {
        End::First => (words.chart.from, current.first()),
        End::Last => (words.chart.to, current.last()),
    };
    let onchange = {
        let ask = view.ask.clone();
        Callback::from(move |event: Event| {
            // A field emptied or half typed changes nothing.
            let Some(month) = events::value(&event).and_then(|value| value.parse::<Month>().ok()) else { return };
            let month = month.clamp(span.first(), span.last());
            ask.emit(Action::Range(Some(match end {
                End::First => Range::between(month, current.last().max(month)),
                End::Last => Range::between(current.first().min(month), month),
            })));
        })
    };
    html! {
        <label>
            <span>{ label }</span>
            <input
                type="month"
                value={value.to_string()}
                min={span.first().to_string()}
                max={span.last().to_string()}
                pattern="[0-9]{4}-[0-9]{2}"
                {onchange}
            />
        </label>
    }
}
