//! Runs of months compared with their dates and with each other.

use std::collections::BTreeSet;

use super::ids;
use crate::{
    analysis::directions::{MonthState, Run, Trend, month_state},
    dataset::{Claim, Dataset, RecordId},
};

/// Runs whose count is not that of the whole months from start to end.
pub(super) fn lengths(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let trend = Trend::of(dataset);
    let wrong = |claim: &&Claim| {
        let (Some(streak), Some(run)) = (claim.change.and_then(|change| change.streak), trend.run(claim)) else {
            return false;
        };
        run.months().is_none_or(|(first, last)| i64::from(last.since(first)) + 1 != i64::from(streak))
    };
    dataset.claims.iter().filter(wrong).map(|claim| ids([claim])).collect()
}

/// Runs that differ on the direction of a month, most often the one they began with. Each set of claims once.
pub(super) fn starts(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let trend = Trend::of(dataset);
    let runs: Vec<Run<'_>> = dataset.claims.iter().filter_map(|claim| trend.run(claim)).collect();
    let months: BTreeSet<_> =
        runs.iter().filter_map(Run::months).flat_map(|(first, last)| first.through(last)).collect();
    let mut found = Vec::new();
    for month in months {
        let (state, claims) = month_state(&runs, month);
        let telling: Vec<RecordId> = claims.into_iter().cloned().collect();
        if state == MonthState::Contested && !found.contains(&telling) {
            found.push(telling);
        }
    }
    found
}
