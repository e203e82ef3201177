//! Everything that is drawn, as a table.

use yew::prelude::*;

use super::{
    lanes::{event_label, state},
    level::{overlapping_totals, span},
};
use crate::{
    controls::{ClaimLink, claim_figure},
    view::View,
};
use crackdown_core::{
    analysis::directions::MonthState,
    drawing::chart::{DeclineChart, Level},
};

/// One row: when, what, and how it is known.
struct Row {
    period: String,
    what: String,
    figure: String,
    ids: Vec<String>,
}

/// The chart as rows, lane by lane, in time order within each part.
pub fn table(view: &View, chart: &DeclineChart) -> Html {
    let words = view.words();
    let parts = [directions(view, chart), levels(view, chart), bounds(view, chart), happened(view, chart)];
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={words.chart.title}>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{ words.columns.period }</th>
                        <th scope="col">{ words.columns.what }</th>
                        <th scope="col">{ words.columns.figure }</th>
                        <th scope="col">{ words.common.claims }</th>
                    </tr>
                </thead>
                { for parts.into_iter().map(|rows| html! { <tbody>{ for rows.into_iter().map(|row| line(view, row)) }</tbody> }) }
            </table>
        </div>
    }
}

fn line(view: &View, row: Row) -> Html {
    let source = |id: &String| {
        let cited = view.dataset.claim(id).map(|claim| &claim.source);
        let cited = cited.or_else(|| view.dataset.event(id).map(|event| &event.source))?;
        let publisher = view.dataset.source(cited)?.publisher.clone();
        Some(html! { <><ClaimLink id={id.clone()}>{ publisher }</ClaimLink>{ " " }</> })
    };
    html! {
        <tr data-claim={row.ids.first().cloned()}>
            <td class="cell-period">{ row.period }</td>
            <td>{ row.what }</td>
            <td>{ row.figure }</td>
            <td class="cell-source">{ for row.ids.iter().filter_map(source) }</td>
        </tr>
    }
}

fn directions(view: &View, chart: &DeclineChart) -> Vec<Row> {
    let told = chart.direction.months.iter().filter(|month| month.state != MonthState::Nothing);
    let months = told.map(|month| Row {
        period: view.language.month(month.month),
        what: view.words().chart.direction_lane.to_owned(),
        figure: state(view, month.state).1.to_owned(),
        ids: month.claims.clone(),
    });
    months.chain(chart.direction.runs.iter().filter_map(|run| of_claim(view, &run.claim))).collect()
}

fn of_claim(view: &View, id: &str) -> Option<Row> {
    let claim = view.dataset.claim(id)?;
    Some(Row {
        period: view.language.claim_period(claim),
        what: view.metric_name(&claim.metric).to_owned(),
        figure: claim_figure(view, claim),
        ids: vec![id.to_owned()],
    })
}

fn levels(view: &View, chart: &DeclineChart) -> Vec<Row> {
    let ids: Vec<&String> = match &chart.level.level {
        Level::Blocks(blocks) => blocks.iter().map(|block| &block.claim).collect(),
        Level::Totals(steps, _) => steps.iter().map(|step| &step.claim).collect(),
        Level::Empty(_) => Vec::new(),
    };
    ids.into_iter().filter_map(|id| of_claim(view, id)).collect()
}

fn bounds(view: &View, chart: &DeclineChart) -> Vec<Row> {
    let implied = chart.implied.blocks.iter().chain(&chart.implied.months).map(|mark| Row {
        period: span(view, mark.first, mark.last),
        what: view.words().bounds.implied.to_owned(),
        figure: view.language.bounds(mark.low, mark.high),
        ids: overlapping_totals(&chart.level, mark.first, mark.last),
    });
    let between = match &chart.level.level {
        Level::Totals(_, between) => &between[..],
        _ => &[],
    };
    let between = between.iter().map(|between| Row {
        period: view.language.period(Some(between.start), Some(between.end)),
        what: view.words().chart.legend.between.to_owned(),
        figure: view.language.bounds(between.low, Some(between.high)),
        ids: between.claims.to_vec(),
    });
    implied.chain(between).collect()
}

fn happened(view: &View, chart: &DeclineChart) -> Vec<Row> {
    let row = |mark: &crackdown_core::drawing::chart::EventMark| Row {
        period: view.language.period(Some(mark.start), Some(mark.end)),
        what: event_label(view, mark.of, &mark.id),
        figure: String::new(),
        ids: if view.dataset.event(&mark.id).is_some() { vec![mark.id.clone()] } else { Vec::new() },
    };
    chart.events.marks.iter().map(row).collect()
}
