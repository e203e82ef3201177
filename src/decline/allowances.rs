//! What the reader allows for or assumes of the bounds: later revision, a limit of change from month to month. The totals that they follow
//! from.

use yew::prelude::*;

use crate::{
    controls::{ClaimLink, claim_figure, on_choice},
    hooks::bounds::BoundsState,
    view::View,
    web::events,
};
use crackdown_core::{
    analysis::bounds::Implied,
    dataset::{Claim, RecordId},
    drawing::chart::{BLOCK, DeclineChart},
    query::{Action, ChartOptions, MONTHLY_CHANGE_LIMIT, REVISIONS},
};

/// Last position of the slider, which sets no limit.
const POSITIONS: u32 = 100;

/// The percentage at a position of the slider, in steps that grow with it: 1, 2, … about a hundred, then up to the largest.
fn percent(position: u32, most: u32) -> Option<u32> {
    (position < POSITIONS).then(|| {
        let share = f64::from(position) / f64::from(POSITIONS - 1);
        (share * share * f64::from(most)).round() as u32
    })
}

/// The position of the slider nearest to a percentage; the last one for no limit.
fn position(limit: Option<u32>, most: u32) -> u32 {
    let away = |position: &u32| percent(*position, most).zip(limit).map(|(a, b)| a.abs_diff(b));
    if limit.is_none() { POSITIONS } else { (0..POSITIONS).min_by_key(away).unwrap_or(POSITIONS) }
}

/// The largest percentage of the slider: twice the smallest that all totals allow, so that this one is well inside.
fn most(smallest_monthly_change: Option<f64>) -> u32 {
    let smallest_monthly_change = smallest_monthly_change.unwrap_or(0.0).ceil() as u32;
    (smallest_monthly_change.saturating_mul(2)).clamp(200, MONTHLY_CHANGE_LIMIT)
}

/// Both allowances, the sum of the months shown, and the totals used. Nothing where the chart has no totals of periods.
pub fn allowances(view: &View, selection: &ChartOptions, chart: &DeclineChart, known: &BoundsState) -> Html {
    let words = view.words();
    if chart.marks_of(BLOCK).next().is_none() {
        return html! {};
    }
    html! {
        <div class="assumption">
            if let Some(implied) = &known.implied {
                { slider(view, selection.max_monthly_change, implied) }
                if selection.max_monthly_change.is_some() {
                    <p class="caution">{ words.bounds.note }</p>
                }
                { revision(view, selection.revision) }
                { range_sum(view, implied) }
                { used(view, selection, chart, implied) }
            }
            <p class="meta" role="status">
                { if known.failed { words.bounds.failed } else if known.working { words.bounds.calculating } else { "" } }
            </p>
        </div>
    }
}

fn slider(view: &View, limit: Option<u32>, implied: &Implied) -> Html {
    let smallest_monthly_change = implied.smallest_monthly_change;
    let words = view.words();
    let most = most(smallest_monthly_change);
    let text = limit.map_or_else(|| words.bounds.no_assumption.to_owned(), |percent| format!("{percent}%"));
    let oninput = {
        let ask = view.ask.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(value) = events::value(&event) {
                ask.emit(Action::MaxMonthlyChange(value.parse().ok().and_then(|position| percent(position, most))));
            }
        })
    };
    let least =
        smallest_monthly_change.map(|smallest| smallest.ceil() as u32).filter(|least| *least <= MONTHLY_CHANGE_LIMIT);
    html! {
        <>
            <label class="slider">
                <span>{ words.bounds.max_change }{ " " }<output data-literal="assumption">{ text.clone() }</output></span>
                <input
                    type="range"
                    min="0"
                    max={POSITIONS.to_string()}
                    value={position(limit, most).to_string()}
                    list="assumption-marks"
                    aria-valuetext={text}
                    {oninput}
                />
                <datalist id="assumption-marks">
                    if least.is_some() {
                        <option value={position(least, most).to_string()} />
                    }
                </datalist>
            </label>
            <p class="meta" data-claim={implied.kept.join(" ")} data-derived="true">
                if let Some(least) = least {
                    { words.bounds.smallest_change }{ " " }
                    <button type="button" class="quiet" onclick={view.asking::<MouseEvent>(Action::MaxMonthlyChange(Some(least)))}>{ format!("{least}%") }</button>
                } else {
                    { words.bounds.no_change_fits }
                }
                if limit.is_some() {
                    <button type="button" class="quiet" onclick={view.asking::<MouseEvent>(Action::MaxMonthlyChange(None))}>{ words.bounds.no_assumption }</button>
                }
            </p>
        </>
    }
}

/// By how many percent totals may have grown since they were published, and what that means.
pub(super) fn revision(view: &View, chosen: u32) -> Html {
    let words = view.words();
    let choose = {
        let ask = view.ask.clone();
        move |value: Option<String>| {
            if let Some(percent) = value.and_then(|value| value.parse().ok()) {
                ask.emit(Action::Revision(percent));
            }
        }
    };
    html! {
        <>
            <label data-literal="assumption">
                <span>{ words.bounds.revision }</span>
                <select onchange={on_choice(choose)} aria-describedby="revision-note">
                    { for REVISIONS.map(|percent| html! {
                        <option key={percent} value={percent.to_string()} selected={percent == chosen}>{ format!("{percent}%") }</option>
                    }) }
                </select>
            </label>
            <p class="meta" id="revision-note">{ words.bounds.revision_note }</p>
        </>
    }
}

/// The least and greatest sum of the months shown, where the reader has chosen some.
pub(super) fn range_sum(view: &View, implied: &Implied) -> Html {
    let Some(range) = &implied.range else { return html! {} };
    let text = view.language.bounds(range.low, range.high);
    let period = view.language.period(Some(range.first.first_day()), Some(range.last.last_day()));
    html! {
        <p data-claim={(!range.claims.is_empty()).then(|| range.claims.join(" "))} data-derived="true">
            { view.language.labelled(view.words().bounds.range_sum, &period) }{ " " }<strong>{ text }</strong>{ " " }
            <span class="meta">{ view.words().bounds.implied }</span>
        </p>
    }
}

/// The totals used, left out and switched off, each with a switch.
fn used(view: &View, selection: &ChartOptions, chart: &DeclineChart, implied: &Implied) -> Html {
    let words = view.words();
    let shown = chart.marks_of(BLOCK).rev().flat_map(|mark| &mark.records);
    let others =
        implied.kept.iter().chain(implied.set_aside.iter().map(|aside| &aside.claim)).chain(&selection.without);
    let own = |claim: &Claim| claim.metric == chart.metric && claim.area == chart.area;
    let mut ids: Vec<&RecordId> = Vec::new();
    for id in shown.chain(others) {
        if !ids.contains(&id) && view.dataset.claim(id).is_some_and(own) {
            ids.push(id);
        }
    }
    let left_out = implied.set_aside.len() + selection.without.len();
    html! {
        <details class="used">
            <summary>
                { words.bounds.totals }{ " " }<span class="meta" data-count="true">{ implied.kept.len() }</span>
                if left_out > 0 {
                    <span class="meta" data-count="true">{ format!(" − {left_out}") }</span>
                }
            </summary>
            <p class="lede">{ words.bounds.totals_lede }</p>
            <ul>{ for ids.into_iter().map(|id| switch(view, selection, implied, id)) }</ul>
        </details>
    }
}

fn switch(view: &View, selection: &ChartOptions, implied: &Implied, id: &RecordId) -> Html {
    let words = view.words();
    let Some(claim) = view.dataset.claim(id) else { return html! {} };
    let off = selection.without.iter().any(|other| other == id);
    let aside = implied.set_aside.iter().find(|aside| aside.claim == *id);
    let unused = !claim.is_comparable();
    html! {
        <li class={classes!((off || unused || aside.is_some()).then_some("off"))} data-claim={id.to_string()}>
            if !unused {
                <label>
                    <input
                        type="checkbox"
                        checked={!off}
                        aria-label={view.language.claim_sentence(&view.dataset, claim)}
                        onchange={view.asking::<Event>(Action::Without(id.to_owned()))}
                    />
                </label>
            }
            { dated_figure(view, id) }
            if unused {
                <span class="meta">{ if claim.used { words.dialog.not_comparable } else { words.dialog.not_used } }</span>
            } else if off {
                <span class="meta">{ words.bounds.switched_off }</span>
            } else if let Some(aside) = aside {
                <span class="meta">
                    if aside.conflicts_with.is_empty() {
                        { words.bounds.contradicts_assumption }
                    } else {
                        { words.bounds.contradicts }{ for aside.conflicts_with.iter().map(|id| dated_figure(view, id)) }
                    }
                </span>
            }
        </li>
    }
}

/// A claim's period and figure, as a link to it.
fn dated_figure(view: &View, id: &RecordId) -> Html {
    let Some(claim) = view.dataset.claim(id) else { return html! {} };
    let text = view.language.labelled(&view.language.claim_period(claim), &claim_figure(view, claim));
    html! { <>{ " " }<ClaimLink id={id.clone()}>{ text }</ClaimLink></> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slider_ends_without_a_limit_and_finds_its_positions_again() {
        assert_eq!((percent(0, 860), percent(99, 860), percent(100, 860)), (Some(0), Some(860), None));
        assert_eq!(position(None, 860), POSITIONS);
        for at in 0..POSITIONS {
            let limit = percent(at, 860);
            assert_eq!(percent(position(limit, 860), 860), limit);
        }
        assert_eq!((most(None), most(Some(430.5)), most(Some(1e9))), (200, 862, MONTHLY_CHANGE_LIMIT));
    }
}
