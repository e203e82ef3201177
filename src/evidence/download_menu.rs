//! Taking the evidence away as it is listed.

use crate::data;
use yew::prelude::*;

use crate::{
    controls::{Cite, Copier, use_copier},
    view::{View, use_view},
    web::download,
};
use crackdown_core::{
    export::{ExportContext, Sheet, csv, file_name, json, markdown, package, text},
    query::Selection,
};

/// A way to take it away.
#[derive(Clone, Copy, PartialEq)]
enum Way {
    Csv,
    Excel,
    Json,
    Package,
    Markdown,
    Text,
    Link,
}

/// A fold of ways to take the selection away; its wording is fetched once it is opened.
#[derive(Properties, PartialEq)]
pub struct TakeProps {
    /// What is selected.
    pub selection: Selection,
}

/// See [`TakeProps`].
#[component]
pub fn DownloadMenu(props: &TakeProps) -> Html {
    let view = use_view();
    let words = view.words();
    let query = props.selection.to_query();
    let copier = use_copier(query.clone());
    let ways = [
        (Way::Csv, "CSV"),
        (Way::Excel, words.download.excel),
        (Way::Json, "JSON"),
        (Way::Package, "Data Package"),
        (Way::Markdown, words.download.copy_table),
        (Way::Text, words.download.copy_text),
        (Way::Link, words.common.copy_link),
    ];
    let waiting = !view.dataset.wording;
    let buttons = ways.map(|(way, name)| {
        let (view, selection, copier) = (view.clone(), props.selection.clone(), copier.clone());
        let onclick = Callback::from(move |_: MouseEvent| carry(&view, &selection, way, &copier));
        html! { <button type="button" disabled={waiting} {onclick} data-literal="true">{ name }</button> }
    });
    html! {
        <details class="take">
            <summary onclick={view.want.reform(|_: MouseEvent| ())}>{ words.download.title }</summary>
            <div class="presets">{ for buttons }</div>
            { copier.said(words, false) }
            <Cite {query} />
        </details>
    }
}

fn carry(view: &View, selection: &Selection, way: Way, copier: &Copier) {
    let (site, query, records) = (download::site(), selection.to_query(), view.listed(selection.record_request()));
    let (dataset, language) = (&view.dataset, view.language);
    let taken = ExportContext { dataset, records: &records, language, site: &site, query: &query };
    let save = |what: &str, extension: &str, kind: &str, bytes: &[u8]| {
        download::save(&file_name(what, &query, &dataset.created, extension), kind, bytes);
    };
    match way {
        Way::Csv => save("claims", "csv", "text/csv", csv(&Sheet::of(&taken), false).as_bytes()),
        Way::Excel => save("claims-excel", "csv", "text/csv", csv(&Sheet::of(&taken), true).as_bytes()),
        Way::Json => save("claims", "json", "application/json", json(&taken).as_bytes()),
        Way::Package => save("package", "zip", "application/zip", &package(&taken, &data::light().descriptor)),
        Way::Markdown => copier.copy(markdown(&taken)),
        Way::Text => copier.copy(text(&taken)),
        Way::Link => copier.copy(taken.link()),
    }
}
