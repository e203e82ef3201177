//! Legend, and the months that the totals give away.

use yew::prelude::*;

use crate::{
    controls::{ClaimLink, claim_figure},
    view::View,
};
use crackdown_core::drawing::chart::{DeclineChart, Level};

/// The months that the totals give away, each with its bounds and the claims that it follows from.
pub fn derived_months(view: &View, chart: &DeclineChart) -> Html {
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
                <summary>{ words.chart.derived.title }{ " " }<span class="meta" data-count="true">{ chart.given.len() }</span></summary>
                <p class="lede">{ words.chart.derived.lede }</p>
                <dl>
                    { for chart.given.iter().map(|mark| html! {
                        <div data-claim={mark.because.first().cloned()}>
                            <dt>{ language.month(mark.month) }</dt>
                            <dd>
                                <strong>{ language.bounds(mark.low, Some(mark.high)) }</strong>
                                <ul>{ for mark.because.iter().filter_map(|id| figure(id)) }</ul>
                            </dd>
                        </div>
                    }) }
                </dl>
            </details>
        }
    }
}

/// What the signs mean; of the level lane only those that it has.
pub fn legend(view: &View, chart: &DeclineChart) -> Html {
    let words = view.words();
    let mut entries = vec![
        ("down-yoy", words.chart.directions.down_yoy),
        ("down-mom", words.chart.directions.down_mom),
        ("down-unspecified", words.chart.directions.down_unspecified),
        ("up", words.chart.directions.up),
        ("contested", words.chart.directions.contested),
        ("cumulative", words.chart.directions.cumulative),
        ("nothing", words.chart.directions.nothing),
    ];
    match chart.level.level {
        Level::Blocks(_) => entries.extend([
            ("block", words.chart.legend.total),
            ("bound", words.chart.legend.average_bounds),
            ("bound-month", words.chart.legend.month_bounds),
            ("bound-most", words.chart.legend.upper_bound),
            ("given", words.chart.legend.derived_month),
        ]),
        Level::Totals(..) => entries.push(("between", words.chart.legend.between)),
        Level::Empty(_) => {}
    }
    entries.extend([("gap", words.chart.legend.gap), ("campaign", words.chart.legend.campaign)]);
    html! {
        <ul class="legend" aria-label={words.common.legend}>
            { for entries.into_iter().map(|(class, name)| html! {
                <li><span class={classes!("swatch", class)} aria-hidden="true" />{ name }</li>
            }) }
        </ul>
    }
}
