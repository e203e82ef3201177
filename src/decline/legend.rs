//! The legend of the chart.

use yew::prelude::*;

use crate::view::View;
use crackdown_core::drawing::chart::DeclineChart;

/// What the marks mean: an entry for each kind that is drawn.
pub fn legend(view: &View, chart: &DeclineChart) -> Html {
    let words = view.words();
    html! {
        <ul class="legend" aria-label={words.common.legend}>
            { for chart.drawn_kinds().map(|kind| html! {
                <li><span class={classes!("swatch", kind.class)} aria-hidden="true" />{ (kind.legend)(words) }</li>
            }) }
        </ul>
    }
}
