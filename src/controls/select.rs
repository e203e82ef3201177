//! A list of choices that opens under its label.

use yew::prelude::*;

use crate::web::events;

/// One of the choices.
pub struct Choice {
    /// Its value; empty where it means no choice.
    pub value: String,
    /// What it is called.
    pub name: String,
    /// Whether it is the one chosen.
    pub chosen: bool,
}

/// A label and its list. `choose` gets the value chosen, `None` for the empty one.
pub fn select(
    label: &'static str,
    choices: impl IntoIterator<Item = Choice>,
    choose: impl Fn(Option<String>) + 'static,
) -> Html {
    html! {
        <label>
            <span>{ label }</span>
            <select onchange={on_choice(choose)}>
                { for choices.into_iter().map(|Choice { value, name, chosen }| html! {
                    <option key={value.clone()} {value} selected={chosen}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

/// Listens to a select: calls with the value chosen, `None` for the empty one.
pub fn on_choice(choose: impl Fn(Option<String>) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(value) = events::value(&event) {
            choose(Some(value).filter(|value| !value.is_empty()));
        }
    })
}
