//! The choices above the evidence table, each with the number of records it would show.

use std::rc::Rc;

use yew::prelude::*;

use super::table::column_name;
use crate::view::{View, use_view};
use crackdown_core::{
    dataset::Direction,
    query::{Action, Column, Counts, Facet, Group, Listing, Selection, TEXT_LIMIT},
    sort::sort_by,
};

/// Full-text search as one types.
pub fn search_box(view: &View, text: &str) -> Html {
    let words = view.words();
    let oninput = {
        let ask = view.ask.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<web_sys::HtmlInputElement>() {
                ask.emit(Action::Text(input.value().chars().take(TEXT_LIMIT).collect()));
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

/// Label of a facet, and of no choice in it.
pub fn labels(view: &View, facet: Facet) -> (&'static str, &'static str) {
    let words = view.words();
    match facet {
        Facet::Metric => (words.common.metric, words.facets.all_metrics),
        Facet::Area => (words.common.area, words.facets.all_areas),
        Facet::Campaign => (words.common.campaign, words.facets.all_campaigns),
        Facet::Range => (words.common.period, words.facets.any),
        Facet::Publisher => (words.facets.publisher, words.facets.any),
        Facet::Language => (words.common.source_language, words.facets.any),
        Facet::Reliability => (words.reliability.label, words.facets.any),
        Facet::Year => (words.facets.year, words.facets.any),
        Facet::Qualifier => (words.precision.label, words.facets.any),
        Facet::Direction => (words.facets.direction, words.facets.any),
        Facet::Article => (words.facets.article, words.facets.any),
        Facet::Conflict => (words.nav.contradictions, words.facets.any),
    }
}

/// A value of a facet in words.
pub fn value_name(view: &View, facet: Facet, value: &str) -> String {
    let words = view.words();
    let listed = |names: &[&'static str], keys: &[&str]| {
        let at = keys.iter().position(|key| *key == value);
        at.and_then(|at| names.get(at)).map_or_else(|| value.to_owned(), |name| (*name).to_owned())
    };
    match facet {
        Facet::Metric => view.metric_name(value).to_owned(),
        Facet::Area => view.area_name(value).to_owned(),
        Facet::Campaign => view.campaign_name(value).to_owned(),
        Facet::Reliability => listed(&words.reliability.names, &["high", "medium", "low"]),
        Facet::Qualifier => {
            listed(&words.precision.names, &["exact", "rounded", "about", "more_than", "at_least", "nearly"])
        }
        Facet::Direction => {
            let names = [Direction::Down, Direction::Up, Direction::Flat].map(|way| view.language.direction(way));
            listed(&names, &["down", "up", "flat"])
        }
        Facet::Article => listed(&[words.facets.in_article, words.facets.not_in_article], &["article", "other"]),
        Facet::Conflict => listed(&[words.facets.in_contradiction, words.facets.not_in_contradiction], &["yes", "no"]),
        Facet::Language => words.language_name(value).to_owned(),
        Facet::Range | Facet::Publisher | Facet::Year => value.to_owned(),
    }
}

/// A facet and what it would show.
#[derive(Properties, PartialEq)]
pub struct FacetSelectProps {
    /// Which one.
    pub facet: Facet,
    /// What is selected.
    pub selection: Selection,
    /// How many records there are, and how many each choice would show.
    pub found: Rc<(usize, Counts)>,
}

/// A list of choices with counts. The chosen one stays in it even where it would show nothing. The others are drawn when the reader
/// comes to the list, since all lists together have some hundreds and each keystroke changes their counts.
#[component]
pub fn FacetSelect(props: &FacetSelectProps) -> Html {
    let view = use_view();
    let FacetSelectProps { facet, selection, found } = props;
    let facet = *facet;
    let (over, focused) = (use_state_eq(|| false), use_state_eq(|| false));
    let near = *over || *focused;
    let (label, all) = labels(&view, facet);
    let chosen = match facet {
        Facet::Metric => selection.metric.as_deref(),
        Facet::Area => selection.area.as_deref(),
        Facet::Campaign => selection.campaign.as_deref(),
        _ => selection.listing.choice(facet),
    };
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
    let onchange = {
        let listing = selection.listing.clone();
        changing(&view, move |chosen| match facet {
            Facet::Metric => Action::Metric(chosen),
            Facet::Area => Action::Area(chosen),
            Facet::Campaign => Action::Campaign(chosen),
            _ => Action::List(Box::new(listing.with(facet, chosen))),
        })
    };
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
                        data-literal="true"
                    >{ format!("{} ({count})", value_name(&view, facet, &value)) }</option>
                }) }
            </select>
        </label>
    }
}

/// The choice of groups.
pub fn group_select(view: &View, listing: &Listing) -> Html {
    let words = view.words();
    let names = [words.common.metric, words.common.area, words.common.source, words.facets.year];
    let onchange = {
        let listing = listing.clone();
        changing(view, move |chosen| {
            let group = chosen.as_deref().and_then(Group::named);
            Action::List(Box::new(Listing { group, ..listing.clone() }))
        })
    };
    html! {
        <label>
            <span>{ words.facets.group_by }</span>
            <select {onchange}>
                <option value="" selected={listing.group.is_none()}>{ words.facets.no_groups }</option>
                { for Group::ALL.into_iter().zip(names).map(|(group, name)| html! {
                    <option value={group.name()} selected={listing.group == Some(group)}>{ name }</option>
                }) }
            </select>
        </label>
    }
}

/// The choice of columns. That of the figure stays.
pub fn column_choice(view: &View, listing: &Listing) -> Html {
    let words = view.words();
    let choice = |column: Column| {
        let columns = listing.columns.toggled(column);
        let onchange = view.asking::<Event>(Action::List(Box::new(Listing { columns, ..listing.clone() })));
        html! {
            <label key={column.name()}>
                <input type="checkbox" checked={listing.columns.has(column)} disabled={column == Column::Figure} {onchange} />
                { column_name(words, column) }
            </label>
        }
    };
    html! { <fieldset class="columns"><legend>{ words.columns.label }</legend>{ for Column::ALL.map(choice) }</fieldset> }
}

/// Asks for what a select's value means; nothing where the value is empty.
fn changing(view: &View, action: impl Fn(Option<String>) -> Action + 'static) -> Callback<Event> {
    let ask = view.ask.clone();
    Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() {
            ask.emit(action(Some(select.value()).filter(|value| !value.is_empty())));
        }
    })
}
