//! `claims checks`: what contradicts what in a record.

use std::{path::Path, process::ExitCode};

use crackdown_explorer::checks::findings;

/// Prints one line of JSON a finding: the check, then the ids of the claims.
pub fn answer(directory: &Path) -> ExitCode {
    let dataset = match crate::read(directory) {
        Ok(dataset) => dataset,
        Err(stop) => return stop,
    };
    match findings(&dataset) {
        Ok(findings) => {
            for finding in findings {
                println!("{}", serde_json::json!(finding));
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(1)
        }
    }
}
