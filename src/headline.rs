//! The first screen: what this is, and the founding article's figures.

use yew::prelude::*;

use crate::{
    controls::{ClaimLink, segments},
    view::View,
};
use crackdown_core::query::{Action, Scope, article_falling, article_figures};

/// Title, figures and the switch between the article and all sources.
pub fn headline(view: &View, scope: Scope) -> Html {
    let words = view.words();
    let scopes = [(Scope::All, words.headline.all_sources), (Scope::Article, words.headline.article_only)];
    html! {
        <section class="headline" aria-labelledby="title">
            <h1 id="title">{ words.site.tagline }</h1>
            <p class="lede">{ words.site.lede }</p>
            <div class="article">
                <p class="kicker">{ words.headline.article }</p>
                <ul class="figures">
                    if let Some(claim) = article_falling(&view.dataset) {
                        <li class="statement">
                            <ClaimLink id={claim.id.clone()}>
                                <strong><span aria-hidden="true">{ "↘ " }</span>{ words.headline.falling }</strong>
                            </ClaimLink>
                            <span class="meta">{ words.headline.no_months }</span>
                        </li>
                    }
                    { for article_figures(&view.dataset).map(|claim| html! {
                        <li key={claim.id.as_str()}>
                            <ClaimLink id={claim.id.clone()}>
                                <strong>
                                    { claim.figure.map(|figure| view.language.figure(&figure)) }
                                </strong>
                                <span>{ view.metric_name(&claim.metric) }</span>
                            </ClaimLink>
                            <span class="meta" data-claim={claim.id.to_string()}>{ view.language.claim_period(claim) }</span>
                        </li>
                    }) }
                </ul>
                { segments(words.headline.scope, scope, &scopes, &view.ask.reform(Action::Scope)) }
            </div>
        </section>
    }
}
