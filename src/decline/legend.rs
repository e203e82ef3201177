//! The legend of the chart.

use yew::prelude::*;

use crate::{
    controls::{Swatch, swatch},
    view::View,
};
use crackdown_core::drawing::chart::DeclineChart;

/// What the marks mean: an entry for each kind that is drawn.
pub fn legend(view: &View, chart: &DeclineChart) -> Html {
    let words = view.words();
    html! {
        <ul class="legend" aria-label={words.common.legend}>
            { for chart.drawn_kinds().map(|kind| html! {
                <li>{ swatch("chart", kind.class, Swatch::Rect(kind.swatch.0, kind.swatch.1)) }{ (kind.legend)(words) }</li>
            }) }
        </ul>
    }
}
