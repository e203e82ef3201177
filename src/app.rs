//! The application: one selection, and every view drawn from its part of it.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    chips::chips,
    claim_dialog::ClaimDialog,
    contradictions::Checks,
    decline::Decline,
    embedded::embedded,
    evidence::Evidence,
    footer::footer,
    header::header,
    headline::headline,
    hooks::{
        address::{use_address, use_trace},
        dataset::{DatasetState, use_dataset},
        theme::use_theme,
    },
    method::Method,
    notices::notices,
    partners::Partners,
    view::View,
};
use crackdown_core::{
    analysis::precomputed::Precomputed,
    dataset::Dataset,
    drawing::map::Basemap,
    locale::Language,
    query::{Action, Index, Listing, Query, Selection},
};

/// The dataset and the language to show it in.
#[derive(Properties, Clone)]
pub struct AppProps {
    /// Language of the document.
    pub language: Language,
    /// The dataset.
    pub dataset: Rc<Dataset>,
    /// What was precomputed from it.
    pub precomputed: Rc<Precomputed>,
    /// Geography of the first view.
    pub geography: Rc<Basemap>,
}

impl PartialEq for AppProps {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && Rc::ptr_eq(&self.dataset, &other.dataset)
    }
}

#[derive(Clone, PartialEq, Default)]
struct Store(Selection);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(self.0.after(action)))
    }
}

/// The whole page.
#[component]
pub fn App(props: &AppProps) -> Html {
    let store = use_reducer_eq(Store::default);
    let selection = &store.0;
    let DatasetState { dataset, failed, want } = use_dataset(&props.dataset, props.language);
    let index = {
        let whole = AppProps { dataset: Rc::clone(&dataset), ..props.clone() };
        use_memo(whole, |whole| {
            let conflicting = whole.precomputed.contradictions.iter().flat_map(|contradiction| &contradiction.claims);
            Index::new(&whole.dataset, conflicting.map(|id| id.as_str()))
        })
    };
    let ask = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    let (opened, found) = use_address(&dataset, &ask);
    use_trace(selection, opened);
    let theme = use_theme(selection.theme, opened, &ask);
    {
        let want = want.clone();
        use_effect_with(opened && needs_wording(selection), move |needed| {
            if *needed {
                want.emit(())
            }
        });
    }
    let precomputed = Rc::clone(&props.precomputed);
    let geography = Rc::clone(&props.geography);
    let view = View { language: props.language, dataset, precomputed, geography, index, ask, want };
    if let Some(embed) = selection.embed {
        return html! { <ContextProvider<View> context={view.clone()}>{ embedded(&view, embed, selection) }</ContextProvider<View>> };
    }
    let Selection { query, date, chart, map, listing, focus, .. } = selection.clone();
    html! {
        <ContextProvider<View> context={view.clone()}>
            { header(&view, selection, &theme) }
            <main id="content">
                { notices(&view, &found, failed) }
                { headline(&view, query.scope) }
                { chips(&view, selection) }
                <Decline query={query.clone()} {chart} />
                <Partners query={query.clone()} {date} {map} />
                <Evidence query={query.clone()} {date} listing={listing.clone()} />
                <Checks />
                <Method />
            </main>
            { footer(&view) }
            <ClaimDialog {focus} {query} {date} {listing} />
        </ContextProvider<View>>
    }
}

/// Whether more is shown than the first rows, whose wording came with the page.
fn needs_wording(selection: &Selection) -> bool {
    let Selection { query, date, listing, focus, .. } = selection;
    *query != Query::default() || date.is_some() || *listing != Listing::default() || focus.is_some()
}
