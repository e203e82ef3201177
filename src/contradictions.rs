//! The contradictions that the checks find, with their claims side by side.

use yew::prelude::*;

use crate::web::page;
use crate::{
    controls::{ClaimLink, claim_figure},
    view::{EVIDENCE_PAGE, View, use_view},
};
use crackdown_core::{
    analysis::{
        contradictions::{Contradiction, ContradictionKind},
        directions::Trend,
    },
    dataset::{Claim, HOME, Month},
    locale::Words,
    query::{Action, Query, Range, Selection},
};

/// One fold a check that found something; its contradictions are drawn once it is opened.
#[component]
pub fn Checks() -> Html {
    let view = use_view();
    let words = view.words();
    let opened = use_state_eq(|| None::<ContradictionKind>);
    let folds = ContradictionKind::ALL.into_iter().filter_map(|check| {
        let found: Vec<&Contradiction> = view.precomputed.contradictions.iter().filter(|contradiction| contradiction.check == check).collect();
        let (name, why) = check_words(words, check);
        let onclick = {
            let opened = opened.clone();
            Callback::from(move |_: MouseEvent| opened.set(Some(check)))
        };
        (!found.is_empty()).then(|| html! {
            <details class="check" name="check">
                <summary {onclick}>{ name }{ " " }<span class="meta" data-count="true">{ found.len() }</span></summary>
                <p class="lede" data-literal="prose">{ why }</p>
                if *opened == Some(check) {
                    <div class="contradictions">{ for found.into_iter().map(|contradiction| side_by_side(&view, contradiction)) }</div>
                }
            </details>
        })
    });
    html! {
        <section id="checks" aria-labelledby="checks-title">
            <h2 id="checks-title">{ words.contradictions.title }</h2>
            <p class="lede">{ words.contradictions.lede }</p>
            if view.precomputed.contradictions.is_empty() {
                <p>{ words.contradictions.none }</p>
            }
            { for folds }
            <p><a href={format!("{EVIDENCE_PAGE}#checks")}>{ words.contradictions.all }</a></p>
        </section>
    }
}

/// The contradictions of all checks, open, for the page of all rows.
pub fn every_finding(view: &View) -> Html {
    let words = view.words();
    html! {
        <section id="checks" aria-labelledby="checks-title">
            <h2 id="checks-title">{ words.contradictions.title }</h2>
            <p class="lede">{ words.contradictions.lede }</p>
            { for ContradictionKind::ALL.into_iter().map(|check| {
                let (name, why) = check_words(words, check);
                let mut found = view.precomputed.contradictions.iter().filter(|contradiction| contradiction.check == check).peekable();
                html! {
                    if found.peek().is_some() {
                        <h3>{ name }</h3>
                        <p class="lede">{ why }</p>
                        <div class="contradictions">{ for found.map(|contradiction| side_by_side(view, contradiction)) }</div>
                    }
                }
            }) }
        </section>
    }
}

/// Name and explanation of a check.
pub fn check_words(words: &Words, check: ContradictionKind) -> (&'static str, &'static str) {
    let words = &words.contradictions;
    let rule = match check {
        ContradictionKind::Inconsistent => &words.inconsistent,
        ContradictionKind::DifferentFigures => &words.different_figures,
        ContradictionKind::ImpliedBase => &words.implied_base,
        ContradictionKind::RepeatedFigure => &words.repeated_figure,
        ContradictionKind::SumOfOthers => &words.sum_of_others,
        ContradictionKind::UnitSlip => &words.unit_slip,
        ContradictionKind::Squeezed => &words.squeezed,
        ContradictionKind::Strained => &words.strained,
        ContradictionKind::TightLoop => &words.tight_loop,
        ContradictionKind::Misdated => &words.misdated,
        ContradictionKind::ContestedMonth => &words.contested_month,
        ContradictionKind::FirstMonthOrBase => &words.first_month_or_base,
        ContradictionKind::RunLength => &words.run_length,
    };
    (rule.name, rule.why)
}

fn side_by_side(view: &View, contradiction: &Contradiction) -> Html {
    let claims: Vec<&Claim> = contradiction.claims.iter().filter_map(|id| view.dataset.claim(id)).collect();
    let Some(first) = claims.first() else { return html! {} };
    html! {
        <div class="contradiction">
            <p class="kicker">
                { view.area_name(&first.area) }{ " · " }{ view.metric_name(&first.metric) }{ " · " }
                { on_the_chart(view, &claims) }
            </p>
            <ul>{ for claims.iter().map(|claim| side(view, claim, first)) }</ul>
        </div>
    }
}

/// One claim of a contradiction: figure, period, the interval that the figure stands for, source.
fn side(view: &View, claim: &Claim, first: &Claim) -> Html {
    let (words, language) = (view.words(), view.language);
    let source = view.dataset.source(&claim.source);
    let published = source.and_then(|source| source.published).map(|day| format!(" · {}", language.date(day)));
    html! {
        <li key={claim.id.as_str()} data-claim={claim.id.to_string()}>
            if claim.metric != first.metric {
                <span class="meta">{ view.metric_name(&claim.metric) }</span>
            }
            <ClaimLink id={claim.id.clone()} class={classes!("tabular")}>{ claim_figure(view, claim) }</ClaimLink>
            <span>{ language.claim_period(claim) }</span>
            if let Some(figure) = claim.figure {
                <span class="meta">{ language.labelled(words.dialog.range, &language.interval(figure.interval())) }</span>
            }
            <span class="meta">
                { source.map(|source| source.publisher.clone()).unwrap_or_default() }{ published.unwrap_or_default() }
            </span>
        </li>
    }
}

/// A link to the chart of the claims' metric, area and months.
fn on_the_chart(view: &View, claims: &[&Claim]) -> Html {
    let Some(first) = claims.first() else { return html! {} };
    let days = claims.iter().flat_map(|claim| [claim.start, claim.end]).flatten();
    let months = days.map(Month::of).map(|month| (month, month));
    let range = months.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))).map(|(first, last)| Range::between(first, last));
    let query = Query {
        metric: (!Trend::of(&view.dataset).includes(first)).then(|| first.metric.clone()),
        area: (first.area != HOME).then(|| first.area.clone()),
        range,
        ..Query::default()
    };
    let selection = Selection { query, ..Selection::default() };
    let href = format!("./?{}#decline", selection.to_query());
    let ask = view.ask.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        if !(event.ctrl_key() || event.meta_key() || event.shift_key()) {
            event.prevent_default();
            let Query { metric, area, range, .. } = selection.query.clone();
            // Clearing keeps the theme and how things are shown.
            [Action::Clear, Action::Metric(metric), Action::Area(area), Action::Range(range)]
                .into_iter()
                .for_each(|action| ask.emit(action));
            page::show("decline");
        }
    });
    html! { <a {href} {onclick}>{ view.words().contradictions.show_on_chart }</a> }
}
