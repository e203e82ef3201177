//! The record on the page: the light one that came with the page, then the whole one once the reader asks for more.

use std::rc::Rc;

use crate::data::{self, DATASET_HASH, FETCHED};
use wasm_bindgen::JsValue;
use yew::{platform::spawn_local, prelude::*};

use crate::web::{fetch::Fetched, page};
use crackdown_core::{dataset::Dataset, locale::Language};

/// The record as it stands.
#[derive(Clone)]
pub struct DatasetState {
    /// What there is so far.
    pub dataset: Rc<Dataset>,
    /// Whether the wording could not be fetched.
    pub failed: bool,
    /// Fetches the wording, unless it is there or on its way.
    pub want: Callback<()>,
}

#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Light,
    Asked,
    Failed,
}

/// The light record, and the whole one after `want` was called.
#[hook]
pub fn use_dataset(light: &Rc<Dataset>, language: Language) -> DatasetState {
    let dataset = use_state(|| Rc::clone(light));
    let step = use_state_eq(|| Progress::Light);
    let want = {
        let (dataset, step) = (dataset.clone(), step.clone());
        Callback::from(move |()| {
            if dataset.wording || *step == Progress::Asked {
                return;
            }
            step.set(Progress::Asked);
            let (dataset, step) = (dataset.clone(), step.clone());
            spawn_local(async move {
                match whole(language).await {
                    Ok(whole) => {
                        dataset.set(Rc::new(whole));
                        page::announce_wording();
                    }
                    Err(error) => {
                        page::log(&format!("{error:?}"));
                        step.set(Progress::Failed);
                    }
                }
            });
        })
    };
    DatasetState { dataset: Rc::clone(&dataset), failed: *step == Progress::Failed, want }
}

async fn whole(language: Language) -> Result<Dataset, JsValue> {
    let start = |name| Fetched::start(format!("{}data/{name}?{DATASET_HASH}", language.root()));
    let mut files: [String; FETCHED.len()] = Default::default();
    for (file, fetched) in files.iter_mut().zip(FETCHED.map(start)) {
        *file = fetched.ok_or("no window")?.text().await?;
    }
    Dataset::read(&data::whole(files))
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n").into())
}
