//! Downloads and copies of the evidence as it is listed.

use yew::prelude::*;

use crate::{
    controls::{Cite, Copier, Saver, use_copier, use_saver},
    data,
    view::{View, use_view},
    web::{download, history},
};
use crackdown_core::{
    export::{Delivery, ExportContext, TableFormat},
    query::Selection,
};

/// What is downloaded.
#[derive(Properties, PartialEq)]
pub struct DownloadMenuProps {
    /// What is selected.
    pub selection: Selection,
}

/// A fold with a button for each format. The wording is fetched once it is opened.
#[component]
pub fn DownloadMenu(props: &DownloadMenuProps) -> Html {
    let view = use_view();
    let words = view.words();
    let query = props.selection.to_query();
    let (copier, saver) = (use_copier(query.clone()), use_saver());
    let waiting = !view.dataset.wording;
    let buttons = TableFormat::ALL.iter().map(|format| {
        let (view, selection) = (view.clone(), props.selection.clone());
        let (copier, saver) = (copier.clone(), saver.clone());
        let onclick = Callback::from(move |_: MouseEvent| export(&view, &selection, format, &copier, &saver));
        let label = (format.label)(words);
        html! { <button type="button" disabled={waiting} {onclick} data-literal="format">{ label }</button> }
    });
    let copy_link = {
        let (copier, query) = (copier.clone(), query.clone());
        Callback::from(move |_: MouseEvent| copier.copy(history::link(&query)))
    };
    html! {
        <details class="take">
            <summary onclick={view.want.reform(|_: MouseEvent| ())}>{ words.download.title }</summary>
            <div class="presets">
                { for buttons }
                <button type="button" onclick={copy_link} data-literal="format">{ words.common.copy_link }</button>
            </div>
            { copier.message(words, false) }
            { saver.message(words) }
            <Cite {query} />
        </details>
    }
}

fn export(view: &View, selection: &Selection, format: &TableFormat, copier: &Copier, saver: &Saver) {
    let context = ExportContext {
        dataset: &view.dataset,
        descriptor: data::DESCRIPTOR,
        records: &view.listed(selection.record_request()),
        language: view.language,
        site: &history::site(),
        query: &selection.to_query(),
    };
    let (name, mime, bytes) = (format.file_name(&context), format.mime, (format.write)(&context));
    match format.delivery {
        Delivery::File => saver.save(async move { download::save(&name, mime, &bytes) }),
        Delivery::Clipboard => copier.copy(String::from_utf8_lossy(&bytes).into_owned()),
    }
}
