//! The least and greatest of a range where statements compare months with each other: a linear program.
//!
//! By duality the least of c·x over Ax ≥ b, x ≥ 0 is the greatest of b·y over Aᵀy ≤ c, y ≥ 0. In the dual, another range only
//! changes c, so that one program is solved once and then, for each range, a few steps further (Chvátal, "Linear
//! Programming", chapter on sensitivity).

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, Solution, SolveOptions, Variable};

use super::{
    constraint::{Constraint, rows},
    partition::Partition,
    statement::{Span, Statement},
};

/// A multiplier below this share of the greatest one is the arithmetic's.
const NO_MULTIPLIER: f64 = 1e-9;

/// An end of the bounds, with the statements it follows from.
pub(super) struct End {
    /// The least or the greatest sum.
    pub value: f64,
    /// Numbers of the statements: those whose constraints have a multiplier other than 0.
    pub statements: Vec<usize>,
}

/// The program of some statements.
pub(super) struct BoundsProgram {
    solution: Solution,
    /// One a constraint: its multiplier, and the number of its statement.
    multipliers: Vec<(Variable, usize)>,
    /// One a part: its share in the range asked for, with the sign of the question.
    asked: Vec<Variable>,
    /// Those that are not 0 now.
    set: Vec<usize>,
    /// The unit of each part.
    units: Vec<f64>,
    /// The parts that can grow for ever; `None` where a statement was taken out, so that each question has to find out.
    unlimited: Option<Vec<bool>>,
}

impl BoundsProgram {
    /// Sets up the program; `greatest` is the greatest that sums alone allow each part, infinite where they set no limit.
    ///
    /// # Errors
    /// Where the solver fails; the statements are known to agree.
    pub fn of(statements: &[&Statement], partition: &Partition, greatest: &[f64]) -> Result<Self, Error> {
        let of_statement = |(at, statement)| rows(statement, partition).map(move |row| (row, at));
        let (rows, owners): (Vec<Constraint>, Vec<usize>) =
            statements.iter().copied().enumerate().flat_map(of_statement).unzip();
        let fallback = rows.iter().map(|constraint| constraint.least.abs()).fold(1.0, f64::max);
        let unit = |part: usize| greatest.get(part).copied().filter(|unit| unit.is_finite() && *unit > 0.0);
        let units: Vec<f64> = (0..partition.len()).map(|part| unit(part).unwrap_or(fallback)).collect();
        let mut problem = Problem::new(OptimizationDirection::Maximize);
        let mut columns: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); units.len()];
        let mut multipliers = Vec::with_capacity(rows.len());
        for (Constraint { terms, least }, owner) in rows.iter().zip(owners) {
            let size =
                terms.iter().map(|(part, factor)| (factor * units[*part]).abs()).fold(f64::MIN_POSITIVE, f64::max);
            let multiplier = problem.add_var(least / size, (0.0, f64::INFINITY));
            multipliers.push((multiplier, owner));
            terms.iter().for_each(|(part, factor)| columns[*part].push((multiplier, factor * units[*part] / size)));
        }
        let asked: Vec<Variable> = (0..partition.len()).map(|_| problem.add_var(0.0, (-1.0, 1.0))).collect();
        for (part, mut terms) in columns.into_iter().enumerate() {
            terms.push((asked[part], -1.0));
            problem.add_constraint(&terms[..], ComparisonOp::Le, 0.0);
        }
        let mut options = SolveOptions::default();
        options.tolerances.feasibility = 1e-9;
        let mut solution = solved(problem.solve_with(options))?;
        for asked in &asked {
            solution = solved(solution.fix_var(*asked, 0.0))?;
        }
        let unlimited = Some(unlimited(&rows, partition.len())?);
        Ok(Self { solution, multipliers, asked, set: Vec::new(), units, unlimited })
    }

    /// The program without a statement, by its number: its multipliers are 0.
    ///
    /// # Errors
    /// Where the solver fails.
    pub fn without(&self, statement: usize) -> Result<Self, Error> {
        let mut solution = self.solution.clone();
        for part in &self.set {
            solution = solved(solution.fix_var(self.asked[*part], 0.0))?;
        }
        for (multiplier, _) in self.multipliers.iter().filter(|(_, owner)| *owner == statement) {
            solution = solved(solution.fix_var(*multiplier, 0.0))?;
        }
        Ok(Self {
            solution,
            multipliers: self.multipliers.clone(),
            asked: self.asked.clone(),
            set: Vec::new(),
            units: self.units.clone(),
            unlimited: None,
        })
    }

    /// The least sum of some parts.
    ///
    /// # Errors
    /// Where the solver fails.
    pub fn least(&mut self, parts: Span) -> Result<End, Error> {
        let end = self.ask(parts, 1.0)?;
        Ok(End { value: end.value.max(0.0), ..end })
    }

    /// The greatest sum of some parts; `None` where nothing limits it.
    ///
    /// # Errors
    /// Where the solver fails.
    pub fn greatest(&mut self, parts: Span) -> Result<Option<End>, Error> {
        if self.unlimited.as_ref().is_some_and(|unlimited| unlimited[parts.first..parts.end].contains(&true)) {
            return Ok(None);
        }
        let end = match self.ask(parts, -1.0) {
            Err(Error::Infeasible) if self.unlimited.is_none() => return Ok(None),
            end => end?,
        };
        // Without the zero a sum of nothing would be -0.
        Ok(Some(End { value: (0.0 - end.value).max(0.0), ..end }))
    }

    fn ask(&mut self, parts: Span, sign: f64) -> Result<End, Error> {
        if parts.first >= parts.end {
            return Ok(End { value: 0.0, statements: Vec::new() });
        }
        let weights: Vec<(usize, f64)> = (parts.first..parts.end).map(|part| (part, sign)).collect();
        let value = self.solve(&weights)?;
        Ok(End { value, statements: self.statements_used() })
    }

    /// The least weighted sum of parts, one weight each; `None` where nothing limits it.
    ///
    /// # Errors
    /// Where the solver fails.
    pub fn least_weighted(&mut self, weights: &[f64]) -> Result<Option<f64>, Error> {
        let weights: Vec<(usize, f64)> =
            weights.iter().copied().enumerate().filter(|(_, weight)| *weight != 0.0).collect();
        match self.solve(&weights) {
            // Where the dual allows nothing, the primal has no limit.
            Err(Error::Infeasible) => Ok(None),
            least => least.map(Some),
        }
    }

    /// The least weighted sum of some parts.
    fn solve(&mut self, weights: &[(usize, f64)]) -> Result<f64, Error> {
        let unit =
            weights.iter().map(|(part, weight)| weight.abs() * self.units[*part]).fold(f64::MIN_POSITIVE, f64::max);
        let mut solution = self.solution.clone();
        for part in self.set.iter().filter(|part| !weights.iter().any(|(weighted, _)| weighted == *part)) {
            solution = solved(solution.fix_var(self.asked[*part], 0.0))?;
        }
        for (part, weight) in weights {
            solution = solved(solution.fix_var(self.asked[*part], weight * self.units[*part] / unit))?;
        }
        self.set = weights.iter().map(|(part, _)| *part).collect();
        self.solution = solution;
        Ok(self.solution.objective() * unit)
    }

    fn statements_used(&self) -> Vec<usize> {
        let value = |multiplier: Variable| self.solution.var_value(multiplier);
        let greatest = self.multipliers.iter().map(|(multiplier, _)| value(*multiplier)).fold(0.0, f64::max);
        let used = self.multipliers.iter().filter(|(multiplier, _)| value(*multiplier) > NO_MULTIPLIER * greatest);
        used.map(|(_, statement)| *statement).collect()
    }
}

fn solved(outcome: Result<microlp::SolveOutcome, Error>) -> Result<Solution, Error> {
    outcome?.into_solution().map_err(|_| Error::InternalError("stopped without a limit".to_owned()))
}

/// The parts that can grow for ever: those that are positive in some direction along which every statement stays true. Such
/// directions add up, so that one program finds them all: as many parts as possible grow by at least 1.
fn unlimited(rows: &[Constraint], parts: usize) -> Result<Vec<bool>, Error> {
    let mut problem = Problem::new(OptimizationDirection::Maximize);
    let counted: Vec<Variable> = (0..parts).map(|_| problem.add_var(1.0, (0.0, 1.0))).collect();
    let further: Vec<Variable> = (0..parts).map(|_| problem.add_var(0.0, (0.0, f64::INFINITY))).collect();
    for Constraint { terms, .. } in rows {
        let both = terms.iter().flat_map(|(part, factor)| [(counted[*part], *factor), (further[*part], *factor)]);
        problem.add_constraint(&both.collect::<Vec<_>>()[..], ComparisonOp::Ge, 0.0);
    }
    let solution = solved(problem.solve())?;
    Ok(counted.iter().map(|part| solution.var_value(*part) > 0.5).collect())
}
