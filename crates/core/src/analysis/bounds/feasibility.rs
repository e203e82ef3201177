//! Whether statements can all be true: a series of parts that fits them, kept while statements are added.

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolveOptions, Variable};

use super::{
    constraint::{Constraint, rows},
    partition::Partition,
    statement::Statement,
};

/// Least share of the largest figure that a constraint is scaled by, so that coefficients stay within the solver's six orders.
const SMALLEST_ROW: f64 = 1e-5;

/// By how much a scaled constraint may be missed.
const EXACT: f64 = 1e-9;

/// The same where the solver fails otherwise: a tenth of the tolerance of claims.
const LESS_EXACT: f64 = 1e-7;

/// A growing linear program without an objective.
#[derive(Clone)]
pub(super) struct FeasibilityProgram {
    solution: Solution,
    /// One a part.
    parts: Vec<Variable>,
    /// The largest figure: the unit of the unknowns.
    unit: f64,
}

impl FeasibilityProgram {
    /// A series that fits these statements, with figures up to `unit`.
    ///
    /// # Errors
    /// [`Error::Infeasible`] where there is none, others where the solver failed.
    pub fn of<'a>(
        statements: impl Iterator<Item = &'a Statement>,
        partition: &Partition,
        unit: f64,
    ) -> Result<Self, Error> {
        let mut constraints: Vec<Constraint> = statements.flat_map(|statement| rows(statement, partition)).collect();
        let mut outcome = Self::of_constraints(&constraints, partition, unit, EXACT);
        // The solver can lose its way among nearly parallel constraints; from another side, or less exactly, it finds it.
        for tolerance in [EXACT, LESS_EXACT, LESS_EXACT] {
            if matches!(outcome, Ok(_) | Err(Error::Infeasible)) {
                break;
            }
            let third = constraints.len() / 3;
            constraints.rotate_left(third);
            constraints.reverse();
            outcome = Self::of_constraints(&constraints, partition, unit, tolerance);
        }
        outcome
    }

    fn of_constraints(
        constraints: &[Constraint],
        partition: &Partition,
        unit: f64,
        tolerance: f64,
    ) -> Result<Self, Error> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let parts: Vec<Variable> = (0..partition.len()).map(|_| problem.add_var(0.0, (0.0, f64::INFINITY))).collect();
        for constraint in constraints {
            let (terms, least) = scaled(constraint, &parts, unit);
            problem.add_constraint(&terms[..], ComparisonOp::Ge, least);
        }
        let mut options = SolveOptions::default();
        options.tolerances.feasibility = tolerance;
        let solution = solved(problem.solve_with(options)?)?;
        Ok(Self { solution, parts, unit })
    }

    /// The program with more statements, where some series fits them too.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn with(&self, more: &[&Statement], partition: &Partition) -> Result<Self, Error> {
        let mut solution = self.solution.clone();
        for constraint in more.iter().flat_map(|statement| rows(statement, partition)) {
            let (terms, least) = scaled(&constraint, &self.parts, self.unit);
            solution = solved(solution.add_constraint(&terms[..], ComparisonOp::Ge, least)?)?;
        }
        Ok(Self { solution, parts: self.parts.clone(), unit: self.unit })
    }
}

/// The least that the greatest month can be in a series that fits these statements: months of a part are spread evenly where none of
/// them is to be great.
///
/// # Errors
/// As [`FeasibilityProgram::of`].
pub(super) fn least_greatest_month(statements: &[Statement], partition: &Partition, unit: f64) -> Result<f64, Error> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let parts: Vec<Variable> = (0..partition.len()).map(|_| problem.add_var(0.0, (0.0, f64::INFINITY))).collect();
    let greatest = problem.add_var(1.0, (0.0, f64::INFINITY));
    for constraint in statements.iter().flat_map(|statement| rows(statement, partition)) {
        let (terms, least) = scaled(&constraint, &parts, unit);
        problem.add_constraint(&terms[..], ComparisonOp::Ge, least);
    }
    for (at, part) in parts.iter().enumerate() {
        let months = partition.span(at).len() as f64;
        problem.add_constraint([(greatest, months), (*part, -1.0)], ComparisonOp::Ge, 0.0);
    }
    let mut options = SolveOptions::default();
    options.tolerances.feasibility = EXACT;
    Ok(solved(problem.solve_with(options)?)?.objective() * unit)
}

/// A result without a time limit is a solution.
fn solved(outcome: microlp::SolveOutcome) -> Result<Solution, Error> {
    outcome.into_solution().map_err(|_| Error::InternalError("stopped without a limit".to_owned()))
}

/// A constraint in units of the largest figure, divided by its own.
fn scaled(constraint: &Constraint, parts: &[Variable], unit: f64) -> (Vec<(Variable, f64)>, f64) {
    let size = if constraint.least == 0.0 { unit } else { constraint.least.abs().max(unit * SMALLEST_ROW) };
    let terms = constraint.terms.iter().map(|(part, weight)| (parts[*part], weight * unit / size));
    (terms.collect(), constraint.least / size)
}
