//! The application: one selection, and every view drawn from it.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::{api, history, page, theme};
use crate::{
    claim_dialog::ClaimDialog,
    contradictions::Checks,
    decline::Decline,
    embedded::embedded,
    evidence::Evidence,
    header::{chips, footer, header, notices},
    headline::headline,
    hooks::dataset::{DatasetState, use_dataset},
    method::Method,
    partners::Partners,
    view::View,
};
use crackdown_core::{
    analysis::precomputed::Precomputed,
    dataset::Dataset,
    drawing::map::Basemap,
    locale::Language,
    query::{Action, Index, Notice, Selection, Theme},
};

/// The record and the language to show it in.
#[derive(Properties, Clone)]
pub struct AppProps {
    /// Language of the document.
    pub language: Language,
    /// The record.
    pub dataset: Rc<Dataset>,
    /// What was precomputed out of it.
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
    let found = use_state_eq(Vec::<Notice>::new);
    let opened = use_state_eq(|| false);
    let DatasetState { dataset, failed, want } = use_dataset(&props.dataset, props.language);
    let index = {
        let whole = AppProps { dataset: Rc::clone(&dataset), ..props.clone() };
        use_memo(whole, |whole| {
            let conflicting = whole.precomputed.contradictions.iter().flat_map(|contradiction| &contradiction.claims);
            Index::new(&whole.dataset, conflicting.map(String::as_str))
        })
    };
    let ask = {
        let dispatcher = store.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    use_address(&dataset, &ask, &found, &opened);
    use_trace(&store.0, *opened);
    let selection = store.0.clone();
    // Any other rows than the first need wording that is not there yet.
    let more = *opened && Selection { theme: Theme::default(), ..selection.clone() } != Selection::default();
    {
        let want = want.clone();
        use_effect_with(more, move |more| {
            if *more {
                want.emit(())
            }
        });
    }
    let precomputed = Rc::clone(&props.precomputed);
    let geography = Rc::clone(&props.geography);
    let view = View { language: props.language, dataset, precomputed, geography, index, ask: ask.clone(), want };
    let beside = selection.beside_the_map();
    let dismiss = {
        let found = found.clone();
        Callback::from(move |_: MouseEvent| found.set(Vec::new()))
    };
    if let Some(embed) = selection.embed {
        return html! { <ContextProvider<View> context={view.clone()}>{ embedded(&view, embed, selection) }</ContextProvider<View>> };
    }
    html! {
        <ContextProvider<View> context={view.clone()}>
            { header(&view, &selection) }
            <main id="content">
                { notices(&view, &found, failed, dismiss) }
                { headline(&view, &selection) }
                { chips(&view, &selection) }
                <Decline selection={Selection { date: None, ..beside.drawn() }} />
                <Partners selection={selection.drawn().beside_the_chart()} />
                <Evidence selection={beside.beside_the_chart()} />
                <Checks />
                <Method />
            </main>
            { footer(&view) }
            <ClaimDialog {selection} />
        </ContextProvider<View>>
    }
}

/// Takes the selection from the address once the first render stands, and again whenever the reader goes back or forward.
#[hook]
fn use_address(
    dataset: &Rc<Dataset>,
    ask: &Callback<Action>,
    notices: &UseStateHandle<Vec<Notice>>,
    opened: &UseStateHandle<bool>,
) {
    {
        let (dataset, ask) = (Rc::clone(dataset), ask.clone());
        use_effect_with(dataset.wording, move |_| {
            let _ = api::install(&dataset, move |selection| ask.emit(Action::Open(Box::new(selection))));
        });
    }
    let (dataset, ask, notices, opened) = (Rc::clone(dataset), ask.clone(), notices.clone(), opened.clone());
    use_effect_with((), move |()| {
        let open = {
            let (dataset, ask) = (Rc::clone(&dataset), ask.clone());
            move || {
                let (mut selection, found) = Selection::from_query(&dataset, &history::query());
                if selection.theme == Theme::Auto {
                    selection.theme = theme::stored();
                }
                notices.set(found);
                ask.emit(Action::Open(Box::new(selection)));
            }
        };
        open();
        opened.set(true);
        let listener = history::on_travel(open);
        move || drop(listener)
    });
}

/// Writes the selection into the address and the theme onto the page, after the address itself was read.
#[hook]
fn use_trace(selection: &Selection, opened: bool) {
    let last = use_mut_ref(|| None::<Selection>);
    use_effect_with((selection.clone(), opened), move |(selection, opened)| {
        if *opened {
            let typing = last.borrow().as_ref().is_none_or(|last| {
                // Neither is a step of the map through the months.
                let (text, theme, date) = (selection.text.clone(), selection.theme, selection.date);
                let alike = Selection { text, theme, date, ..last.clone() };
                alike == *selection
            });
            history::write(&selection.to_query(), if typing { history::Entry::Replace } else { history::Entry::Push });
            theme::apply(selection.theme);
            page::announce_ready();
            *last.borrow_mut() = Some(selection.clone());
        }
    });
}
