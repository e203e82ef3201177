//! What the totals on the chart imply: precomputed out with the site for the first view, by a worker for any other.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::view::View;
use crate::web::bounds_worker::Solver;
use crackdown_core::{
    analysis::bounds::{Implied, Question},
    query::{self, ChartOptions, FIRST_METRIC, Facet, HOME, Query, Scope},
};

/// The bounds as far as they are known.
#[derive(Clone, Default, PartialEq)]
pub struct BoundsState {
    /// The answer to the question as it stands; while that is being precomputed out, the last one of the same metric and area.
    pub implied: Option<Rc<Implied>>,
    /// Whether an answer is on its way.
    pub working: bool,
    /// Whether none is to be had.
    pub failed: bool,
}

/// What the selection asks of the engine; `None` where its metric is no count per period, or where the site was built with the
/// whole answer.
fn question(view: &View, asked: &Query, chart: &ChartOptions) -> Option<Question> {
    if built_in(asked, chart) && asked.range.is_none() {
        return None;
    }
    let claims = query::claims(&view.dataset, asked, &[Facet::Metric, Facet::Range]);
    let used: Vec<_> = claims.into_iter().filter(|claim| chart.without.binary_search(&claim.id).is_err()).collect();
    let metric = query::level_metric(&view.dataset, asked);
    let area = query::level_area(&view.dataset, asked);
    let question = Question::of(&view.dataset, &used, (&metric, &area))?;
    let range = asked.range.map(|range| (range.first(), range.last()));
    Some(Question { max_monthly_change: chart.max_monthly_change, range, ..question })
}

/// Whether the site was built with the answer, but for the sum of a range.
fn built_in(asked: &Query, chart: &ChartOptions) -> bool {
    let named = |name: &Option<String>, first: &str| name.as_ref().is_none_or(|name| name == first);
    let all = asked.scope == Scope::All && asked.campaign.is_none();
    let unassumed = chart.max_monthly_change.is_none() && chart.without.is_empty();
    named(&asked.metric, FIRST_METRIC) && named(&asked.area, HOME) && all && unassumed
}

/// A question and what the worker said to it.
struct Told {
    question: Rc<Option<Question>>,
    answer: Result<Rc<Implied>, String>,
}

/// What the totals that a query asks for imply.
#[hook]
pub fn use_bounds(view: &View, asked_for: &Query, chart: &ChartOptions) -> BoundsState {
    let question =
        use_memo((asked_for.clone(), chart.clone(), view.clone()), |(asked, chart, view)| question(view, asked, chart));
    let built = use_memo(view.clone(), |view| view.precomputed.implied.clone());
    let told = use_state(|| None::<Rc<Told>>);
    let solver = use_mut_ref(|| None::<Solver>);
    let asked = use_mut_ref(|| Rc::new(None::<Question>));
    {
        let (root, told) = (view.language.root(), told.setter());
        use_effect_with(Rc::clone(&question), move |question| {
            if let Some(put) = question.as_ref() {
                *asked.borrow_mut() = Rc::clone(question);
                let hear = move |answer: Result<Implied, String>| {
                    let question = Rc::clone(&asked.borrow());
                    told.set(Some(Rc::new(Told { question, answer: answer.map(Rc::new) })));
                };
                ask(&solver, root, put, hear);
            }
        });
    }
    let answer = told.as_ref().filter(|told| told.question == question).map(|told| &told.answer);
    let working = question.is_some() && answer.is_none();
    // Until an answer is there, the last one about the same metric and area stands, so that nothing jumps meanwhile.
    let last = || told.as_ref().filter(|told| same_series(&told.question, &question))?.answer.clone().ok();
    let before = || last().or_else(|| (*built).clone().filter(|_| built_in(asked_for, chart)).map(Rc::new));
    match answer {
        Some(Ok(implied)) => BoundsState { implied: Some(Rc::clone(implied)), ..BoundsState::default() },
        Some(Err(_)) => BoundsState { implied: before(), failed: true, working },
        None => BoundsState { implied: before(), failed: false, working },
    }
}

/// Whether two questions are of one metric and area.
fn same_series(one: &Option<Question>, other: &Option<Question>) -> bool {
    let of = |question: &Option<Question>| {
        question.as_ref()?.claims.first().map(|claim| (claim.metric.clone(), claim.area.clone()))
    };
    one.is_some() && of(one) == of(other)
}

/// Puts a question to the worker, which is started for the first.
fn ask(
    solver: &RefCell<Option<Solver>>,
    root: &str,
    question: &Question,
    hear: impl Fn(Result<Implied, String>) + Clone + 'static,
) {
    let mut solver = solver.borrow_mut();
    if solver.is_none() {
        match Solver::start(root, hear.clone()) {
            Ok(started) => *solver = Some(started),
            Err(_) => return hear(Err("no worker".to_owned())),
        }
    }
    if let Some(solver) = &*solver {
        solver.ask(question);
    }
}
