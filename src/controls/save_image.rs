//! A drawing to take away, or to put into another page.

use yew::{platform::spawn_local, prelude::*};

use super::EmbedDialog;
use crate::{
    data::DATASET_HASH,
    view::{View, use_view},
    web::{download, fetch::Fetched, page},
};
use crackdown_core::{
    export::{
        file_name,
        svg::{Caption, Styles, standalone},
    },
    query::{Embed, Selection},
};

/// Which drawing, and what it shows.
#[derive(Properties, PartialEq)]
pub struct SaveImageProps {
    /// Id of its section.
    pub of: &'static str,
    /// What is selected.
    pub selection: Selection,
}

/// Buttons that save the drawing, and one for the markup that embeds it.
#[component]
pub fn SaveImage(props: &SaveImageProps) -> Html {
    let view = use_view();
    let words = view.words();
    let save = |fine: bool| {
        let (view, of, query) = (view.clone(), props.of, props.selection.to_query());
        Callback::from(move |_: MouseEvent| {
            let (view, query) = (view.clone(), query.clone());
            spawn_local(async move {
                if let Err(error) = save_picture(&view, of, &query, fine).await {
                    page::log(&format!("{error:?}"));
                }
            });
        })
    };
    let embed = if props.of == "partners" { Embed::Map } else { Embed::Decline };
    html! {
        <div class="picture" role="group" aria-label={words.download.save_image}>
            <span class="meta">{ words.download.save_image }</span>
            <button type="button" onclick={save(false)} data-literal="true">{ "SVG" }</button>
            <button type="button" onclick={save(true)} data-literal="true">{ "PNG" }</button>
            <EmbedDialog {embed} selection={props.selection.clone()} />
        </div>
    }
}

async fn save_picture(view: &View, of: &str, query: &str, fine: bool) -> Result<(), wasm_bindgen::JsValue> {
    let drawing = download::drawing(of)?;
    let styles = Fetched::start(format!("{}export.css?{DATASET_HASH}", view.language.root())).ok_or("no window")?;
    let styles = styles.text().await?;
    let words = view.words();
    let site = download::site();
    let title = if of == "partners" { words.map.title } else { words.chart.title };
    let link = if query.is_empty() { site } else { format!("{site}?{query}") };
    let source = view.language.sentences(&[words.site.title, &view.day(), "CC BY 4.0", words.site.footer]);
    let caption = Caption { title: title.to_owned(), legend: drawing.legend, source, link };
    let svg = standalone(&drawing.markup, Styles(&styles), &caption);
    let name = |extension| file_name(of, query, &view.dataset.created, extension);
    if fine {
        return download::save_png(&name("png"), &svg).await;
    }
    download::save(&name("svg"), "image/svg+xml", svg.as_bytes());
    Ok(())
}
