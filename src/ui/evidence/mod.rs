//! Every claim and event: search, facets, table.

mod facets;
mod page;
mod row;
mod table;

pub use page::EvidencePage;

use facets::{facet_select, search_box};
use table::{Entry, table};
use yew::prelude::*;

use super::view::{EVIDENCE_PAGE, SelectionProps, use_view};
use crate::explore::{self, Action, Facet, Selection};

/// Rows shown before the reader asks for all of them: what a few screens hold. The first view stays light.
const FIRST_ROWS: usize = 24;

/// The evidence that the selection asks for.
#[component]
pub fn Evidence(props: &SelectionProps) -> Html {
    let view = use_view();
    let words = view.words();
    // A claim in focus or another theme changes nothing here.
    let asked = Selection { claim: None, theme: Default::default(), ..props.selection.clone() };
    let entries = use_memo((asked, view.clone()), |(asked, view)| {
        explore::records(&view.dataset, &view.index, asked).iter().map(Entry::of).collect::<Vec<_>>()
    });
    let all = use_state_eq(|| false);
    let shown = if *all { entries.len() } else { entries.len().min(FIRST_ROWS) };
    let show_all = {
        let (all, want) = (all.clone(), view.want.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            want.emit(());
            all.set(true);
        })
    };
    html! {
        <section class="evidence" id="evidence" aria-labelledby="evidence-title">
            <h2 id="evidence-title">{ words.evidence_title }</h2>
            <p class="lede">{ words.evidence_lede }</p>
            <form class="facets" role="search" onsubmit={Callback::from(|event: SubmitEvent| event.prevent_default())}>
                { search_box(&view, &props.selection.text) }
                { for [Facet::Metric, Facet::Area, Facet::Campaign].map(|facet| facet_select(&view, &props.selection, facet)) }
            </form>
            <p class="count" role="status" data-count="true">{ entries.len() }{ " " }{ words.records }</p>
            if entries.is_empty() && !view.dataset.wording {
                <p class="empty">{ words.loading }</p>
            } else if entries.is_empty() {
                <p class="empty">
                    { words.none_found }{ " " }
                    <button type="button" onclick={view.asking::<MouseEvent>(Action::Clear)}>{ words.clear }</button>
                </p>
            } else {
                { table(words, &entries[..shown]) }
            }
            if shown < entries.len() {
                // Without scripts the link leads to the page that holds every row.
                <a class="button more" href={EVIDENCE_PAGE} data-count="true" onclick={show_all}>
                    { words.show_all }{ " " }{ entries.len() }
                </a>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Dataset, Package},
        explore::{Index, Record},
    };

    #[test]
    fn the_first_rows_have_their_wording_in_the_light_record() {
        let dataset = Dataset::read(&Package::light()).unwrap();
        let index = Index::new(&dataset);
        let records = explore::records(&dataset, &index, &Selection::default());
        for record in &records[..FIRST_ROWS] {
            let (text, source) = match record {
                Record::Claim(claim) => (&claim.text, &claim.source),
                Record::Event(event) => (&event.text, &event.source),
            };
            assert!(!text.en.is_empty() && !dataset.source(source).unwrap().url.is_empty(), "{}", record.id());
        }
        let after = records[FIRST_ROWS..]
            .iter()
            .find(|record| matches!(record, Record::Claim(claim) if !claim.text.en.is_empty()));
        assert_eq!(after, None, "no more than the first rows");
    }
}
