//! What the totals on the chart imply: precomputed with the site for the first view, from a worker for any other.

use std::{cell::RefCell, rc::Rc};

use yew::prelude::*;

use crate::view::View;
use crate::web::{bounds_worker::Solver, page};
use crackdown_core::{
    analysis::{
        bounds::{Implied, Question},
        precomputed::first_question,
    },
    dataset::Dataset,
    query::{self, ChartOptions, Facet, Query},
};

/// The bounds as far as they are known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoundsState {
    /// The answer to the question as it stands. Until it is there, the last one about the same metric and area.
    pub implied: Option<Rc<Implied>>,
    /// Whether an answer is on its way.
    pub working: bool,
    /// Whether there is none because the worker failed.
    pub failed: bool,
}

/// Where the bounds for a selection come from.
#[derive(Clone, Debug, Default, PartialEq)]
struct Plan {
    /// The question for the worker; `None` where the site was built with the whole answer, or where the metric is no count per period.
    question: Rc<Option<Question>>,
    /// The answer that the site was built with, where it is about the same claims and assumption.
    precomputed: Option<Rc<Implied>>,
}

/// `precomputed` answers [`first_question`].
fn plan(dataset: &Dataset, precomputed: Option<&Implied>, query: &Query, chart: &ChartOptions) -> Plan {
    let Some(question) = question(dataset, query, chart) else { return Plan::default() };
    let all_months = Question { range: None, ..question.clone() };
    let precomputed = precomputed.filter(|_| first_question(dataset).as_ref() == Some(&all_months));
    let answered = precomputed.is_some() && question.range.is_none();
    Plan {
        question: Rc::new(if answered { None } else { Some(question) }),
        precomputed: precomputed.cloned().map(Rc::new),
    }
}

/// What the selection asks of the engine; `None` where its metric is no count per period, or no claim has a figure.
fn question(dataset: &Dataset, query: &Query, chart: &ChartOptions) -> Option<Question> {
    let claims = query::claims(dataset, query, &[Facet::Metric, Facet::Range]);
    let used: Vec<_> = claims.into_iter().filter(|claim| chart.without.binary_search(&claim.id).is_err()).collect();
    let metric = query::level_metric(dataset, query);
    let area = query::level_area(dataset, query);
    let question = Question::of(dataset, &used, (&metric, &area))?;
    let range = query.range.map(|range| (range.first(), range.last()));
    Some(Question { allowances: chart.allowances(), range, ..question })
}

/// A question and the worker's answer to it.
struct Answered {
    question: Rc<Option<Question>>,
    answer: Result<Rc<Implied>, String>,
}

/// The state of the page after the last answer.
fn state(plan: &Plan, last: Option<&Answered>) -> BoundsState {
    let answer = last.filter(|last| last.question == plan.question).map(|last| &last.answer);
    if let Some(Ok(implied)) = answer {
        return BoundsState { implied: Some(Rc::clone(implied)), ..BoundsState::default() };
    }
    // The chart does not jump while the answer is on its way.
    let of_series = last.filter(|last| same_series(&last.question, &plan.question));
    let before = of_series.and_then(|last| last.answer.clone().ok()).or_else(|| plan.precomputed.clone());
    BoundsState { implied: before, working: plan.question.is_some() && answer.is_none(), failed: answer.is_some() }
}

/// Whether two questions are about one metric and area.
fn same_series(one: &Option<Question>, other: &Option<Question>) -> bool {
    let of = |question: &Option<Question>| {
        question.as_ref()?.claims.first().map(|claim| (claim.metric.clone(), claim.area.clone()))
    };
    one.is_some() && of(one) == of(other)
}

/// What the totals that a query asks for imply.
#[hook]
pub fn use_bounds(view: &View, query: &Query, chart: &ChartOptions) -> BoundsState {
    let plan = use_memo((query.clone(), chart.clone(), view.clone()), |(query, chart, view)| {
        plan(&view.dataset, view.precomputed.implied.as_ref(), query, chart)
    });
    let answered = use_state(|| None::<Rc<Answered>>);
    let solver = use_mut_ref(|| None::<Solver>);
    let latest = use_mut_ref(|| Rc::new(None::<Question>));
    {
        let (root, answered) = (view.language.root(), answered.setter());
        use_effect_with(Rc::clone(&plan.question), move |question| {
            if question.is_none() {
                return;
            }
            *latest.borrow_mut() = Rc::clone(question);
            let report = move |answer: Result<Implied, String>| {
                if let Err(reason) = &answer {
                    page::log(reason);
                }
                let question = Rc::clone(&latest.borrow());
                answered.set(Some(Rc::new(Answered { question, answer: answer.map(Rc::new) })));
            };
            ask(&solver, root, question, report);
        });
    }
    state(&plan, answered.as_deref())
}

/// Asks the worker, which is started for the first question and again after it has failed.
fn ask(
    solver: &RefCell<Option<Solver>>,
    root: &str,
    question: &Option<Question>,
    report: impl Fn(Result<Implied, String>) + Clone + 'static,
) {
    let mut solver = solver.borrow_mut();
    if solver.as_ref().is_none_or(Solver::has_failed) {
        match Solver::start(root, report.clone()) {
            Ok(started) => *solver = Some(started),
            Err(error) => return report(Err(format!("no worker: {error:?}"))),
        }
    }
    if let (Some(solver), Some(question)) = (&*solver, question) {
        solver.ask(question);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fixture;
    use crackdown_core::query::{FIRST_METRIC, HOME, Selection};

    fn planned(dataset: &Dataset, query: &str) -> Plan {
        let (selection, notices) = Selection::from_query(dataset, query);
        assert!(notices.is_empty(), "{query} is read");
        plan(dataset, Some(&Implied::default()), &selection.query, &selection.chart)
    }

    #[test]
    fn the_first_view_has_its_answer() {
        let dataset = fixture();
        for query in ["", "area=CHN", "metric=cases_cracked", "per=day", "theme=dark", "map=world"] {
            let plan = planned(&dataset, query);
            assert!(plan.question.is_none() && plan.precomputed.is_some(), "{query}");
        }
    }

    #[test]
    fn a_sum_of_months_is_asked_for_while_the_first_answer_stands() {
        let plan = planned(&fixture(), "from=2022-01&to=2023-12");
        assert!(plan.question.as_ref().as_ref().is_some_and(|question| question.range.is_some()));
        assert!(plan.precomputed.is_some());
    }

    #[test]
    fn another_question_is_not_answered_by_the_first_answer() {
        let dataset = fixture();
        for query in ["max_monthly_change=50", "without=cracked-2023", "metric=cases_filed", "scope=article"] {
            assert_eq!(planned(&dataset, query).precomputed, None, "{query}");
        }
    }

    #[test]
    fn china_alone_does_not_mean_the_first_metric() {
        let mut dataset = fixture();
        let mut kept = 0;
        dataset.claims.retain(|claim| {
            let first = claim.metric == FIRST_METRIC && claim.area == HOME && claim.figure.is_some();
            kept += usize::from(first);
            !first || kept == 1
        });
        let (selection, _) = Selection::from_query(&dataset, "area=CHN");
        assert_ne!(query::level_metric(&dataset, &selection.query), FIRST_METRIC, "the chart shows another metric");
        assert_eq!(planned(&dataset, "area=CHN").precomputed, None);
    }

    #[test]
    fn without_a_precomputed_answer_the_worker_is_asked() {
        let plan = plan(&fixture(), None, &Query::default(), &ChartOptions::default());
        assert!(plan.question.is_some() && plan.precomputed.is_none());
    }

    #[test]
    fn a_metric_that_is_not_counted_per_period_asks_nothing() {
        let plan = planned(&fixture(), "metric=suspects_handed_over&area=MMR");
        assert_eq!(plan, Plan::default());
        assert_eq!(state(&plan, None), BoundsState::default());
    }

    #[test]
    fn a_failure_is_one_of_its_question_and_the_next_one_is_on_its_way() {
        let dataset = fixture();
        let (first, second) = (planned(&dataset, "max_monthly_change=50"), planned(&dataset, "max_monthly_change=60"));
        let failed = Answered { question: Rc::clone(&first.question), answer: Err("the worker failed".into()) };
        assert_eq!(state(&first, Some(&failed)), BoundsState { failed: true, ..BoundsState::default() });
        assert_eq!(state(&second, Some(&failed)), BoundsState { working: true, ..BoundsState::default() });
    }

    #[test]
    fn an_answer_about_the_same_series_stands_until_the_next() {
        let dataset = fixture();
        let (first, second) = (planned(&dataset, "max_monthly_change=50"), planned(&dataset, "max_monthly_change=60"));
        let other = planned(&dataset, "metric=cases_filed");
        let implied = Rc::new(Implied::default());
        let answered = Answered { question: Rc::clone(&first.question), answer: Ok(Rc::clone(&implied)) };
        assert!(!state(&first, Some(&answered)).working);
        let waiting = state(&second, Some(&answered));
        assert!(waiting.working && waiting.implied == Some(implied));
        assert_eq!(state(&other, Some(&answered)).implied, None);
    }
}
