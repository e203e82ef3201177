//! What the commands about one metric and area are asked: their arguments.

use std::{path::PathBuf, str::FromStr};

use crackdown_core::query::MONTHLY_CHANGE_LIMIT;
use crackdown_core::{
    analysis::bounds::{Allowances, Grain, PeakOf},
    dataset::{AreaCode, Claim, Dataset, MetricId, Month, RecordId, Reliability},
};
use lexopt::{Arg, Parser, ValueExt};

/// The arguments of a command about one metric and area.
pub struct Question {
    /// Folder of the Data Package.
    pub directory: PathBuf,
    metric: MetricId,
    area: AreaCode,
    from: Option<Month>,
    to: Option<Month>,
    reliability: Reliability,
    /// What the reader allows for or assumes.
    pub allowances: Allowances,
    only: Option<Vec<RecordId>>,
    without: Vec<RecordId>,
    /// The periods asked for.
    pub grain: Option<Grain>,
    /// Two periods to compare, as first and last month.
    pub periods: Option<[(Month, Month); 2]>,
    /// Which kind of periods is asked for its greatest.
    pub peaks: PeakOf,
    /// Whether the answer is JSON instead of CSV.
    pub json: bool,
}

/// Reads the arguments after the command's name.
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
        grain: None,
        periods: None,
        peaks: PeakOf::Year,
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
            Arg::Long("grain") => question.grain = Some(arguments.value()?.parse_with(grain)?),
            Arg::Long("periods") => question.periods = Some(arguments.value()?.parse_with(periods)?),
            Arg::Long("of") => question.peaks = arguments.value()?.parse_with(peaks)?,
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

/// The largest limit of change, in percent, as in the address of the page.
const LARGEST_LIMIT: f64 = MONTHLY_CHANGE_LIMIT as f64;

fn percent(text: &str) -> Result<f64, String> {
    let percent = text.parse().ok().filter(|percent: &f64| (0.0..=LARGEST_LIMIT).contains(percent));
    percent.ok_or_else(|| format!("expected a percentage from 0 to {LARGEST_LIMIT}"))
}

fn revision(text: &str) -> Result<f64, String> {
    let percent = text.parse().ok().filter(|percent: &f64| (0.0..=100.0).contains(percent));
    percent.ok_or_else(|| "expected a percentage from 0 to 100".into())
}

fn grain(text: &str) -> Result<Grain, String> {
    Grain::from_str(text).map_err(|_| "expected year, half, quarter or finest".into())
}

fn peaks(text: &str) -> Result<PeakOf, String> {
    PeakOf::from_str(text).map_err(|_| "expected year, twelve_months or month".into())
}

fn format(text: &str) -> Result<bool, String> {
    match text {
        "csv" => Ok(false),
        "json" => Ok(true),
        _ => Err("expected csv or json".into()),
    }
}

/// Two periods, each a month or first and last month with a colon between, with a comma between the two.
fn periods(text: &str) -> Result<[(Month, Month); 2], String> {
    let period = |text: &str| {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let (first, last) = (first.parse::<Month>().ok()?, last.parse::<Month>().ok()?);
        (first <= last).then_some((first, last))
    };
    let both = text.split_once(',').and_then(|(first, second)| Some([period(first)?, period(second)?]));
    both.ok_or_else(|| "expected two periods as YYYY-MM,YYYY-MM or YYYY-MM:YYYY-MM,YYYY-MM:YYYY-MM".into())
}

impl Question {
    /// The claims that the question is about.
    pub fn claims<'a>(&self, dataset: &'a Dataset) -> Vec<&'a Claim> {
        dataset.claims.iter().filter(|claim| self.asks(dataset, claim)).collect()
    }

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

    /// Whether a period is to be printed.
    pub fn prints(&self, first: Month, last: Month) -> bool {
        self.from.is_none_or(|from| first >= from) && self.to.is_none_or(|to| last <= to)
    }
}
