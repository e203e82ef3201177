//! Claims side by side, what differs marked.

use yew::prelude::*;

use crate::{
    controls::{ClaimLink, claim_figure, wording},
    view::View,
};
use crackdown_core::{
    dataset::{Claim, RecordId},
    query::{Action, rest},
};

/// The claims chosen for comparison, a column each, and what subtracting one from another leaves.
pub fn compare(view: &View, ids: &[RecordId]) -> Html {
    let words = view.words();
    let claims: Vec<&Claim> = ids.iter().filter_map(|id| view.dataset.claim(id)).collect();
    if claims.is_empty() {
        return html! {};
    }
    let cells = |facts: fn(&View, &Claim) -> String| claims.iter().map(|claim| facts(view, claim)).collect();
    let rows: [(&str, Vec<String>); 8] = [
        (words.common.metric, cells(|view, claim| view.metric_name(&claim.metric).to_owned())),
        (words.common.area, cells(|view, claim| view.area_name(&claim.area).to_owned())),
        (words.common.period, cells(|view, claim| view.language.claim_dates(claim))),
        (words.dialog.range, cells(interval)),
        (
            words.precision.label,
            cells(|view, claim| {
                claim
                    .figure
                    .map(|figure| view.words().precision.names.of(figure.qualifier))
                    .unwrap_or_default()
                    .to_owned()
            }),
        ),
        (
            words.dialog.change,
            cells(|view, claim| claim.change.map(|change| view.language.change(&change)).unwrap_or_default()),
        ),
        (words.common.source, cells(source)),
        (words.columns.summary, cells(|view, claim| wording(view, &claim.text).to_owned())),
    ];
    let remove = |id: &RecordId| view.asking::<MouseEvent>(Action::CompareClaim(id.clone()));
    let pairs = claims.iter().flat_map(|whole| claims.iter().map(move |part| (*whole, *part)));
    let rests = pairs.filter_map(|(whole, part)| Some((whole, part, rest(&view.dataset, whole, part)?)));
    html! {
        <div class="claim-compare" role="region" aria-labelledby="compare-title">
            <h3 id="compare-title">{ words.compare.title }</h3>
            <div class="scrolls" tabindex="0" role="region" aria-labelledby="compare-title">
                <table>
                    <thead><tr>
                        <td />
                        { for claims.iter().map(|claim| html! {
                            <th scope="col" data-claim={claim.id.to_string()}>
                                <ClaimLink id={claim.id.clone()} class={classes!("tabular")}>{ claim_figure(view, claim) }</ClaimLink>
                                { " " }
                                <button type="button" class="quiet" aria-label={words.compare.remove} onclick={remove(&claim.id)}>{ "×" }</button>
                            </th>
                        }) }
                    </tr></thead>
                    <tbody>
                        { for rows.iter().map(|(name, cells)| row(name, cells, &claims)) }
                    </tbody>
                </table>
            </div>
            if claims.len() == 1 {
                <p class="hint">{ words.compare.hint }</p>
            }
            { for rests.map(|(whole, part, left)| html! {
                <p data-claim={format!("{} {}", whole.id, part.id)} data-derived="true">
                    { format!("{} − {} ", view.language.claim_period(whole), view.language.claim_period(part)) }
                    <strong>{ view.language.labelled(words.compare.difference, &view.language.interval(left)) }</strong>
                    { " " }<span class="meta">{ words.compare.same_thing }</span>
                </p>
            }) }
        </div>
    }
}

/// A line of the comparison; cells that are not as the first are marked.
fn row(name: &str, cells: &[String], claims: &[&Claim]) -> Html {
    let differs = cells.iter().any(|cell| cell != &cells[0]);
    html! {
        <tr>
            <th scope="row">{ name }</th>
            { for cells.iter().zip(claims).map(|(cell, claim)| html! {
                <td data-claim={claim.id.to_string()}>{ if differs { html! { <mark>{ cell }</mark> } } else { html! { { cell } } } }</td>
            }) }
        </tr>
    }
}

fn interval(view: &View, claim: &Claim) -> String {
    claim.figure.map(|figure| view.language.interval(figure.interval())).unwrap_or_default()
}

fn source(view: &View, claim: &Claim) -> String {
    let Some(source) = view.dataset.source(&claim.source) else { return String::new() };
    let published = source.published.map(|day| view.language.date(day)).unwrap_or_default();
    let reliability = view.words().reliability.names.of(source.reliability);
    view.language.phrases(&[&source.publisher, &published, reliability])
}
