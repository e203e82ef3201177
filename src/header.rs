//! What surrounds the views: header, notices, the chips of the selection, footer.

use yew::prelude::*;

use crate::{
    controls::claim_figure,
    evidence::{labels, value_name},
    view::{EVIDENCE_PAGE, View},
};
use crackdown_core::{
    locale::Language,
    query::{Action, Notice, Scope, Selection, Theme},
};

/// Name of the explorer, sections, language and theme.
pub fn header(view: &View, selection: &Selection) -> Html {
    let words = view.words();
    let path = match view.language {
        Language::English => "zh/",
        Language::Chinese => "../",
    };
    let query = selection.to_query();
    let other = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    let other_tag = if view.language == Language::English { Language::Chinese } else { Language::English }.tag();
    let themes = [(Theme::Auto, words.theme.auto), (Theme::Light, words.theme.light), (Theme::Dark, words.theme.dark)];
    let sections = [
        ("#decline", words.nav.decline),
        ("#partners", words.nav.partners),
        ("#evidence", words.nav.evidence),
        ("#checks", words.nav.contradictions),
        ("#method", words.nav.method),
    ];
    html! {
        <header class="site">
            <a class="skip" href="#content">{ words.site.skip }</a>
            <a class="brand" href={view.language.root().replace("../", "./")}>{ words.site.title }</a>
            <nav aria-label={words.nav.label}>
                { for sections.map(|(href, name)| html! { <a {href}>{ name }</a> }) }
            </nav>
            <div class="settings">
                <div class="segments" role="group" aria-label={words.theme.label}>
                    { for themes.map(|(theme, name)| html! {
                        <button
                            type="button"
                            aria-pressed={(selection.theme == theme).to_string()}
                            onclick={view.asking::<MouseEvent>(Action::Theme(theme))}
                        >{ name }</button>
                    }) }
                </div>
                <a class="language" href={other} lang={other_tag} hreflang={other_tag}>{ words.site.other_language }</a>
            </div>
        </header>
    }
}

/// Messages above the page: where parts of the address were left out, and where the wording could not be fetched.
pub fn notices(view: &View, notices: &[Notice], failed: bool, dismiss: Callback<MouseEvent>) -> Html {
    let words = view.words();
    html! {
        <div role="status" class="notices">
            if failed {
                <p>
                    { words.notices.wording_failed }{ " " }
                    <button type="button" onclick={view.want.reform(|_| ())}>{ words.notices.retry }</button>{ " " }
                    <a href={EVIDENCE_PAGE}>{ words.common.show_all }</a>
                </p>
            }
            if !notices.is_empty() {
                <p>
                    <strong>{ words.notices.title }</strong>{ " — " }{ words.notices.ignored }{ " " }
                    { for notices.iter().map(|notice| html! {
                        <code data-literal="true" dir="auto">{ format!("{}={} ", notice.key, notice.found) }</code>
                    }) }
                    <button type="button" onclick={dismiss}>{ words.notices.dismiss }</button>
                </p>
            }
        </div>
    }
}

/// Every restriction of a selection, in words, and how to take it back.
pub fn restrictions(view: &View, selection: &Selection) -> Vec<(String, Action)> {
    let words = view.words();
    let Selection { scope, metric, range, area, campaign, text, listing, .. } = selection;
    let mut found: Vec<(String, Action)> = Vec::new();
    if *scope == Scope::Article {
        found.push((words.headline.article_only.to_owned(), Action::Scope(Scope::All)));
    }
    if let Some(code) = area {
        found.push((view.area_name(code).to_owned(), Action::Area(None)));
    }
    if let Some(range) = range {
        let period = view.language.period(Some(range.first().first_day()), Some(range.last().last_day()));
        found.push((period, Action::Range(None)));
    }
    if let Some(id) = metric {
        found.push((view.metric_name(id).to_owned(), Action::Metric(None)));
    }
    if let Some(id) = campaign {
        found.push((view.campaign_name(id).to_owned(), Action::Campaign(None)));
    }
    if let Some(percent) = selection.max_monthly_change {
        found.push((
            view.language.labelled(words.selection.max_change, &format!("≤ {percent}%")),
            Action::MaxMonthlyChange(None),
        ));
    }
    for id in &selection.without {
        let off = view.dataset.claim(id).map_or_else(|| id.clone(), |claim| claim_figure(view, claim));
        found.push((view.language.labelled(words.selection.excluded, &off), Action::Without(id.clone())));
    }
    if !text.is_empty() {
        found.push((format!("“{text}”"), Action::Text(String::new())));
    }
    for (facet, value) in &listing.chosen {
        let name = view.language.labelled(labels(view, *facet).0, &value_name(view, *facet, value));
        found.push((name, Action::List(Box::new(listing.with(*facet, None)))));
    }
    found
}

/// One chip a restriction, each with a way back.
pub fn chips(view: &View, selection: &Selection) -> Html {
    let words = view.words();
    let chips = restrictions(view, selection);
    html! {
        <div class="chips" role="group" aria-label={words.selection.label}>
            if selection.is_restricted() {
                <span class="meta">{ words.selection.label }</span>
                { for chips.into_iter().map(|(name, action)| chip(view, &name, action)) }
                <button type="button" class="quiet" onclick={view.asking::<MouseEvent>(Action::Clear)}>
                    { words.selection.clear }
                </button>
            }
        </div>
    }
}

/// A restriction in words, which a click takes back.
pub fn chip(view: &View, name: &str, action: Action) -> Html {
    let label = format!("{} {name}", view.words().selection.remove);
    html! {
        <button type="button" class="chip" aria-label={label} onclick={view.asking::<MouseEvent>(action)}>
            <bdi data-literal="true">{ name }</bdi><span aria-hidden="true">{ " ×" }</span>
        </button>
    }
}

/// What this is not.
pub fn footer(view: &View) -> Html {
    html! { <footer class="site"><p>{ view.words().site.footer }</p></footer> }
}
