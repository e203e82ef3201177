//! Runs of months compared with their dates and with each other.

use std::collections::BTreeSet;

use super::ids;
use crate::{
    analysis::directions::{MonthState, Run, RunKind, Trend, disagree_on_one_base, month_state},
    dataset::{Claim, Dataset, Month, RecordId},
};

/// Runs whose count is not that of the whole months from start to end.
pub(super) fn lengths(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    let trend = Trend::of(dataset);
    let wrong = |claim: &&Claim| trend.run(claim).is_some_and(|run| run.is_miscounted());
    dataset.claims.iter().filter(wrong).map(|claim| ids([claim])).collect()
}

/// Runs that differ on the direction of a month, most often the one they began with, though they name the same base. Each set of
/// claims once.
pub(super) fn starts(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    contested(dataset, disagree_on_one_base)
}

/// The same where the bases differ, or one is not named, so that both may be true.
pub(super) fn starts_or_bases(dataset: &Dataset) -> Vec<Vec<RecordId>> {
    contested(dataset, |runs, month| !disagree_on_one_base(runs, month))
}

/// The runs about each contested month of a kind, each set once. Changes of a longer period say nothing about it.
fn contested(dataset: &Dataset, of_kind: impl Fn(&[Run<'_>], Month) -> bool) -> Vec<Vec<RecordId>> {
    let trend = Trend::of(dataset);
    let runs = dataset.claims.iter().filter_map(|claim| trend.run(claim));
    let runs: Vec<Run<'_>> = runs.filter(|run| run.kind != RunKind::Cumulative).collect();
    let months: BTreeSet<_> =
        runs.iter().filter_map(Run::months).flat_map(|(first, last)| first.through(last)).collect();
    let mut found = Vec::new();
    for month in months {
        let (state, claims) = month_state(&runs, month);
        let telling: Vec<RecordId> = claims.into_iter().cloned().collect();
        if state == MonthState::Contested && of_kind(&runs, month) && !found.contains(&telling) {
            found.push(telling);
        }
    }
    found
}
