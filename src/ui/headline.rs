//! The first screen: what this is, and the founding article's figures.

use yew::prelude::*;

use super::{parts::ClaimLink, view::View};
use crate::{
    dataset::{Claim, Dataset},
    explore::{Action, Scope, Selection},
};

/// The article's figures in the order it gives them.
const METRICS: [&str; 5] =
    ["cases_cracked", "suspects_handed_over", "domestic_gang_suspects", "suspects_caught_abroad", "key_members_caught"];

/// The article's claim with a figure for a metric.
fn article_claim<'a>(dataset: &'a Dataset, metric: &str) -> Option<&'a Claim> {
    dataset.claims.iter().find(|claim| claim.in_article() && claim.metric == metric && claim.figure.is_some())
}

/// The article's statement that incidents fell, from its best source.
fn falling_claim(dataset: &Dataset) -> Option<&Claim> {
    let falling = dataset.claims.iter().filter(|claim| claim.in_article() && claim.metric == "incidents");
    falling.min_by_key(|claim| dataset.source(&claim.source).map(|source| source.reliability))
}

/// Title, figures and the switch between the article and all sources.
pub fn headline(view: &View, selection: &Selection) -> Html {
    let words = view.words();
    let figures = METRICS.iter().filter_map(|metric| article_claim(&view.dataset, metric));
    let scopes = [(Scope::All, words.scope_all), (Scope::Article, words.scope_article)];
    html! {
        <section class="headline" aria-labelledby="title">
            <h1 id="title">{ words.tagline }</h1>
            <p class="lede">{ words.lede }</p>
            <div class="article">
                <p class="kicker">{ words.article_lead }</p>
                <ul class="figures">
                    if let Some(claim) = falling_claim(&view.dataset) {
                        <li class="statement">
                            <ClaimLink id={claim.id.clone()}>
                                <strong><span aria-hidden="true">{ "↘ " }</span>{ words.article_falling }</strong>
                            </ClaimLink>
                            <span class="meta">{ words.article_no_months }</span>
                        </li>
                    }
                    { for figures.map(|claim| html! {
                        <li key={claim.id.clone()}>
                            <ClaimLink id={claim.id.clone()}>
                                <strong>
                                    { claim.figure.map(|figure| view.language.figure(&figure)) }
                                </strong>
                                <span>{ view.metric_name(&claim.metric) }</span>
                            </ClaimLink>
                            <span class="meta" data-claim={claim.id.clone()}>{ view.language.claim_period(claim) }</span>
                        </li>
                    }) }
                </ul>
                <div class="segments" role="group" aria-label={words.scope}>
                    { for scopes.map(|(scope, name)| html! {
                        <button
                            type="button"
                            aria-pressed={(selection.scope == scope).to_string()}
                            onclick={view.asking::<MouseEvent>(Action::Scope(scope))}
                        >{ name }</button>
                    }) }
                </div>
            </div>
        </section>
    }
}
