//! How to cite the page, a view, a claim or an event.

use yew::prelude::*;

use super::use_copier;
use crate::{
    data,
    view::use_view,
    web::{clock, history},
};
use crackdown_core::{
    dataset::RecordId,
    export::{
        ExportContext,
        citation::{Format, Work, cite},
    },
    query::Record,
};

/// What is cited.
#[derive(Properties, PartialEq)]
pub struct CiteProps {
    /// Id of a claim or event; without one the view is cited.
    #[prop_or_default]
    pub id: Option<RecordId>,
    /// The view's query.
    #[prop_or_default]
    pub query: AttrValue,
}

/// One button a format: it copies the citation and shows it.
#[component]
pub fn Cite(props: &CiteProps) -> Html {
    let view = use_view();
    let words = view.words();
    let copier = use_copier((props.id.clone(), props.query.clone()));
    let buttons = Format::ALL.map(|format| {
        let (view, copier, id, query) = (view.clone(), copier.clone(), props.id.clone(), props.query.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let dataset = &view.dataset;
            let context = ExportContext {
                dataset,
                descriptor: data::DESCRIPTOR,
                records: &[],
                language: view.language,
                site: &history::site(),
                query: &query,
            };
            let record = id
                .as_ref()
                .and_then(|id| dataset.claim(id).map(Record::Claim).or_else(|| dataset.event(id).map(Record::Event)));
            let works = record.map_or_else(|| vec![Work::page(&context)], |record| Work::record(&context, record));
            copier.copy(cite(&works, format, clock::today()));
        });
        html! { <button type="button" {onclick} data-literal="format">{ format.name() }</button> }
    });
    html! {
        <div class="cite" role="group" aria-label={words.download.cite}>
            <span class="meta">{ words.download.cite }</span>{ for buttons }
            { copier.message(words, true) }
        </div>
    }
}
