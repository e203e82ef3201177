//! What is drawn over the month under the pointer. All of it can be reached from the marks themselves, too.

use yew::prelude::*;

use crate::view::View;
use crackdown_core::drawing::chart::{DeclineChart, Mark, MonthSummary};

/// Claims and events that the tooltip lists.
const LISTED: usize = 5;

/// A box next to the month, on the side that has more room.
pub fn tooltip(view: &View, chart: &DeclineChart, summary: &MonthSummary<'_>) -> Html {
    let left_half = summary.x < (chart.scale.left + chart.scale.right) / 2.0;
    let style = if left_half {
        format!("left:{:.1}%", (summary.x + summary.width + 10.0) / chart.width * 100.0)
    } else {
        format!("right:{:.1}%", (chart.width - summary.x + 10.0) / chart.width * 100.0)
    };
    let rest = summary.listed.len().saturating_sub(LISTED);
    html! {
        <div class="tip" {style} aria-hidden="true">
            <strong data-axis="true">{ view.language.month(summary.month) }</strong>
            { for summary.lead.iter().map(|mark| html! { <p data-claim={claims(mark)} data-derived={mark.kind.derived.then_some("true")}>{ &mark.tooltip }</p> }) }
            <ul>
                { for summary.listed.iter().take(LISTED).map(|mark| html! { <li data-claim={claims(mark)}>{ &mark.tooltip }</li> }) }
                if rest > 0 {
                    <li class="meta" data-count="true">{ format!("+ {rest} {}", view.words().chart.more) }</li>
                }
            </ul>
        </div>
    }
}

fn claims(mark: &Mark) -> Option<String> {
    (!mark.records.is_empty()).then(|| mark.records.join(" "))
}
