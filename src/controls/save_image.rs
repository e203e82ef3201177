//! The drawing of a section as an image file, or as markup for another page.

use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::{EmbedDialog, use_saver};
use crate::{
    data::DATASET_HASH,
    view::{View, use_view},
    web::{download, drawing::Drawing, fetch::Fetched, history},
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

#[derive(Clone, Copy)]
enum ImageFormat {
    Svg,
    Png,
}

/// Buttons that save the drawing, and one for the markup that embeds it.
#[component]
pub fn SaveImage(props: &SaveImageProps) -> Html {
    let view = use_view();
    let words = view.words();
    let saver = use_saver();
    let buttons = [(ImageFormat::Svg, "SVG"), (ImageFormat::Png, "PNG")].map(|(format, name)| {
        let (saver, view, of, query) = (saver.clone(), view.clone(), props.of, props.selection.to_query());
        let onclick = Callback::from(move |_: MouseEvent| saver.save(save(view.clone(), of, query.clone(), format)));
        html! { <button type="button" {onclick} data-literal="format">{ name }</button> }
    });
    let embed = if props.of == "partners" { Embed::Map } else { Embed::Decline };
    html! {
        <div class="picture" role="group" aria-label={words.download.save_image}>
            <span class="meta">{ words.download.save_image }</span>
            { for buttons }
            <EmbedDialog {embed} selection={props.selection.clone()} />
            { saver.message(words) }
        </div>
    }
}

async fn save(view: View, of: &'static str, query: String, format: ImageFormat) -> Result<(), JsValue> {
    let Drawing { markup, legend } = Drawing::of(of)?;
    let styles = Fetched::start(format!("{}export.css?{DATASET_HASH}", view.language.root())).ok_or("no window")?;
    let styles = styles.text().await?;
    let words = view.words();
    let title = if of == "partners" { words.map.title } else { words.chart.title }.to_owned();
    let source = view.language.sentences(&[words.site.title, &view.day(), "CC BY 4.0", words.site.footer]);
    let caption = Caption { title, legend, source, link: history::link(&query) };
    let svg = standalone(&markup, Styles(&styles), &caption);
    let name = |extension| file_name(of, &query, &view.dataset.created, extension);
    match format {
        ImageFormat::Svg => download::save(&name("svg"), "image/svg+xml", svg.as_bytes()),
        ImageFormat::Png => download::save_png(&name("png"), &svg).await,
    }
}
