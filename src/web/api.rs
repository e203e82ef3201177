//! `window.crackdown`: the page's small JavaScript API, typed in `www/crackdown.d.ts`.
//!
//! The address is the serialised selection, so the API reads and writes selections through it and keeps no state.

use std::{collections::BTreeMap, rc::Rc};

use form_urlencoded::{Serializer, parse};
use js_sys::{Object, Reflect};
use serde::Serialize;
use wasm_bindgen::{JsValue, prelude::Closure};

use super::{history, window};
use crackdown_core::{
    dataset::Dataset,
    query::{self, Selection, current_name},
};

type Parameters = BTreeMap<String, Option<String>>;

/// Puts `window.crackdown` in place for the life of the page. `open` is called with each selection made through it.
///
/// # Errors
/// The browser's own, where it refused the property.
pub fn install(dataset: &Rc<Dataset>, open: impl Fn(Selection) + 'static) -> Result<(), JsValue> {
    let Some(window) = window() else { return Ok(()) };
    let api = Object::new();
    let selection = Closure::<dyn Fn() -> Result<JsValue, JsValue>>::new(|| plain(&parameters(&history::query())));
    put(&api, "selection", selection)?;
    let record = Rc::clone(dataset);
    let select = Closure::<dyn Fn(JsValue) -> Result<JsValue, JsValue>>::new(move |partial| {
        let mut merged = parameters(&history::query());
        // An older name replaces what the address has under the current one.
        let partial = serde_wasm_bindgen::from_value::<Parameters>(partial)?;
        merged.extend(partial.into_iter().map(|(name, value)| (current_name(&name).to_owned(), value)));
        let (selection, _) = Selection::from_query(&record, &query(&merged));
        let current = plain(&parameters(&selection.to_query()));
        open(selection);
        current
    });
    put(&api, "select", select)?;
    let record = Rc::clone(dataset);
    let claims = Closure::<dyn Fn() -> Result<JsValue, JsValue>>::new(move || {
        let (selection, _) = Selection::from_query(&record, &history::query());
        plain(&query::claims(&record, &selection.query, &[]))
    });
    put(&api, "claims", claims)?;
    Reflect::set(&window, &"crackdown".into(), &api).map(|_| ())
}

fn put<F>(api: &Object, name: &str, function: Closure<F>) -> Result<(), JsValue>
where
    F: wasm_bindgen::closure::WasmClosure + ?Sized,
{
    Reflect::set(api, &name.into(), &function.into_js_value()).map(|_| ())
}

fn plain(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn parameters(query: &str) -> Parameters {
    let pairs = parse(query.trim_start_matches('?').as_bytes());
    let mut parameters = Parameters::new();
    // Collecting them would compile another sort.
    parameters.extend(pairs.map(|(key, value)| (current_name(&key).to_owned(), Some(value.into_owned()))));
    parameters
}

fn query(parameters: &Parameters) -> String {
    let set = parameters.iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
    Serializer::new(String::new()).extend_pairs(set).finish()
}
