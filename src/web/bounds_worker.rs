//! The bounds engine in a worker. A question travels as a plain object and its answer as JSON, each with the number of the
//! question: these are the ways in which the page writes claims and reads bounds already, so that they cost no code twice.

use std::{cell::RefCell, rc::Rc};

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};

use crackdown_core::analysis::bounds::{Implied, NoBounds, Question};

/// Script of the worker, beside the site's root.
const SCRIPT: &str = "bounds_worker_loader.js";

/// What the worker says once it listens.
const READY: &str = "ready";

#[derive(Serialize, Deserialize)]
struct Asked<Q> {
    number: u32,
    question: Q,
}

/// An answer, or in words why there is none.
#[derive(Serialize, Deserialize)]
struct Answered {
    number: u32,
    answer: Result<Implied, String>,
}

/// The page's side of a worker. It works on one question at a time; of those that come meanwhile it is given the last.
pub struct Solver {
    worker: Worker,
    desk: Rc<RefCell<Desk>>,
    _hears: Closure<dyn FnMut(MessageEvent)>,
    _fails: Closure<dyn FnMut(JsValue)>,
}

#[derive(Default)]
struct Desk {
    number: u32,
    free: bool,
    waiting: Option<JsValue>,
}

impl Solver {
    /// Starts a worker. `hear` is told each answer to the last question asked, or why there is none.
    ///
    /// # Errors
    /// What the browser said, where it starts no worker.
    pub fn start(root: &str, hear: impl Fn(Result<Implied, String>) + Clone + 'static) -> Result<Self, JsValue> {
        let worker = Worker::new(&format!("{root}{SCRIPT}"))?;
        let desk = Rc::new(RefCell::new(Desk::default()));
        let hears = {
            let (desk, worker, hear) = (Rc::clone(&desk), worker.clone(), hear.clone());
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
                let text = event.data().as_string().unwrap_or_default();
                let next = {
                    let mut desk = desk.borrow_mut();
                    let next = desk.waiting.take();
                    desk.free = next.is_none();
                    next
                };
                match next {
                    Some(next) => drop(worker.post_message(&next)),
                    None if text == READY => {}
                    None => hear(answer(&text, desk.borrow().number)),
                }
            })
        };
        let fails = Closure::<dyn FnMut(JsValue)>::new(move |_| hear(Err("the worker failed".to_owned())));
        worker.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        worker.set_onerror(Some(fails.as_ref().unchecked_ref()));
        Ok(Self { worker, desk, _hears: hears, _fails: fails })
    }

    /// Asks a question in place of those asked before.
    pub fn ask(&self, question: &Question) {
        let mut desk = self.desk.borrow_mut();
        desk.number += 1;
        let asked = Asked { number: desk.number, question };
        let Ok(asked) = asked.serialize(&serde_wasm_bindgen::Serializer::json_compatible()) else { return };
        if std::mem::take(&mut desk.free) {
            let _ = self.worker.post_message(&asked);
        } else {
            desk.waiting = Some(asked);
        }
    }
}

impl Drop for Solver {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn answer(text: &str, number: u32) -> Result<Implied, String> {
    let answered: Answered = serde_json::from_str(text).map_err(|error| error.to_string())?;
    if answered.number == number { answered.answer } else { Err("an answer to another question".to_owned()) }
}

/// The worker's side: listens for questions for as long as the worker lives.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let listening = scope.clone();
    let mut known = None;
    let hears = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let answered = match serde_wasm_bindgen::from_value::<Asked<Question>>(event.data()) {
            Ok(Asked { number, question }) => {
                Answered { number, answer: worked_out(&question, &mut known).map_err(|error| error.to_string()) }
            }
            Err(error) => Answered { number: 0, answer: Err(error.to_string()) },
        };
        if let Ok(text) = serde_json::to_string(&answered) {
            let _ = scope.post_message(&text.into());
        }
    });
    listening.set_onmessage(Some(hears.as_ref().unchecked_ref()));
    let _ = listening.post_message(&READY.into());
    hears.forget();
}

/// The answer to a question; the smallest_monthly_change of the claims asked about last is known, so that the reader's slider moves on at once.
fn worked_out(question: &Question, known: &mut Option<(Question, Option<f64>)>) -> Result<Implied, NoBounds> {
    let alone = question.without_assumption();
    let smallest_monthly_change = match known.take().filter(|(claims, _)| *claims == alone) {
        Some((_, smallest_monthly_change)) => smallest_monthly_change,
        None => alone.smallest_monthly_change()?,
    };
    *known = Some((alone, smallest_monthly_change));
    Ok(Implied { smallest_monthly_change, ..question.bounds_alone()? })
}
