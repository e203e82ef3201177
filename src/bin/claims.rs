//! `claims check DIR`: the record's linter.

use std::{path::Path, process::ExitCode};

use crackdown_explorer::dataset::{Dataset, Package};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["check", directory] => check(Path::new(directory)),
        _ => {
            eprintln!("usage: claims check DIR");
            ExitCode::from(2)
        }
    }
}

/// Prints every problem of a package; 0 where there is none, 1 otherwise.
fn check(directory: &Path) -> ExitCode {
    let package = match Package::read_dir(directory) {
        Ok(package) => package,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(1);
        }
    };
    match Dataset::read(&package) {
        Ok(Dataset { claims, events, sources, metrics, areas, campaigns, .. }) => {
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
        Err(problems) => {
            problems.iter().for_each(|problem| eprintln!("{problem}"));
            ExitCode::from(1)
        }
    }
}
