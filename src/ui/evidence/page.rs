//! The whole record on one page that needs no scripts.

use yew::prelude::*;

use super::table::{Line, table};
use crate::{
    explore::{Index, Selection, records},
    ui::{AppProps, checks::every_finding, method::glossary, view::View},
};

/// Every claim and event, newest first, each row a target of links (`#row-ID`).
#[component]
pub fn EvidencePage(props: &AppProps) -> Html {
    let AppProps { language, dataset, worked, geography } = props.clone();
    let index = Index::new(&dataset, []).into();
    let view = View { language, dataset, worked, geography, index, ask: Callback::noop(), want: Callback::noop() };
    let words = view.words();
    let lines: Vec<Line> = records(&view.dataset, &view.index, &Selection::default()).iter().map(Line::of).collect();
    html! {
        <ContextProvider<View> context={view.clone()}>
            <header class="site"><a class="brand" href="./">{ words.title }</a></header>
            <main class="evidence" id="content">
                <h1 id="evidence-title">{ words.evidence_title }</h1>
                <p class="count">{ lines.len() }{ " " }{ words.records }</p>
                { table(&view, &lines) }
                { every_finding(&view) }
                { glossary(&view) }
            </main>
            { super::super::frame::footer(&view) }
        </ContextProvider<View>>
    }
}
