//! The head of the page: its name, sections, theme and language.

use yew::prelude::*;

use crate::{controls::theme_choice, hooks::theme::ThemeState, view::View};
use crackdown_core::query::Selection;

/// The link to the other language keeps the selection.
pub fn header(view: &View, selection: &Selection, theme: &ThemeState) -> Html {
    let words = view.words();
    let query = Some(selection.to_query()).filter(|query| !query.is_empty()).map(|query| format!("?{query}"));
    let languages = view.language.others().map(|other| {
        let href = format!("{}{}{}", view.language.root(), other.path(), query.as_deref().unwrap_or_default());
        html! { <a class="language" {href} lang={other.tag()} hreflang={other.tag()}>{ other.name() }</a> }
    });
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
                { for languages }
            </div>
        </header>
    }
}
