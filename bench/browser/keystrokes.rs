//! The search as a browser runs it: `prepare(count)` makes up a record, `keystroke(text)` says how many records are found, having
//! counted every facet too. `measure.mjs` drives both.

#[path = "../synthetic.rs"]
mod synthetic;

use std::{cell::RefCell, rc::Rc};

use crackdown_core::{
    dataset::{Dataset, Package},
    query::{Action, Index, Selection, counts, records},
};
use synthetic::synthetic;
use wasm_bindgen::{JsValue, closure::Closure};

fn main() -> Result<(), JsValue> {
    let prepared = Rc::new(RefCell::new((Dataset::default(), Index::default())));
    let own = Rc::clone(&prepared);
    let prepare = Closure::<dyn Fn(usize) -> usize>::new(move |count| {
        let dataset = synthetic(&Dataset::read(&Package::embedded()).unwrap_or_default(), count);
        let index = Index::new(&dataset, []);
        *own.borrow_mut() = (dataset, index);
        own.borrow().0.claims.len()
    });
    let keystroke = Closure::<dyn Fn(String) -> usize>::new(move |text| {
        let (dataset, index) = &*prepared.borrow();
        let selection = Selection::default().after(Action::Text(text));
        let found = records(dataset, index, selection.record_request()).len();
        std::hint::black_box(counts(dataset, index, selection.record_request()));
        found
    });
    let global = js_sys::global();
    js_sys::Reflect::set(&global, &"prepare".into(), &prepare.into_js_value())?;
    js_sys::Reflect::set(&global, &"keystroke".into(), &keystroke.into_js_value())?;
    Ok(())
}
