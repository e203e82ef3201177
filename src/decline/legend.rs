//! Legend, and the months that the totals give away.

use yew::prelude::*;

use crate::{
    controls::{ClaimLink, Swatch, claim_figure, swatch},
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
            said = language.phrases(&[&said, &language.change(&change)]);
        }
        let said = language.with_aside(&said, &language.claim_period(claim));
        Some(html! { <li><ClaimLink id={id.to_owned()}>{ said }</ClaimLink></li> })
    };
    html! {
        if !chart.given.is_empty() {
            <details class="derived-months">
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
        ("month down-yoy", Swatch::AREA, words.chart.directions.down_yoy),
        ("month down-mom", Swatch::AREA, words.chart.directions.down_mom),
        ("month down-unspecified", Swatch::AREA, words.chart.directions.down_unspecified),
        ("month up", Swatch::AREA, words.chart.directions.up),
        ("month contested", Swatch::AREA, words.chart.directions.contested),
        ("month cumulative", Swatch::AREA, words.chart.directions.cumulative),
        ("month nothing", Swatch::AREA, words.chart.directions.nothing),
    ];
    match chart.level.level {
        Level::Blocks(_) => entries.extend([
            ("block finest", Swatch::AREA, words.chart.legend.total),
            ("bound", Swatch::Rect(15.0, 3.0), words.chart.legend.average_bounds),
            ("bound-month", Swatch::AREA, words.chart.legend.month_bounds),
            ("bound-most", Swatch::AREA, words.chart.legend.upper_bound),
            ("given", Swatch::Rect(8.0, 12.0), words.chart.legend.derived_month),
        ]),
        Level::Totals(..) => entries.push(("between", Swatch::AREA, words.chart.legend.between)),
        Level::Empty(_) => {}
    }
    entries.extend([
        ("gap", Swatch::AREA, words.chart.legend.gap),
        ("campaign", Swatch::Rect(15.0, 8.0), words.chart.legend.campaign),
    ]);
    html! {
        <ul class="legend" aria-label={words.common.legend}>
            { for entries.into_iter().map(|(class, of, name)| html! { <li>{ swatch("chart", class, of) }{ name }</li> }) }
        </ul>
    }
}
