//! Buttons of the map and its panel.

use yew::prelude::*;

/// A button that shows a sign; its name is for those who cannot see it.
pub fn sign(sign: &'static str, name: String, disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" title={name.clone()} aria-label={name} {disabled} {onclick}>{ sign }</button> }
}

/// A button that shows words.
pub fn worded(words: &str, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" {onclick}>{ words }</button> }
}
