//! The choices above the evidence table, each with the number of records it would show.

use yew::prelude::*;

use crate::{
    explore::{self, Action, Facet, Selection, TEXT_LIMIT},
    order::sort_by,
    ui::view::View,
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
            <span>{ words.search }</span>
            <input
                type="search"
                name="q"
                autocomplete="off"
                maxlength={TEXT_LIMIT.to_string()}
                placeholder={words.search_hint}
                value={text.to_owned()}
                {oninput}
            />
        </label>
    }
}

/// A list of choices with counts. The chosen one stays in it even where it would show nothing.
pub fn facet_select(view: &View, selection: &Selection, facet: Facet) -> Html {
    let words = view.words();
    let (label, all, chosen) = match facet {
        Facet::Metric => (words.metric, words.metric_all, &selection.metric),
        Facet::Area => (words.area, words.area_all, &selection.area),
        Facet::Campaign | Facet::Range => (words.campaign, words.campaign_all, &selection.campaign),
    };
    let mut counts = explore::counts(&view.dataset, &view.index, selection, facet);
    if let Some(id) = chosen {
        counts.entry(id.clone()).or_insert(0);
    }
    let mut choices: Vec<_> = counts
        .into_iter()
        .map(|(id, count)| {
            let name = match facet {
                Facet::Metric => view.metric_name(&id),
                Facet::Area => view.area_name(&id),
                Facet::Campaign | Facet::Range => view.campaign_name(&id),
            };
            (format!("{name} ({count})"), id, count)
        })
        .collect();
    sort_by(&mut choices, |a, b| b.2.cmp(&a.2).then_with(|| a.0.cmp(&b.0)));
    let onchange = {
        let ask = view.ask.clone();
        Callback::from(move |event: Event| {
            let Some(select) = event.target_dyn_into::<web_sys::HtmlSelectElement>() else { return };
            let chosen = Some(select.value()).filter(|value| !value.is_empty());
            ask.emit(match facet {
                Facet::Metric => Action::Metric(chosen),
                Facet::Area => Action::Area(chosen),
                Facet::Campaign | Facet::Range => Action::Campaign(chosen),
            });
        })
    };
    html! {
        <label>
            <span>{ label }</span>
            <select {onchange}>
                <option value="" selected={chosen.is_none()}>{ all }</option>
                { for choices.into_iter().map(|(name, id, _)| html! {
                    <option key={id.clone()} value={id.clone()} selected={chosen.as_ref() == Some(&id)} data-count="true">{ name }</option>
                }) }
            </select>
        </label>
    }
}
