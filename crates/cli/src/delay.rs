//! `claims delay`: how long it took until totals were published.

use std::{path::PathBuf, process::ExitCode};

use crackdown_core::{
    analysis::delay::{Delay, Quartiles, delays, quartiles},
    dataset::{AreaCode, MetricId},
};
use lexopt::{Arg, Parser, ValueExt};

/// How `claims delay` is called.
pub const USAGE: &str = "claims delay DIR [--metric ID] [--area CODE]";

/// The arguments.
#[derive(Default)]
pub struct Question {
    /// Folder of the Data Package.
    directory: PathBuf,
    metric: Option<MetricId>,
    area: Option<AreaCode>,
}

/// Answers the arguments after `delay`: the delays on standard output, their median and quartiles on standard error.
pub fn run(arguments: Parser) -> Result<ExitCode, lexopt::Error> {
    let question = question(arguments)?;
    let dataset = match crate::read(&question.directory) {
        Ok(dataset) => dataset,
        Err(stop) => return Ok(stop),
    };
    let asked = |delay: &Delay| {
        question.metric.as_ref().is_none_or(|metric| delay.metric == *metric)
            && question.area.as_ref().is_none_or(|area| delay.area == *area)
    };
    let delays: Vec<Delay> = delays(&dataset).into_iter().filter(asked).collect();
    eprintln!("{}", summary(&delays));
    Ok(match write(delays) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(1)
        }
    })
}

fn question(mut arguments: Parser) -> Result<Question, lexopt::Error> {
    let mut question = Question::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("metric") => question.metric = Some(arguments.value()?.string()?.into()),
            Arg::Long("area") => question.area = Some(arguments.value()?.string()?.into()),
            Arg::Value(directory) if question.directory.as_os_str().is_empty() => question.directory = directory.into(),
            other => return Err(other.unexpected()),
        }
    }
    if question.directory.as_os_str().is_empty() {
        return Err("DIR is missing".into());
    }
    Ok(question)
}

fn summary(delays: &[Delay]) -> String {
    match quartiles(delays) {
        Some(Quartiles { lower, median, upper }) => {
            format!("median {median} days, quartiles {lower} and {upper}, {} totals", delays.len())
        }
        None => "no totals".to_owned(),
    }
}

fn write(delays: Vec<Delay>) -> std::io::Result<()> {
    let mut out = csv::Writer::from_writer(std::io::stdout().lock());
    out.write_record(["metric", "area", "start", "end", "published", "days", "claim"])?;
    for delay in delays {
        let days = delay.days();
        let Delay { metric, area, start, end, published, claim } = delay;
        out.serialize((metric, area, start.to_string(), end.to_string(), published.to_string(), days, claim))?;
    }
    out.flush()
}
