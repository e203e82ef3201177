//! Statements as rows of a linear program: weighted parts whose sum is at least a number.

use super::{
    cells::Cells,
    statement::{Balance, Limit, Statement, Sum},
};

/// One row.
pub(super) struct Row {
    /// Parts and their weights; the part after the last is what came before the horizon.
    pub terms: Vec<(usize, f64)>,
    /// What they add up to at least.
    pub least: f64,
}

/// The rows of a statement, without those that hold of themselves.
pub(super) fn rows(said: &Statement, cells: &Cells) -> impl Iterator<Item = Row> {
    let sums = said.sums.iter().map(|sum| limited(sum, cells));
    let balances = said.balances.iter().map(|balance| balanced(balance, cells));
    sums.chain(balances).filter(|row| row.least > 0.0 || row.terms.iter().any(|(_, weight)| *weight < 0.0))
}

fn limited(sum: &Sum, cells: &Cells) -> Row {
    let (sign, least) = match sum.limit {
        Limit::AtLeast(low) => (1.0, low),
        Limit::AtMost(high) => (-1.0, -high),
    };
    let span = cells.within(sum.span);
    let origin = sum.origin.then_some(cells.len());
    Row { terms: (span.first..span.end).chain(origin).map(|part| (part, sign)).collect(), least }
}

fn balanced(balance: &Balance, cells: &Cells) -> Row {
    let mut weights = vec![0.0; cells.len()];
    for (span, weight) in balance {
        let span = cells.within(*span);
        weights[span.first..span.end].iter_mut().for_each(|sum| *sum += weight);
    }
    Row { terms: weights.into_iter().enumerate().filter(|(_, weight)| *weight != 0.0).collect(), least: 0.0 }
}
