//! Where a claim stands: in time, in the checks, among others.

use chrono::{Datelike, NaiveDate as Date};
use yew::prelude::*;

use crate::{contradictions::check_words, controls::ClaimLines, view::View};
use crackdown_core::{
    dataset::{Claim, Interval, RecordId},
    query::{self, span},
};

/// The period on a line from the dataset's first year to its last.
pub(super) fn timeline(view: &View, start: Option<Date>, end: Option<Date>) -> Html {
    let (Some(first), Some(last), Some(span)) = (start.or(end), end.or(start), span(&view.dataset)) else {
        return html! {};
    };
    let (from, to) = (span.first().year(), span.last().year() + 1);
    let share = |day: Date| {
        let year = f64::from(day.year() - from) + f64::from(day.ordinal0()) / 366.0;
        (100.0 * year / f64::from(to - from)).clamp(0.0, 100.0)
    };
    let style = format!("left:{:.1}%;width:{:.1}%", share(first), (share(last) - share(first)).max(0.6));
    html! {
        <div class="timeline" data-axis="true" aria-hidden="true">
            <span>{ from }</span>
            <div><i {style} class={start.is_none().then_some("timeline-open")} /></div>
            <span>{ to - 1 }</span>
        </div>
    }
}

/// Findings that name the claim, what follows from it, and claims like it.
pub(super) fn related(view: &View, claim: &Claim) -> Html {
    let words = view.words();
    let own = |id: &RecordId| *id == claim.id;
    let contradictions =
        view.precomputed.contradictions.iter().filter(|contradiction| contradiction.claims.iter().any(own));
    let conflicts: Vec<Html> = contradictions
        .map(|contradiction| {
            let others: Vec<RecordId> = contradiction.claims.iter().filter(|id| !own(id)).cloned().collect();
            html! { <><p class="meta" data-literal="prose">{ check_words(words, contradiction.check).0 }</p><ClaimLines ids={others} /></> }
        })
        .collect();
    let given = view.precomputed.derived_months.iter().filter(|given| given.because.iter().any(own));
    let derived: Vec<Html> = given
        .map(|given| {
            let others: Vec<RecordId> = given.because.iter().filter(|id| !own(id)).cloned().collect();
            let interval = Interval::between(given.low.floor(), given.high.ceil());
            let derived = view.language.labelled(&view.language.month(given.month), &view.language.interval(interval));
            html! { <><p>{ derived }</p><ClaimLines ids={others} /></> }
        })
        .collect();
    let found = query::related(&view.dataset, claim);
    let lists = [
        (words.dialog.same_figure, found.figure),
        (words.dialog.same_period, found.period),
        (words.dialog.same_metric, found.metric),
    ];
    let lists = lists.map(|(name, claims)| {
        let ids: Vec<RecordId> = claims.iter().map(|claim| claim.id.clone()).collect();
        (name, if ids.is_empty() { vec![] } else { vec![html! { <ClaimLines {ids} /> }] }, claims.len())
    });
    let counted =
        [(words.dialog.contradictions, conflicts.len(), conflicts), (words.dialog.implied, derived.len(), derived)];
    let folds = counted.into_iter().chain(lists.into_iter().map(|(name, list, count)| (name, count, list)));
    html! {
        <div class="related">
            { for folds.filter(|fold| fold.1 > 0).map(|(name, count, list)| html! {
                <details>
                    <summary>{ name }{ " " }<span class="meta" data-count="true">{ count }</span></summary>
                    { for list }
                </details>
            }) }
        </div>
    }
}
