//! The selection and the address: each follows the other.

use std::rc::Rc;

use yew::prelude::*;

use crate::web::{api, history, page};
use crackdown_core::{
    dataset::Dataset,
    query::{Action, Listing, Notice, Selection},
};

/// Reads the selection from the address once the first render stands, and again whenever the reader goes back or forward. Whether
/// it has been read, and what of it could not be used.
#[hook]
pub fn use_address(dataset: &Rc<Dataset>, ask: &Callback<Action>) -> (bool, UseStateHandle<Vec<Notice>>) {
    let notices = use_state_eq(Vec::<Notice>::new);
    let opened = use_state_eq(|| false);
    {
        let (dataset, ask) = (Rc::clone(dataset), ask.clone());
        use_effect_with(dataset.wording, move |_| {
            let _ = api::install(&dataset, move |selection| ask.emit(Action::Open(Box::new(selection))));
        });
    }
    {
        let (dataset, ask) = (Rc::clone(dataset), ask.clone());
        let (notices, opened) = (notices.setter(), opened.setter());
        use_effect_with((), move |()| {
            let open = move || {
                let (selection, found) = Selection::from_query(&dataset, &history::query());
                notices.set(found);
                ask.emit(Action::Open(Box::new(selection)));
            };
            open();
            opened.set(true);
            let listener = history::on_travel(open);
            move || drop(listener)
        });
    }
    (*opened, notices)
}

/// Writes the selection into the address, after the address itself was read.
#[hook]
pub fn use_trace(selection: &Selection, opened: bool) {
    let last = use_mut_ref(|| None::<Selection>);
    use_effect_with((selection.clone(), opened), move |(selection, opened)| {
        if *opened {
            let entry = match &*last.borrow() {
                Some(last) if !is_passing(last, selection) => history::Entry::Push,
                _ => history::Entry::Replace,
            };
            history::write(&selection.to_query(), entry);
            page::announce_ready();
            *last.borrow_mut() = Some(selection.clone());
        }
    });
}

/// Whether a change is one of many in a row, or no change of what is asked: typing, a step of the map through the months, the theme.
/// The Back button does not undo these one by one.
fn is_passing(last: &Selection, next: &Selection) -> bool {
    let listing = Listing { text: next.listing.text.clone(), ..last.listing.clone() };
    Selection { date: next.date, theme: next.theme, listing, ..last.clone() } == *next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_and_playing_make_no_entries_in_the_history() {
        let start = Selection::default();
        let after = |action: Action| start.after(action);
        assert!(is_passing(&start, &after(Action::Text("yunnan".into()))));
        assert!(is_passing(&start, &after(Action::Date("2023-10".parse().ok()))));
        assert!(!is_passing(&start, &after(Action::Area(Some("MMR".into())))));
        assert!(!is_passing(&start, &after(Action::CompareClaim("mmr-2024".into()))));
    }
}
