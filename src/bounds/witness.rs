//! Whether statements can all be true: a series of parts that fits them, kept while statements are added.

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolveOptions, Variable};

use super::{
    cells::Cells,
    row::{Row, rows},
    statement::Statement,
};

/// Least share of the largest figure that a row is scaled by, so that coefficients stay within the solver's six orders.
const SMALLEST_ROW: f64 = 1e-5;

/// A growing linear program without an objective.
pub(super) struct Witness {
    solution: Solution,
    /// One a part, and one for what came before the horizon.
    parts: Vec<Variable>,
    /// The largest figure: the unit of the unknowns.
    unit: f64,
}

impl Witness {
    /// A series that fits these statements, with figures up to `unit`.
    ///
    /// # Errors
    /// [`Error::Infeasible`] where there is none, others where the solver failed.
    pub fn of<'a>(statements: impl Iterator<Item = &'a Statement>, cells: &Cells, unit: f64) -> Result<Self, Error> {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let parts: Vec<Variable> = (0..=cells.len()).map(|_| problem.add_var(0.0, (0.0, f64::INFINITY))).collect();
        for row in statements.flat_map(|said| rows(said, cells)) {
            let (terms, least) = scaled(&row, &parts, unit);
            problem.add_constraint(&terms[..], ComparisonOp::Ge, least);
        }
        let mut options = SolveOptions::default();
        options.tolerances.feasibility = 1e-9;
        let solution = solved(problem.solve_with(options)?)?;
        Ok(Self { solution, parts, unit })
    }

    /// Adds a statement, where some series fits it too.
    ///
    /// # Errors
    /// As [`Self::of`]; the program is then as before.
    pub fn add(&mut self, said: &Statement, cells: &Cells) -> Result<(), Error> {
        let mut solution = self.solution.clone();
        for row in rows(said, cells) {
            let (terms, least) = scaled(&row, &self.parts, self.unit);
            solution = solved(solution.add_constraint(&terms[..], ComparisonOp::Ge, least)?)?;
        }
        self.solution = solution;
        Ok(())
    }
}

/// A result without a time limit is a solution.
fn solved(outcome: microlp::SolveOutcome) -> Result<Solution, Error> {
    outcome.into_solution().map_err(|_| Error::InternalError("stopped without a limit".to_owned()))
}

/// A row in units of the largest figure, divided by its own.
fn scaled(row: &Row, parts: &[Variable], unit: f64) -> (Vec<(Variable, f64)>, f64) {
    let size = if row.least == 0.0 { unit } else { row.least.abs().max(unit * SMALLEST_ROW) };
    let terms = row.terms.iter().map(|(part, weight)| (parts[*part], weight * unit / size));
    (terms.collect(), row.least / size)
}
