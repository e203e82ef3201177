//! `claims bounds`: what the claims of one metric and area imply.

use std::{io::Write, path::PathBuf, process::ExitCode};

use crackdown_core::{
    analysis::bounds::{Allowances, Bounds, NoBounds, PeriodBounds, SetAside},
    dataset::{AreaCode, Claim, Dataset, MetricId, Month, RecordId, Reliability},
};
use lexopt::{Arg, Parser, ValueExt};
use serde::Serialize;

/// How `claims bounds` is called.
pub const USAGE: &str = "\
claims bounds DIR --metric ID --area CODE [--from YYYY-MM] [--to YYYY-MM] [--min-reliability low|medium|high]
    [--max-monthly-change PERCENT] [--revision PERCENT] [--only ID,ID,…] [--without ID,ID,…] [--format csv|json]";

/// The arguments.
pub struct Question {
    /// Folder of the Data Package.
    pub directory: PathBuf,
    metric: MetricId,
    area: AreaCode,
    from: Option<Month>,
    to: Option<Month>,
    reliability: Reliability,
    allowances: Allowances,
    only: Option<Vec<RecordId>>,
    without: Vec<RecordId>,
    json: bool,
}

/// Reads the arguments after `bounds`.
///
/// # Errors
/// A sentence that names what was found and what was expected.
pub fn question(mut arguments: Parser) -> Result<Question, lexopt::Error> {
    let mut question = Question {
        directory: PathBuf::new(),
        metric: MetricId::default(),
        area: AreaCode::default(),
        from: None,
        to: None,
        reliability: Reliability::Low,
        allowances: Allowances::default(),
        only: None,
        without: Vec::new(),
        json: false,
    };
    let ids = |text: String| text.split(',').filter(|id| !id.is_empty()).map(RecordId::from).collect::<Vec<_>>();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("metric") => question.metric = arguments.value()?.string()?.into(),
            Arg::Long("area") => question.area = arguments.value()?.string()?.into(),
            Arg::Long("from") => question.from = Some(arguments.value()?.parse()?),
            Arg::Long("to") => question.to = Some(arguments.value()?.parse()?),
            Arg::Long("min-reliability") => question.reliability = arguments.value()?.parse_with(reliability)?,
            Arg::Long("max-monthly-change") => {
                question.allowances.max_monthly_change = Some(arguments.value()?.parse_with(percent)?)
            }
            Arg::Long("revision") => question.allowances.revision = arguments.value()?.parse_with(revision)?,
            Arg::Long("only") => question.only = Some(ids(arguments.value()?.string()?)),
            Arg::Long("without") => question.without = ids(arguments.value()?.string()?),
            Arg::Long("format") => question.json = arguments.value()?.parse_with(format)?,
            Arg::Value(directory) if question.directory.as_os_str().is_empty() => question.directory = directory.into(),
            other => return Err(other.unexpected()),
        }
    }
    for (value, name) in
        [(question.directory.to_str(), "DIR"), (Some(&*question.metric), "--metric"), (Some(&*question.area), "--area")]
    {
        if value == Some("") {
            return Err(format!("{name} is missing").into());
        }
    }
    Ok(question)
}

fn reliability(text: &str) -> Result<Reliability, String> {
    match text {
        "low" => Ok(Reliability::Low),
        "medium" => Ok(Reliability::Medium),
        "high" => Ok(Reliability::High),
        _ => Err("expected low, medium or high".into()),
    }
}

fn percent(text: &str) -> Result<f64, String> {
    let percent = text.parse().ok().filter(|percent: &f64| percent.is_finite() && *percent >= 0.0);
    percent.ok_or_else(|| "expected a percentage of at least 0".into())
}

fn revision(text: &str) -> Result<f64, String> {
    let percent = text.parse().ok().filter(|percent: &f64| (0.0..=100.0).contains(percent));
    percent.ok_or_else(|| "expected a percentage from 0 to 100".into())
}

fn format(text: &str) -> Result<bool, String> {
    match text {
        "csv" => Ok(false),
        "json" => Ok(true),
        _ => Err("expected csv or json".into()),
    }
}

impl Question {
    /// Whether the question is about this claim.
    fn asks(&self, dataset: &Dataset, claim: &Claim) -> bool {
        let reliability = dataset.source(&claim.source).map_or(Reliability::Low, |source| source.reliability);
        // High comes first in order.
        claim.metric == self.metric
            && claim.area == self.area
            && reliability <= self.reliability
            && self.only.as_ref().is_none_or(|only| only.contains(&claim.id))
            && !self.without.contains(&claim.id)
            && self.holds(claim)
    }

    /// Whether a claim lies wholly inside the range.
    fn holds(&self, claim: &Claim) -> bool {
        let first = claim.start.or(claim.end);
        self.from.is_none_or(|from| first.is_some_and(|day| day >= from.first_day()))
            && self.to.is_none_or(|to| claim.end.is_some_and(|day| day <= to.last_day()))
    }

    /// Whether an extent is to be printed.
    fn prints(&self, extent: &PeriodBounds) -> bool {
        self.from.is_none_or(|from| extent.first >= from) && self.to.is_none_or(|to| extent.last <= to)
    }
}

/// A line of the answer.
#[derive(Serialize)]
struct Line {
    kind: &'static str,
    start: String,
    end: String,
    low: f64,
    high: Option<f64>,
    claims: Ids,
}

/// Ids of claims: an array in JSON, one cell in CSV.
#[derive(Serialize)]
#[serde(untagged)]
enum Ids {
    Array(Vec<RecordId>),
    Cell(String),
}

#[derive(Serialize)]
struct Conflict<'a> {
    set_aside: &'a str,
    conflicts_with: &'a [RecordId],
}

/// Answers on standard output, and names the claims set aside on standard error.
pub fn answer(dataset: &Dataset, question: &Question) -> ExitCode {
    let claims: Vec<&Claim> = dataset.claims.iter().filter(|claim| question.asks(dataset, claim)).collect();
    let answer = Bounds::of(dataset, &claims, question.allowances).and_then(|mut bounds| {
        let (blocks, months) = (bounds.blocks()?, bounds.months()?);
        Ok((blocks, months, bounds.set_aside))
    });
    let (blocks, months, set_aside) = match answer {
        Ok(answer) => answer,
        // Nothing to bound is an answer: no lines.
        Err(NoBounds::NoFigures) => Default::default(),
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(1);
        }
    };
    let lines = [("block", blocks), ("month", months)].into_iter().flat_map(|(kind, extents)| {
        let kept = extents.into_iter().filter(|extent| question.prints(extent));
        kept.map(move |PeriodBounds { first, last, low, high, claims }| Line {
            kind,
            start: first.to_string(),
            end: last.to_string(),
            low,
            high,
            claims: if question.json { Ids::Array(claims) } else { Ids::Cell(claims.join(";")) },
        })
    });
    let lines: Vec<Line> = lines.collect();
    let written = if question.json { write_json(&lines, &set_aside) } else { write_csv(&lines) };
    for SetAside { claim, conflicts_with } in &set_aside {
        eprintln!("set aside {claim}: conflicts with {}", conflicts_with.join(", "));
    }
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(1)
        }
    }
}

fn write_csv(lines: &[Line]) -> std::io::Result<()> {
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    if lines.is_empty() {
        out.write_record(["kind", "start", "end", "low", "high", "claims"])?;
    }
    for line in lines {
        out.serialize(line)?;
    }
    out.flush()
}

fn write_json(lines: &[Line], set_aside: &[SetAside]) -> std::io::Result<()> {
    let conflicts =
        set_aside.iter().map(|SetAside { claim, conflicts_with }| Conflict { set_aside: claim, conflicts_with });
    let answer = serde_json::json!({ "bounds": lines, "conflicts": conflicts.collect::<Vec<_>>() });
    writeln!(std::io::stdout().lock(), "{answer:#}")
}
