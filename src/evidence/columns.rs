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
        Column::Period => words.column_period,
        Column::Area => words.column_area,
        Column::Metric => words.column_what,
        Column::Figure => words.column_figure,
        Column::Wording => words.column_says,
        Column::Source => words.column_source,
        Column::Campaign => words.campaign,
        Column::Published => words.column_published,
        Column::Reliability => words.reliability,
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
    html! { <fieldset class="columns"><legend>{ words.columns }</legend>{ for Column::ALL.iter().map(choice) }</fieldset> }
}
