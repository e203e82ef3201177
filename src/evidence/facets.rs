//! The choices above the evidence table, each with the number of records it would show.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    controls::{Choice, on_choice, select},
    facet_names::{labels, value_name},
    view::{View, use_view},
    web::events,
};
use crackdown_core::{
    Named,
    query::{Action, Counts, Facet, Group, TEXT_LIMIT},
    sort::sort_by,
};

/// Full-text search as one types.
pub fn search_box(view: &View, text: &str) -> Html {
    let words = view.words();
    let oninput = {
        let ask = view.ask.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(text) = events::value(&event) {
                ask.emit(Action::Text(text.chars().take(TEXT_LIMIT).collect()));
            }
        })
    };
    html! {
        <label class="search">
            <span>{ words.evidence.search }</span>
            <input
                type="search"
                name="q"
                autocomplete="off"
                dir="auto"
                maxlength={TEXT_LIMIT.to_string()}
                placeholder={words.evidence.search_hint}
                value={text.to_owned()}
                {oninput}
            />
        </label>
    }
}

/// A facet and what it would show.
#[derive(Properties, PartialEq)]
pub struct FacetSelectProps {
    /// Which one.
    pub facet: Facet,
    /// The value chosen.
    pub chosen: Option<String>,
    /// How many records there are, and how many each choice would show.
    pub found: Rc<(usize, Counts)>,
}

/// A list of choices with counts. The chosen one stays in it even where it would show nothing. The others are drawn when the reader
/// comes to the list, since all lists together have some hundreds and each keystroke changes their counts.
#[component]
pub fn FacetSelect(props: &FacetSelectProps) -> Html {
    let view = use_view();
    let FacetSelectProps { facet, ref chosen, ref found } = *props;
    let chosen = chosen.as_deref();
    let (over, focused) = (use_state_eq(|| false), use_state_eq(|| false));
    let near = *over || *focused;
    let (label, all) = labels(&view, facet);
    let counts = found.1.of(facet).filter(|(value, _)| near || chosen == Some(*value));
    let mut choices: Vec<(String, usize)> = counts.map(|(value, count)| (value.to_owned(), count)).collect();
    if let Some(value) = chosen.filter(|value| !choices.iter().any(|choice| choice.0 == *value)) {
        choices.push((value.to_owned(), 0));
    }
    if facet == Facet::Year {
        sort_by(&mut choices, |a, b| b.0.cmp(&a.0));
    } else {
        sort_by(&mut choices, |a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    }
    let ask = view.ask.clone();
    let onchange = on_choice(move |value| ask.emit(Action::Facet(facet, value)));
    let [over, focused] = [over, focused].map(|state| move |is: bool| state.set(is));
    let (out, blurred) = (over.clone(), focused.clone());
    html! {
        <label>
            <span>{ label }</span>
            <select
                {onchange}
                onpointerover={move |_: PointerEvent| over(true)}
                onpointerout={move |_: PointerEvent| out(false)}
                onfocus={move |_: FocusEvent| focused(true)}
                onblur={move |_: FocusEvent| blurred(false)}
            >
                <option value="" selected={chosen.is_none()}>{ all }</option>
                { for choices.into_iter().map(|(value, count)| html! {
                    <option
                        key={value.clone()}
                        value={value.clone()}
                        selected={chosen == Some(value.as_str())}
                        data-count="true"
                        data-literal="name"
                    >{ view.language.with_aside(&value_name(&view, facet, &value), &count.to_string()) }</option>
                }) }
            </select>
        </label>
    }
}

/// The choice of groups.
pub fn group_select(view: &View, chosen: Option<Group>) -> Html {
    let words = view.words();
    let name = |group: Group| match group {
        Group::Metric => words.common.metric,
        Group::Area => words.common.area,
        Group::Source => words.common.source,
        Group::Year => words.facets.year,
    };
    let choice = |group: Option<Group>| Choice {
        value: group.map(Named::name).unwrap_or_default().to_owned(),
        name: group.map_or(words.facets.no_groups, name).to_owned(),
        chosen: group == chosen,
    };
    let choices = std::iter::once(None).chain(Group::ALL.iter().copied().map(Some)).map(choice);
    let ask = view.ask.clone();
    select(words.facets.group_by, choices, move |value| {
        ask.emit(Action::Group(value.and_then(|name| name.parse().ok())));
    })
}
