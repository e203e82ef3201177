//! Everything that is drawn, as a table.

use yew::prelude::*;

use crate::{controls::ClaimLink, view::View};
use crackdown_core::{
    dataset::RecordId,
    drawing::chart::{DeclineChart, Lane, Mark},
    sort::sort_by,
};

/// Sources that a row lists; a campaign may have dozens.
const LISTED: usize = 8;

/// The marks that have claims or events behind them, lane by lane in order of time.
pub fn table(view: &View, chart: &DeclineChart) -> Html {
    let words = view.words();
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
                { for chart.lanes.iter().map(|lane| rows(view, lane)) }
            </table>
        </div>
    }
}

fn rows(view: &View, lane: &Lane) -> Html {
    let mut marks: Vec<&Mark> = lane.marks.iter().filter(|mark| !mark.records.is_empty()).collect();
    sort_by(&mut marks, |a, b| a.period.cmp(&b.period));
    html! { <tbody>{ for marks.into_iter().map(|mark| row(view, mark)) }</tbody> }
}

fn row(view: &View, mark: &Mark) -> Html {
    let source = |id: &RecordId| {
        let cited = view.dataset.claim(id).map(|claim| &claim.source);
        let cited = cited.or_else(|| view.dataset.event(id).map(|event| &event.source))?;
        let publisher = view.dataset.source(cited)?.publisher.clone();
        Some(html! { <><ClaimLink id={id.clone()}>{ publisher }</ClaimLink>{ " " }</> })
    };
    let rest = mark.records.len().saturating_sub(LISTED);
    html! {
        <tr data-claim={mark.records.join(" ")} data-derived={mark.kind.derived.then_some("true")}>
            <td class="cell-period">{ &mark.row.period }</td>
            <td>{ &mark.row.subject }</td>
            <td>{ &mark.row.figure }</td>
            <td class="cell-source">
                { for mark.records.iter().take(LISTED).filter_map(source) }
                if rest > 0 {
                    <span class="meta" data-count="true">{ format!("+ {rest} {}", view.words().chart.more) }</span>
                }
            </td>
        </tr>
    }
}
