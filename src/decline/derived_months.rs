//! The single months that several totals imply together.

use yew::prelude::*;

use crate::{
    controls::{ClaimLink, claim_figure},
    view::View,
};
use crackdown_core::{
    dataset::RecordId,
    drawing::chart::{DERIVED_MONTH, DeclineChart, Mark},
};

/// The derived months of the chart, each with its bounds and the claims that it follows from.
pub fn derived_months(view: &View, chart: &DeclineChart) -> Html {
    let words = view.words();
    let months: Vec<&Mark> = chart.marks_of(DERIVED_MONTH).collect();
    html! {
        if !months.is_empty() {
            <details class="derived-months">
                <summary>{ words.chart.derived.title }{ " " }<span class="meta" data-count="true">{ months.len() }</span></summary>
                <p class="lede">{ words.chart.derived.lede }</p>
                <dl>
                    { for months.into_iter().map(|mark| html! {
                        <div data-claim={mark.records.join(" ")} data-derived="true">
                            <dt>{ &mark.row.period }</dt>
                            <dd>
                                <strong>{ &mark.row.figure }</strong>
                                <ul>{ for mark.records.iter().filter_map(|id| figure(view, id)) }</ul>
                            </dd>
                        </div>
                    }) }
                </dl>
            </details>
        }
    }
}

fn figure(view: &View, id: &RecordId) -> Option<Html> {
    let claim = view.dataset.claim(id)?;
    let mut text = claim_figure(view, claim);
    // A total that also prints a rate may count by its rate.
    if let (Some(_), Some(change)) = (claim.figure, claim.change.filter(|change| change.percent.is_some())) {
        text = view.language.phrases(&[&text, &view.language.change(&change)]);
    }
    let text = view.language.with_aside(&text, &view.language.claim_period(claim));
    Some(html! { <li><ClaimLink id={id.to_owned()}>{ text }</ClaimLink></li> })
}
