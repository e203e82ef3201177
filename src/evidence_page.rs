//! The whole dataset on one page that needs no scripts.

use yew::prelude::*;

use crate::{
    app::AppProps,
    contradictions::every_finding,
    evidence::table::{Line, table},
    footer::footer,
    method::glossary,
    view::View,
};
use crackdown_core::query::{Index, Selection, records};

/// Every claim and event, newest first, each row a target of links (`#row-ID`).
#[component]
pub fn EvidencePage(props: &AppProps) -> Html {
    let AppProps { language, dataset, precomputed, geography } = props.clone();
    let index = Index::new(&dataset, []).into();
    let view = View { language, dataset, precomputed, geography, index, ask: Callback::noop(), want: Callback::noop() };
    let words = view.words();
    let lines: Vec<Line> =
        records(&view.dataset, &view.index, Selection::default().record_request()).iter().map(Line::of).collect();
    html! {
        <ContextProvider<View> context={view.clone()}>
            <header class="site"><a class="brand" href="./">{ words.site.title }</a></header>
            <main class="evidence" id="content">
                <h1 id="evidence-title">{ words.evidence.title }</h1>
                <p class="count">{ lines.len() }{ " " }{ words.evidence.records }</p>
                { table(&view, &lines) }
                { every_finding(&view) }
                { glossary(&view) }
            </main>
            { footer(&view) }
        </ContextProvider<View>>
    }
}
