//! A few choices next to each other, one of which is chosen.

use yew::prelude::*;

use crackdown_core::{locale::Words, query::Theme};

/// A button for each choice, in a group with a label that only readers of screens hear.
pub fn segments<T: Copy + PartialEq + 'static>(
    label: &'static str,
    chosen: T,
    choices: &[(T, &'static str)],
    choose: &Callback<T>,
) -> Html {
    html! {
        <div class="segments" role="group" aria-label={label}>
            { for choices.iter().map(|&(value, name)| {
                let onclick = choose.reform(move |_: MouseEvent| value);
                html! { <button type="button" aria-pressed={(value == chosen).to_string()} {onclick}>{ name }</button> }
            }) }
        </div>
    }
}

/// The choice between light and dark.
pub fn theme_choice(words: &Words, chosen: Theme, choose: &Callback<Theme>) -> Html {
    let themes = [(Theme::Auto, words.theme.auto), (Theme::Light, words.theme.light), (Theme::Dark, words.theme.dark)];
    segments(words.theme.label, chosen, &themes, choose)
}
