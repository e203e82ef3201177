//! What columns are called, and the choice of those shown.

use yew::prelude::*;

use crate::view::View;
use crackdown_core::{
    Named,
    locale::Words,
    query::{Action, Column, Columns},
};

/// What a column is called.
pub fn column_name(words: &Words, column: Column) -> &'static str {
    match column {
        Column::Period => words.columns.period,
        Column::Area => words.columns.area,
        Column::Metric => words.columns.what,
        Column::Figure => words.columns.figure,
        Column::Wording => words.columns.summary,
        Column::Source => words.columns.source,
        Column::Campaign => words.common.campaign,
        Column::Published => words.columns.published,
        Column::Reliability => words.reliability.label,
    }
}

/// The choice of columns. That of the figure stays.
pub fn column_choice(view: &View, columns: Columns) -> Html {
    let words = view.words();
    let choice = |&column: &Column| {
        let onchange = view.asking::<Event>(Action::ToggleColumn(column));
        html! {
            <label key={column.name()}>
                <input type="checkbox" checked={columns.has(column)} disabled={column == Column::Figure} {onchange} />
                { column_name(words, column) }
            </label>
        }
    };
    html! { <fieldset class="columns"><legend>{ words.columns.label }</legend>{ for Column::ALL.iter().map(choice) }</fieldset> }
}
