//! What the reader has chosen, in words, each with a button that removes it.

use yew::prelude::*;

use crate::{
    controls::claim_figure,
    facet_names::{labels, value_name},
    view::View,
};
use crackdown_core::query::{Action, ChartOptions, Listing, Query, Scope, Selection};

/// A restriction in words, and the action that removes it.
pub type Restriction = (String, Action);

/// Restrictions of every view.
pub fn of_query(view: &View, query: &Query) -> Vec<Restriction> {
    let words = view.words();
    let Query { scope, metric, range, area, campaign } = query;
    let mut found: Vec<Restriction> = Vec::new();
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
    found
}

/// The allowances of the bounds, and the claims kept out of them.
fn of_chart(view: &View, chart: &ChartOptions) -> Vec<Restriction> {
    let words = view.words();
    let assumed = chart.max_monthly_change.map(|percent| {
        (view.language.labelled(words.selection.max_change, &format!("≤ {percent}%")), Action::MaxMonthlyChange(None))
    });
    let revised = Some(chart.revision).filter(|percent| *percent > 0).map(|percent| {
        (view.language.labelled(words.selection.revision, &format!("≤ {percent}%")), Action::Revision(0))
    });
    let without = chart.without.iter().map(|id| {
        let off = view.dataset.claim(id).map_or_else(|| id.to_string(), |claim| claim_figure(view, claim));
        (view.language.labelled(words.selection.excluded, &off), Action::Without(id.clone()))
    });
    assumed.into_iter().chain(revised).chain(without).collect()
}

/// Search text and facets of the evidence.
pub fn of_listing(view: &View, listing: &Listing) -> Vec<Restriction> {
    let text = Some(&listing.text).filter(|text| !text.is_empty());
    let text = text.map(|text| (format!("“{text}”"), Action::Text(String::new())));
    let chosen = listing.chosen.iter().map(|(facet, value)| {
        let name = view.language.labelled(labels(view, *facet).0, &value_name(view, *facet, value));
        (name, Action::Facet(*facet, None))
    });
    text.into_iter().chain(chosen).collect()
}

/// One chip a restriction, and a button that removes all.
pub fn chips(view: &View, selection: &Selection) -> Html {
    let words = view.words();
    let mut restrictions = of_query(view, &selection.query);
    restrictions.extend(of_chart(view, &selection.chart));
    restrictions.extend(of_listing(view, &selection.listing));
    html! {
        <div class="chips" role="group" aria-label={words.selection.label}>
            if !restrictions.is_empty() {
                <span class="meta">{ words.selection.label }</span>
                { for restrictions.into_iter().map(|restriction| chip(view, restriction)) }
                <button type="button" class="quiet" onclick={view.asking::<MouseEvent>(Action::Clear)}>
                    { words.selection.clear }
                </button>
            }
        </div>
    }
}

/// A restriction that a click removes.
pub fn chip(view: &View, (name, action): Restriction) -> Html {
    let label = format!("{} {name}", view.words().selection.remove);
    html! {
        <button type="button" class="chip" aria-label={label} onclick={view.asking::<MouseEvent>(action)}>
            <bdi data-literal="selection">{ name }</bdi><span aria-hidden="true">{ " ×" }</span>
        </button>
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::testing::view_of;
    use crackdown_core::{analysis::precomputed::Precomputed, locale::Language};

    #[test]
    fn an_allowance_has_a_chip_that_removes_it() {
        let view = view_of(&Rc::default(), Language::English, Precomputed::default());
        let chips = |revision| of_chart(&view, &ChartOptions { revision, ..ChartOptions::default() });
        assert_eq!(chips(0), []);
        assert_eq!(chips(2), [("Allowed for later revision: ≤ 2%".to_owned(), Action::Revision(0))]);
    }
}
