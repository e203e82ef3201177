//! `claims contradictions`: what contradicts what in a dataset.

use std::{path::Path, process::ExitCode};

use crackdown_core::analysis::contradictions::contradictions;

/// Prints one line of JSON a contradiction: the check, then the ids of the claims.
pub fn answer(directory: &Path) -> ExitCode {
    let dataset = match crate::read(directory) {
        Ok(dataset) => dataset,
        Err(stop) => return stop,
    };
    match contradictions(&dataset) {
        Ok(contradictions) => {
            for contradiction in contradictions {
                println!("{}", serde_json::json!(contradiction));
            }
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(1)
        }
    }
}
