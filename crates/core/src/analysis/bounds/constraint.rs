//! Statements as rows of a linear program: weighted parts whose sum is at least a number.

use super::{
    partition::Partition,
    statement::{Balance, Limit, Statement, Sum},
};

/// One constraint.
pub(super) struct Constraint {
    /// Parts and their weights.
    pub terms: Vec<(usize, f64)>,
    /// What they add up to at least.
    pub least: f64,
}

/// The rows of a statement, without those that hold of themselves.
pub(super) fn rows(statement: &Statement, partition: &Partition) -> impl Iterator<Item = Constraint> {
    let sums = statement.sums.iter().map(|sum| limited(sum, partition));
    let balances = statement.balances.iter().map(|balance| balanced(balance, partition));
    sums.chain(balances)
        .filter(|constraint| constraint.least > 0.0 || constraint.terms.iter().any(|(_, weight)| *weight < 0.0))
}

fn limited(sum: &Sum, partition: &Partition) -> Constraint {
    let (sign, least) = match sum.limit {
        Limit::AtLeast(low) => (1.0, low),
        Limit::AtMost(high) => (-1.0, -high),
    };
    let span = partition.within(sum.span);
    Constraint { terms: (span.first..span.end).map(|part| (part, sign)).collect(), least }
}

fn balanced(balance: &Balance, partition: &Partition) -> Constraint {
    let mut weights = vec![0.0; partition.len()];
    for (span, weight) in balance {
        let span = partition.within(*span);
        weights[span.first..span.end].iter_mut().for_each(|sum| *sum += weight);
    }
    Constraint { terms: weights.into_iter().enumerate().filter(|(_, weight)| *weight != 0.0).collect(), least: 0.0 }
}
