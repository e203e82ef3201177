//! The head of the page: its name, sections, theme and language.

use yew::prelude::*;

use crate::{controls::theme_choice, hooks::theme::ThemeState, view::View};
use crackdown_core::{locale::Language, query::Selection};

/// The link to the other language keeps the selection.
pub fn header(view: &View, selection: &Selection, theme: &ThemeState) -> Html {
    let words = view.words();
    let path = match view.language {
        Language::English => "zh/",
        Language::Chinese => "../",
    };
    let query = selection.to_query();
    let other = if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") };
    let other_tag = if view.language == Language::English { Language::Chinese } else { Language::English }.tag();
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
                { theme_choice(words, theme.shown, &theme.choose) }
                <a class="language" href={other} lang={other_tag} hreflang={other_tag}>{ words.site.other_language }</a>
            </div>
        </header>
    }
}
