//! `claims lint DIR` checks a dataset. `claims bounds DIR …` prints what its totals imply, `claims contradictions DIR` what
//! contradicts what, `claims delay DIR` how long it took until totals were published.

mod bounds;
mod contradictions;
mod delay;
mod question;
mod table;

use std::{ffi::OsString, path::Path, process::ExitCode};

use bounds::Command;
use crackdown_core::dataset::{Dataset, Package};
use question::question;

/// How the program is called.
const USAGE: &str = "\
usage: claims lint DIR
       claims contradictions DIR
       claims bounds|squeezed|strained|loops|fragility|compare|peaks DIR --metric ID --area CODE
           [--grain year|half|quarter|finest] [--periods YYYY-MM[:YYYY-MM],YYYY-MM[:YYYY-MM]] [--of year|twelve_months|month]
           [--from YYYY-MM] [--to YYYY-MM] [--min-reliability low|medium|high] [--only ID,ID,…] [--without ID,ID,…]
           [--max-monthly-change PERCENT] [--revision PERCENT] [--format csv|json]";

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let command = arguments.next();
    let rest: Vec<OsString> = arguments.collect();
    match (command.as_ref().and_then(|command| command.to_str()), &rest[..]) {
        (Some("lint"), [directory]) => lint(Path::new(directory)),
        (Some("contradictions"), [directory]) => contradictions::answer(Path::new(directory)),
        (Some("delay"), _) => {
            delay::run(lexopt::Parser::from_args(rest)).unwrap_or_else(|error| misused(&format!("{error}\n")))
        }
        (Some(name), _) => match Command::of(name) {
            Some(command) => match question(lexopt::Parser::from_args(rest)) {
                Ok(question) => match read(&question.directory) {
                    Ok(dataset) => bounds::answer(&dataset, &question, command),
                    Err(stop) => stop,
                },
                Err(error) => misused(&format!("{error}\n")),
            },
            None => misused(""),
        },
        _ => misused(""),
    }
}

fn misused(why: &str) -> ExitCode {
    eprintln!("{why}{USAGE}\n       {}", delay::USAGE);
    ExitCode::from(2)
}

/// The dataset of a folder. Where it breaks the format's rules, every problem is printed.
fn read(directory: &Path) -> Result<Dataset, ExitCode> {
    let package = Package::read_dir(directory).map_err(|error| {
        eprintln!("{error}");
        ExitCode::from(1)
    })?;
    Dataset::read(&package).map_err(|problems| {
        problems.iter().for_each(|problem| eprintln!("{problem}"));
        ExitCode::from(1)
    })
}

/// Prints how many rows of each kind a dataset has. The status is 0 where it has no problem, 1 otherwise.
fn lint(directory: &Path) -> ExitCode {
    let Dataset { claims, events, sources, metrics, areas, campaigns, .. } = match read(directory) {
        Ok(dataset) => dataset,
        Err(stop) => return stop,
    };
    println!(
        "{} claims, {} events, {} sources, {} metrics, {} areas, {} campaigns: no problems",
        claims.len(),
        events.len(),
        sources.len(),
        metrics.len(),
        areas.len(),
        campaigns.len()
    );
    ExitCode::SUCCESS
}
