//! Every claim and event: search, facets, table.

mod facets;
mod row;

use facets::{facet_select, search_box};
use row::{ClaimRow, EventRow};
use yew::prelude::*;

use super::view::{SelectionProps, use_view};
use crate::explore::{self, Action, Facet, Record, Selection};

/// The evidence that the selection asks for.
#[component]
pub fn Evidence(props: &SelectionProps) -> Html {
    let view = use_view();
    let words = view.words();
    // A claim in focus or another theme changes nothing here.
    let asked = Selection { claim: None, theme: Default::default(), ..props.selection.clone() };
    let ids = use_memo((asked, view.clone()), |(asked, view)| {
        let records = explore::records(&view.dataset, &view.index, asked);
        records
            .into_iter()
            .map(|record| (record.id().to_owned(), matches!(record, Record::Event(_))))
            .collect::<Vec<_>>()
    });
    let columns = [
        words.column_period,
        words.column_area,
        words.column_what,
        words.column_figure,
        words.column_says,
        words.column_source,
    ];
    html! {
        <section class="evidence" id="evidence" aria-labelledby="evidence-title">
            <h2 id="evidence-title">{ words.evidence_title }</h2>
            <p class="lede">{ words.evidence_lede }</p>
            <form class="facets" role="search" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                { search_box(&view, &props.selection.text) }
                { for [Facet::Metric, Facet::Area, Facet::Campaign].map(|facet| facet_select(&view, &props.selection, facet)) }
            </form>
            <p class="count" role="status" data-count="true">{ ids.len() }{ " " }{ words.records }</p>
            if ids.is_empty() {
                <p class="empty">
                    { words.none_found }{ " " }
                    <button type="button" onclick={view.asking::<MouseEvent>(Action::Clear)}>{ words.clear }</button>
                </p>
            } else {
                <div class="table-frame" role="region" aria-labelledby="evidence-title" tabindex="0">
                    <table>
                        <thead><tr>{ for columns.map(|name| html! { <th scope="col">{ name }</th> }) }</tr></thead>
                        <tbody>
                            { for ids.iter().map(|(id, is_event)| if *is_event {
                                html! { <EventRow key={id.clone()} id={id.clone()} /> }
                            } else {
                                html! { <ClaimRow key={id.clone()} id={id.clone()} /> }
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        </section>
    }
}
