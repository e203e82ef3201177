//! Which claims can all be true together, and why each of the others cannot.

use microlp::Error;

use super::{TOLERANCE, feasibility::FeasibilityProgram, partition::Partition, statement::Statement, sums::Distances};

/// The statements that agree, and those set aside.
#[derive(Default)]
pub(super) struct Agreement {
    /// Indices of those that agree, in order.
    pub kept: Vec<usize>,
    /// Index of each that was set aside, with a smallest set of kept ones that excludes it.
    pub set_aside: Vec<(usize, Vec<usize>)>,
    /// Indices of those that the solver could not judge; they are set aside without a conflict.
    pub unsolved: Vec<usize>,
}

/// Accepts the statements in order, each if it agrees with the limit of change and all accepted before, within the tolerance.
pub(super) fn agree(statements: &[Statement], change_limit: &Statement, months: usize) -> Agreement {
    let statements = &statements.iter().map(|statement| statement.loosened(TOLERANCE)).collect::<Vec<_>>()[..];
    let mut accepted = ConsistentSet::new(statements, change_limit, months);
    let mut agreement = Agreement::default();
    for (at, statement) in statements.iter().enumerate() {
        match accepted.add(statement) {
            Ok(()) => agreement.kept.push(at),
            Err(Error::Infeasible) => {
                let conflict = smallest_conflict(statements, &agreement.kept, statement, change_limit, months);
                agreement.set_aside.push((at, conflict));
            }
            Err(_) => agreement.unsolved.push(at),
        }
    }
    agreement
}

/// Whether statements can all be true, exactly.
///
/// # Errors
/// [`Error::Infeasible`] where they cannot, others where the solver failed.
pub(super) fn consistent(statements: &[&Statement], months: usize) -> Result<(), Error> {
    let partition = Partition::of(statements.iter().copied(), months);
    let mut sums = Distances::of(&partition);
    for sum in statements.iter().flat_map(|statement| &statement.sums) {
        if !sums.allows(sum, &partition) {
            return Err(Error::Infeasible);
        }
        sums.add(sum, &partition);
    }
    if statements.iter().all(|statement| statement.balances.is_empty()) {
        return Ok(());
    }
    FeasibilityProgram::of(statements.iter().copied(), &partition, unit(statements.iter().copied())).map(|_| ())
}

/// The largest figure of some statements, or 1.
fn unit<'a>(statements: impl Iterator<Item = &'a Statement>) -> f64 {
    use super::statement::Limit::{AtLeast, AtMost};
    let sums = statements.flat_map(|statement| &statement.sums);
    let largest = sums.map(|sum| match sum.limit {
        AtLeast(value) | AtMost(value) => value,
    });
    Some(largest.fold(0.0, f64::max)).filter(|unit| *unit > 0.0).unwrap_or(1.0)
}

/// Statements that agree, ready for another.
struct ConsistentSet<'a> {
    partition: Partition,
    sums: Distances,
    statements: Vec<&'a Statement>,
    /// Set up once months are compared; sums alone do not need it.
    feasibility: Option<FeasibilityProgram>,
    unit: f64,
}

impl<'a> ConsistentSet<'a> {
    fn new(statements: &'a [Statement], change_limit: &'a Statement, months: usize) -> Self {
        let all = || statements.iter().chain([change_limit]);
        let partition = Partition::of(all(), months);
        Self {
            sums: Distances::of(&partition),
            partition,
            statements: vec![change_limit],
            feasibility: None,
            unit: unit(all()),
        }
    }

    /// Adds a statement, or leaves everything as it was.
    fn add(&mut self, statement: &'a Statement) -> Result<(), Error> {
        let mut sums = self.sums.clone();
        for sum in &statement.sums {
            if !sums.allows(sum, &self.partition) {
                return Err(Error::Infeasible);
            }
            sums.add(sum, &self.partition);
        }
        let compared = |statement: &&Statement| !statement.balances.is_empty();
        if let Some(feasibility) = &mut self.feasibility {
            feasibility.add(statement, &self.partition)?;
        } else if self.statements.iter().chain([&statement]).any(compared) {
            let all = self.statements.iter().copied().chain([statement]);
            self.feasibility = Some(FeasibilityProgram::of(all, &self.partition, self.unit)?);
        }
        self.sums = sums;
        self.statements.push(statement);
        Ok(())
    }
}

/// A set of kept statements that excludes another, none of which can be spared (Junker, "QuickXplain", AAAI 2004).
fn smallest_conflict(
    statements: &[Statement],
    kept: &[usize],
    statement: &Statement,
    change_limit: &Statement,
    months: usize,
) -> Vec<usize> {
    let excludes = |chosen: &[usize]| {
        let chosen = chosen.iter().map(|at| &statements[*at]);
        let all: Vec<&Statement> = chosen.chain([change_limit, statement]).collect();
        consistent(&all, months) == Err(Error::Infeasible)
    };
    let mut conflict = if excludes(&[]) { Vec::new() } else { explain(&excludes, &[], false, kept) };
    conflict.sort_unstable();
    conflict
}

/// A smallest part of `among` that, with `known`, satisfies a condition which more members never undo; `grown` says that `known`
/// has just got members, so that they may do alone.
pub(super) fn explain(
    excludes: &dyn Fn(&[usize]) -> bool,
    known: &[usize],
    grown: bool,
    among: &[usize],
) -> Vec<usize> {
    if grown && excludes(known) {
        return Vec::new();
    }
    if among.len() <= 1 {
        return among.to_vec();
    }
    let (first, second) = among.split_at(among.len() / 2);
    let needed = explain(excludes, &[known, first].concat(), true, second);
    let rest = explain(excludes, &[known, &needed].concat(), !needed.is_empty(), first);
    [rest, needed].concat()
}
