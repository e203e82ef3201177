//! Claims and events as rows.

use yew::prelude::*;

use super::row::{ClaimRow, EventRow};
use crate::{explore::Record, locale::Words};

/// A row to be: which record, and of which kind.
#[derive(Clone, PartialEq)]
pub struct Entry {
    id: AttrValue,
    is_event: bool,
}

impl Entry {
    /// The row of a record.
    pub fn of(record: &Record<'_>) -> Self {
        Self { id: AttrValue::from(record.id().to_owned()), is_event: matches!(record, Record::Event(_)) }
    }
}

/// A table of claims and events in the order given.
pub fn table(words: &Words, entries: &[Entry]) -> Html {
    let columns = [
        words.column_period,
        words.column_area,
        words.column_what,
        words.column_figure,
        words.column_says,
        words.column_source,
    ];
    html! {
        <div class="table-frame" role="region" aria-labelledby="evidence-title" tabindex="0">
            <table>
                <thead><tr>{ for columns.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                <tbody>
                    { for entries.iter().map(|Entry { id, is_event }| if *is_event {
                        html! { <EventRow key={id.as_str()} id={id.clone()} /> }
                    } else {
                        html! { <ClaimRow key={id.as_str()} id={id.clone()} /> }
                    }) }
                </tbody>
            </table>
        </div>
    }
}
