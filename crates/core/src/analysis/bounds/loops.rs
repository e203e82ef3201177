//! Loops: claims that together leave little room, found by shrinking every interval until they no longer agree.

use serde::{Deserialize, Serialize};

use super::{
    Bounds, TOLERANCE,
    conflict::{ConsistentSet, smallest},
    statement::{Reading, Statement, statement},
};
use crate::dataset::{Interval, RecordId};

/// Claims that agree only as long as their intervals are wide enough.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Loop {
    /// The least share of their widths, about the middle, at which they still agree; to a thousandth.
    pub slack: f64,
    /// Ids of the claims.
    pub claims: Vec<RecordId>,
}

/// How exact the slack is.
const EXACT: f64 = 1e-3;

/// The most loops that are looked for.
const MOST_LOOPS: usize = 8;

impl Bounds<'_> {
    /// The loops of the claims used that break at this share of their widths or above, the tightest first. Claims that agree even for
    /// figures without any width are no loop.
    pub fn loops(&self, least_slack: f64) -> Vec<Loop> {
        let mut loops = Vec::new();
        let mut fixed = vec![false; self.claims.len()];
        while loops.len() < MOST_LOOPS
            && let Some((slack, members)) = self.tightest_loop(&fixed, least_slack)
        {
            if members.iter().all(|at| fixed[*at]) {
                break;
            }
            members.iter().for_each(|at| fixed[*at] = true);
            loops.push(Loop { slack, claims: members.into_iter().map(|at| self.kept[at].clone()).collect() });
        }
        loops
    }

    /// The loop that breaks first when the claims that are not fixed shrink: its slack and the numbers of its claims.
    fn tightest_loop(&self, fixed: &[bool], least_slack: f64) -> Option<(f64, Vec<usize>)> {
        let all: Vec<usize> = (0..fixed.len()).collect();
        let agree = |share: f64| !self.contradict(&self.shrunk(share, fixed), &all);
        if agree(least_slack) {
            return None;
        }
        let (mut breaks, mut holds) = (least_slack, 1.0);
        while holds - breaks > EXACT {
            let middle = f64::midpoint(breaks, holds);
            if agree(middle) { holds = middle } else { breaks = middle }
        }
        let statements = self.shrunk(breaks, fixed);
        let members = smallest(&|chosen| self.contradict(&statements, chosen), &all);
        Some((holds, members))
    }

    fn contradict(&self, statements: &[Statement], chosen: &[usize]) -> bool {
        let all = || statements.iter().chain([&self.change_limit]);
        let none = ConsistentSet::new(all(), self.system.horizon.len());
        !none.allows(chosen.iter().map(|at| &statements[*at]).chain([&self.change_limit]))
    }

    /// The statements of the claims used, with the intervals of those that are not fixed shrunk about their middles.
    fn shrunk(&self, share: f64, fixed: &[bool]) -> Vec<Statement> {
        let shrunk = |interval: Interval| match interval.high {
            Some(high) => {
                let (middle, half) = (f64::midpoint(interval.low, high), share * (high - interval.low) / 2.0);
                Interval::between(middle - half, middle + half)
            }
            None => interval,
        };
        let used = self.kept.iter().filter_map(|id| self.usable.iter().find(|usable| usable.claim.id == *id));
        let statements = used.zip(fixed).map(|(usable, fixed)| {
            let Reading { figure, percent } = usable.reading;
            let reading = Reading { figure: figure.map(shrunk), percent: percent.map(shrunk) };
            let reading = if *fixed { usable.reading } else { reading };
            statement(usable.claim, reading, self.system.horizon).loosened(TOLERANCE)
        });
        statements.collect()
    }
}
