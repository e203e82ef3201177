//! What the claims of one metric and area imply: `claims bounds` and the questions beside it.

use std::process::ExitCode;

use crackdown_core::{
    analysis::bounds::{
        Bounds, Difference, Fragility, GradedPeriod, Loop, NoBounds, PeakOf, PeriodBounds, SetAside, Strained,
    },
    dataset::Dataset,
};
use serde_json::{Map, Value, json};

use crate::{question::Question, table::Table};

/// A command about one metric and area.
#[derive(Clone, Copy)]
pub enum Command {
    /// Bounds of blocks and months, or the course at a grain.
    Bounds,
    /// Periods that the claims leave almost nothing for.
    Squeezed,
    /// Claims that the others leave little of their interval.
    Strained,
    /// Claims that agree only as long as their intervals are wide enough.
    Loops,
    /// How much the bounds of the periods of a grain hang on single claims.
    Fragility,
    /// What one period has more than another.
    Compare,
    /// The periods that can have been the greatest of their kind.
    Peaks,
}

impl Command {
    /// The command of a name.
    pub fn of(name: &str) -> Option<Self> {
        Some(match name {
            "bounds" => Self::Bounds,
            "squeezed" => Self::Squeezed,
            "strained" => Self::Strained,
            "loops" => Self::Loops,
            "fragility" => Self::Fragility,
            "compare" => Self::Compare,
            "peaks" => Self::Peaks,
            _ => return None,
        })
    }

    /// Columns of its answer.
    fn columns(self, question: &Question) -> &'static [&'static str] {
        match self {
            Self::Bounds if question.grain.is_some() => {
                &["start", "end", "grade", "low", "high", "robust_low", "robust_high", "claims"]
            }
            Self::Bounds => &["kind", "start", "end", "low", "high", "claims"],
            Self::Squeezed => &["start", "end", "high", "claims"],
            Self::Strained => &["claim", "low", "high", "least", "greatest"],
            Self::Loops => &["slack", "claims"],
            Self::Fragility => &["start", "end", "low", "high", "least", "greatest", "claim"],
            Self::Compare => &["low", "high", "answer"],
            Self::Peaks => &["start", "end"],
        }
    }

    fn rows(self, question: &Question, bounds: &mut Bounds<'_>) -> Result<Vec<Vec<Value>>, NoBounds> {
        match self {
            Self::Bounds => match question.grain {
                Some(grain) => {
                    let periods = bounds.course(grain)?.into_iter();
                    Ok(periods.filter(|period| prints(question, &period.bounds)).map(graded).collect())
                }
                None => blocks_and_months(question, bounds),
            },
            Self::Squeezed => {
                let periods = bounds.squeezed()?.into_iter().filter(|period| prints(question, period));
                let row = |period: PeriodBounds| {
                    vec![json!(period.first), json!(period.last), json!(period.high), json!(period.claims)]
                };
                Ok(periods.map(row).collect())
            }
            Self::Strained => Ok(bounds.strained()?.into_iter().map(strained).collect()),
            Self::Loops => {
                let row = |Loop { slack, claims }: Loop| vec![json!(slack), json!(claims)];
                Ok(bounds.loops(0.0).into_iter().map(row).collect())
            }
            Self::Fragility => fragility(question, bounds),
            Self::Compare => compare(question, bounds),
            Self::Peaks => {
                let peaks = bounds.possible_peaks(question.peaks)?;
                Ok(peaks.into_iter().map(|(first, last)| vec![json!(first), json!(last)]).collect())
            }
        }
    }
}

fn blocks_and_months(question: &Question, bounds: &mut Bounds<'_>) -> Result<Vec<Vec<Value>>, NoBounds> {
    let kinds = [("block", bounds.blocks()?), ("month", bounds.months()?)];
    let lines = kinds.into_iter().flat_map(|(kind, periods)| {
        let printed = periods.into_iter().filter(|period| prints(question, period));
        printed.map(move |PeriodBounds { first, last, low, high, claims }| {
            vec![json!(kind), json!(first), json!(last), json!(low), json!(high), json!(claims)]
        })
    });
    Ok(lines.collect())
}

fn strained(Strained { claim, interval, left, .. }: Strained) -> Vec<Value> {
    let ends = [interval.low, interval.drawn_high(), left.low, left.drawn_high()];
    std::iter::once(json!(claim)).chain(ends.map(Value::from)).collect()
}

fn fragility(question: &Question, bounds: &mut Bounds<'_>) -> Result<Vec<Vec<Value>>, NoBounds> {
    let mut rows = Vec::new();
    for GradedPeriod { bounds: period, .. } in bounds.course(question.grain.unwrap_or_default())? {
        let Some(fragility) = bounds.fragility(period.first, period.last)?.filter(|_| prints(question, &period)) else {
            continue;
        };
        let Fragility { first, last, bounds, hull, matters_most } = fragility;
        let ends = [json!(bounds.low), json!(bounds.high), json!(hull.low), json!(hull.high)];
        let claim = json!(matters_most.map(|(claim, _)| claim));
        rows.push([json!(first), json!(last)].into_iter().chain(ends).chain([claim]).collect());
    }
    Ok(rows)
}

/// What the second of two periods has more than the first.
fn compare(question: &Question, bounds: &Bounds<'_>) -> Result<Vec<Vec<Value>>, NoBounds> {
    let Some([first, second]) = question.periods else { return Ok(Vec::new()) };
    let row = |difference: Difference| {
        let answer = if difference.is_certain() { "certain" } else { "unknown" };
        vec![json!(difference.low), json!(difference.high), json!(answer)]
    };
    Ok(bounds.difference(first, second)?.into_iter().map(row).collect())
}

fn prints(question: &Question, period: &PeriodBounds) -> bool {
    question.prints(period.first, period.last)
}

fn graded(GradedPeriod { bounds, grade, robust }: GradedPeriod) -> Vec<Value> {
    let PeriodBounds { first, last, low, high, claims } = bounds;
    vec![
        json!(first),
        json!(last),
        json!(grade),
        json!(low),
        json!(high),
        json!(robust.low),
        json!(robust.high),
        json!(claims),
    ]
}

/// Answers on standard output; on standard error stands which claims are read widely and which are set aside.
pub fn answer(dataset: &Dataset, question: &Question, command: Command) -> ExitCode {
    let claims = question.claims(dataset);
    let mut table = Table { columns: command.columns(question), rows: Vec::new() };
    let (mut notes, mut conflicts) = (Vec::new(), Vec::new());
    match Bounds::of(dataset, &claims, question.allowances) {
        Ok(mut bounds) => {
            match command.rows(question, &mut bounds) {
                Ok(rows) => table.rows = rows,
                Err(error) => return failed(&error),
            }
            notes = self::notes(question, &bounds);
            if matches!(command, Command::Peaks) && question.peaks == PeakOf::Month {
                match bounds.least_greatest_month() {
                    Ok(least) => notes.push(format!("some month had at least {least}")),
                    Err(error) => return failed(&error),
                }
            }
            conflicts = bounds.set_aside.iter().map(conflict).collect();
        }
        // Nothing to bound is an answer: no lines.
        Err(NoBounds::NoFigures) => {}
        Err(error) => return failed(&error),
    }
    let more = Map::from_iter([("conflicts".to_owned(), Value::Array(conflicts))]);
    let written = if question.json { table.write_json("bounds", more) } else { table.write_csv() };
    notes.iter().for_each(|note| eprintln!("{note}"));
    written.map_or_else(|error| failed(&error), |()| ExitCode::SUCCESS)
}

fn failed(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("{error}");
    ExitCode::from(1)
}

/// A line for each claim read widely or set aside, and how many ways out there are where claims contradict each other.
fn notes(question: &Question, bounds: &Bounds<'_>) -> Vec<String> {
    let widely = bounds.read_widely.iter().map(|id| format!("read widely: {id}"));
    let aside = bounds.set_aside.iter().map(|SetAside { claim, conflicts_with }| {
        format!("set aside {claim}: conflicts with {}", conflicts_with.join(", "))
    });
    let ways = bounds.ways_out.as_ref().map_or_else(|| "many".to_owned(), |ways| ways.len().to_string());
    let looked_for = !bounds.set_aside.is_empty() && question.allowances.max_monthly_change.is_none();
    let ways = looked_for.then(|| format!("ways out: {ways}"));
    widely.chain(aside).chain(ways).collect()
}

fn conflict(SetAside { claim, conflicts_with }: &SetAside) -> Value {
    json!({ "set_aside": claim, "conflicts_with": conflicts_with })
}
