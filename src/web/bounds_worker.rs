//! The bounds engine in a worker. A question travels as a plain object and its answer as JSON, each with the number of the question:
//! the page has the code for both already.

use std::{cell::RefCell, rc::Rc, time::Duration};

use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Worker};
use yew::platform::time::sleep;

use super::bounds_queue::{Answer, Command, Queue};
use crackdown_core::analysis::bounds::{Implied, NoBounds, Question};

/// Script of the worker, in the site's root.
const SCRIPT: &str = "bounds_worker_loader.js";

/// The worker's first message.
const READY: &str = "ready";

/// How long a worker may take to load. Its script fails without any event where it cannot load the program.
const START_LIMIT: Duration = Duration::from_secs(60);

#[derive(Serialize, Deserialize)]
struct NumberedQuestion<Q> {
    number: u32,
    question: Q,
}

#[derive(Serialize, Deserialize)]
struct NumberedAnswer {
    number: u32,
    answer: Answer,
}

/// The page's side of a worker, which ends when this is dropped.
pub struct Solver {
    line: Rc<Line>,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(JsValue)>,
}

/// A worker, the questions for it, and who wants the answers.
struct Line {
    worker: Worker,
    queue: RefCell<Queue<JsValue>>,
    report: Box<dyn Fn(Answer)>,
}

impl Solver {
    /// Starts a worker. `report` is called once for each question that no later one has replaced.
    ///
    /// # Errors
    /// The exception, where the browser starts no worker.
    pub fn start(root: &str, report: impl Fn(Answer) + 'static) -> Result<Self, JsValue> {
        let worker = Worker::new(&format!("{root}{SCRIPT}"))?;
        let line = Rc::new(Line { worker, queue: RefCell::default(), report: Box::new(report) });
        let on_message = {
            let line = Rc::clone(&line);
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| line.on_message(&event))
        };
        let on_error = {
            let line = Rc::clone(&line);
            Closure::<dyn FnMut(JsValue)>::new(move |_| line.follow(|queue| queue.on_error("the worker failed")))
        };
        line.worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        line.worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        let starting = Rc::downgrade(&line);
        spawn_local(async move {
            sleep(START_LIMIT).await;
            if let Some(line) = starting.upgrade() {
                line.follow(|queue| queue.on_start_limit("the worker did not load"));
            }
        });
        Ok(Self { line, _on_message: on_message, _on_error: on_error })
    }

    /// Asks a question in place of those asked before.
    pub fn ask(&self, question: &Question) {
        self.line.follow(|queue| {
            queue.on_question(|number| {
                let numbered = NumberedQuestion { number, question };
                let message = numbered.serialize(&serde_wasm_bindgen::Serializer::json_compatible());
                message.map_err(|error| error.to_string())
            })
        });
    }

    /// Whether it answers no more questions.
    pub fn has_failed(&self) -> bool {
        self.line.queue.borrow().has_failed()
    }
}

impl Drop for Solver {
    fn drop(&mut self) {
        self.line.worker.set_onmessage(None);
        self.line.worker.set_onerror(None);
        self.line.worker.terminate();
    }
}

impl Line {
    fn on_message(&self, event: &MessageEvent) {
        let text = event.data().as_string().unwrap_or_default();
        self.follow(|queue| match serde_json::from_str(&text) {
            _ if text == READY => queue.on_ready(),
            Ok(NumberedAnswer { number, answer }) => queue.on_answer(number, answer),
            Err(error) => queue.on_error(&error.to_string()),
        });
    }

    /// Changes the queue and does what follows from it.
    fn follow(&self, change: impl FnOnce(&mut Queue<JsValue>) -> Command<JsValue>) {
        // The queue must not be borrowed any more when a report makes the page ask again.
        let command = change(&mut self.queue.borrow_mut());
        self.run(command);
    }

    fn run(&self, command: Command<JsValue>) {
        match command {
            Command::Nothing => {}
            Command::Report(answer) => (self.report)(answer),
            Command::Send(message) => {
                if self.worker.post_message(&message).is_err() {
                    let command = self.queue.borrow_mut().on_error("the question could not be sent");
                    self.run(command);
                }
            }
        }
    }
}

/// The worker's side: listens for questions for as long as the worker lives.
pub fn serve() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let listening = scope.clone();
    let mut known = None;
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let answered = match serde_wasm_bindgen::from_value::<NumberedQuestion<Question>>(event.data()) {
            Ok(NumberedQuestion { number, question }) => {
                NumberedAnswer { number, answer: answer(&question, &mut known).map_err(|error| error.to_string()) }
            }
            Err(error) => NumberedAnswer { number: 0, answer: Err(error.to_string()) },
        };
        if let Ok(text) = serde_json::to_string(&answered) {
            let _ = scope.post_message(&text.into());
        }
    });
    listening.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let _ = listening.post_message(&READY.into());
    on_message.forget();
}

/// The answer to a question. The smallest monthly change takes longest and depends on the claims alone, so that it is kept for the next
/// question about the same claims: the reader's slider then moves without delay.
fn answer(question: &Question, known: &mut Option<(Question, Option<f64>)>) -> Result<Implied, NoBounds> {
    let alone = question.about_claims_alone();
    let smallest_monthly_change = match known.take().filter(|(claims, _)| *claims == alone) {
        Some((_, smallest_monthly_change)) => smallest_monthly_change,
        None => alone.smallest_monthly_change()?,
    };
    *known = Some((alone, smallest_monthly_change));
    Ok(Implied { smallest_monthly_change, ..question.bounds_alone()? })
}
