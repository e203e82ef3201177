//! The geography on the page: the one that came with it, and what is fetched once a view needs it.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::{platform::spawn_local, prelude::*};

pub use super::geography_cache::{Detail, Shown};
use super::geography_cache::{Event, GeographyCache};
use crate::data::DATASET_HASH;
use crate::{
    view::View,
    web::{fetch::Fetched, page},
};
use crackdown_core::drawing::map::Basemap;

/// The geography of a view, and how to fetch it again where that failed.
pub struct Geography {
    /// See [`Shown`].
    pub shown: Shown,
    /// Fetches it again.
    pub retry: Callback<MouseEvent>,
}

/// The geography for a view. A view that could not be fetched is tried again when the reader comes back to it.
#[hook]
pub fn use_geography(view: &View, detail: Detail) -> Geography {
    let cache = use_reducer_eq(GeographyCache::default);
    let root = view.language.root();
    {
        let cache = cache.clone();
        use_effect_with(detail, move |&detail| fetch(&cache, root, detail));
    }
    let shown = cache.shown(detail, &view.geography);
    let retry = Callback::from(move |_| fetch(&cache, root, detail));
    Geography { shown, retry }
}

fn fetch(cache: &UseReducerHandle<GeographyCache>, root: &str, detail: Detail) {
    let Some(file) = detail.file().filter(|_| cache.needs(detail)) else { return };
    let dispatcher = cache.dispatcher();
    dispatcher.dispatch((detail, Event::Started));
    let fetched = Fetched::start(format!("{root}map/{file}.txt?{DATASET_HASH}"));
    spawn_local(async move {
        let event = match basemap(fetched).await {
            Ok(basemap) => Event::Loaded(Rc::new(basemap)),
            Err(error) => {
                page::log(&format!("{error:?}"));
                Event::Failed
            }
        };
        dispatcher.dispatch((detail, event));
    });
}

async fn basemap(fetched: Option<Fetched>) -> Result<Basemap, JsValue> {
    let basemap = Basemap::read(&fetched.ok_or("no window")?.text().await?);
    // A sign-in page of a network answers every address, too.
    if basemap.countries.is_empty() { Err("no geography".into()) } else { Ok(basemap) }
}
