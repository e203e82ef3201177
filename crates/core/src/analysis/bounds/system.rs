//! The constraints of some statements, solved: the least and the greatest sum of any months.

use microlp::Error;

use super::{
    NoBounds, TOLERANCE,
    conflict::largest_figure,
    feasibility::least_greatest_month,
    partition::Partition,
    program::{BoundsProgram, End},
    statement::{Horizon, Span, Statement, Sum},
    sums::{Arc, Distances},
};
use crate::dataset::Interval;

/// A share this small is the solver's, which is exact to 1e-9, and not the claims'.
const NEGLIGIBLE: f64 = 1e-9;

/// The least and the greatest sum of some months, with the statements that it follows from.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Extent {
    pub low: f64,
    /// `None` where nothing limits it.
    pub high: Option<f64>,
    /// Numbers of the statements that the least follows from; none where it is 0.
    pub low_from: Vec<usize>,
    /// Numbers of the statements that the greatest follows from.
    pub high_from: Vec<usize>,
}

impl Extent {
    /// Numbers of the statements that either end follows from, each once, in order.
    pub fn statements(&self) -> Vec<usize> {
        each_once([&self.low_from[..], &self.high_from].concat())
    }

    /// Both ends.
    pub fn interval(&self) -> Interval {
        Interval { low: self.low, high: self.high }
    }
}

/// Statements about the months of a horizon that agree.
pub(super) struct System {
    pub horizon: Horizon,
    partition: Partition,
    sums: Distances,
    /// Limits of sums as added, with the numbers of their statements.
    limits: Vec<(Arc, usize)>,
    /// Set up where statements compare months with each other.
    program: Option<BoundsProgram>,
    /// The statements; the reader's limit of change comes last.
    pub statements: Vec<Statement>,
}

impl System {
    /// Solves statements that are known to agree, the reader's limit of change after those of claims.
    ///
    /// # Errors
    /// Where the solver failed.
    pub fn of(mut statements: Vec<Statement>, change_limit: Statement, horizon: Horizon) -> Result<Self, NoBounds> {
        statements.push(change_limit);
        let partition = Partition::of(statements.iter(), horizon.len());
        let mut sums = Distances::of(&partition);
        let mut limits = Vec::new();
        for (at, statement) in statements.iter().enumerate() {
            limits.extend(statement.sums.iter().map(|sum| (sums.add(sum, &partition), at)));
        }
        let compared = statements.iter().any(|statement| !statement.balances.is_empty());
        let mut system = Self { horizon, partition, sums, limits, program: None, statements };
        if compared {
            system.program = Some(system.exact_or_loosened()?);
        }
        Ok(system)
    }

    /// The system without a statement, whose number stays free.
    ///
    /// # Errors
    /// Where the solver failed.
    pub fn without(&self, statement: usize) -> Result<Self, NoBounds> {
        let mut statements = self.statements.clone();
        statements[statement] = Statement::default();
        let mut sums = Distances::of(&self.partition);
        let mut limits = Vec::new();
        for (at, statement) in statements.iter().enumerate() {
            limits.extend(statement.sums.iter().map(|sum| (sums.add(sum, &self.partition), at)));
        }
        let (horizon, partition) = (self.horizon, self.partition.clone());
        let mut system = Self { horizon, partition, sums, limits, program: None, statements };
        if let Some(program) = &self.program {
            system.program = Some(program.without(statement).or_else(|_| system.exact_or_loosened())?);
        }
        Ok(system)
    }

    /// The program of the statements as they are; where they agree only to within the tolerance, loosened by it.
    fn exact_or_loosened(&self) -> Result<BoundsProgram, NoBounds> {
        self.program_over(&self.partition, &self.greatest_of_parts(&self.partition))
    }

    /// The same over a finer partition; `greatest` is the greatest that sums alone allow each part.
    ///
    /// # Errors
    /// Where the solver failed.
    pub fn program_over(&self, partition: &Partition, greatest: &[f64]) -> Result<BoundsProgram, NoBounds> {
        let exact: Vec<&Statement> = self.statements.iter().collect();
        BoundsProgram::of(&exact, partition, greatest).or_else(|_| self.loosened_over(partition, greatest))
    }

    fn loosened_over(&self, partition: &Partition, greatest: &[f64]) -> Result<BoundsProgram, NoBounds> {
        let loosened: Vec<Statement> = self.statements.iter().map(|statement| statement.loosened(TOLERANCE)).collect();
        Ok(BoundsProgram::of(&loosened.iter().collect::<Vec<_>>(), partition, greatest)?)
    }

    fn loosened(&self) -> Result<BoundsProgram, NoBounds> {
        self.loosened_over(&self.partition, &self.greatest_of_parts(&self.partition))
    }

    /// The greatest that sums alone allow each part of a finer partition.
    pub fn greatest_of_parts(&self, partition: &Partition) -> Vec<f64> {
        let outer = |part| self.partition.inner_and_outer(partition.span(part)).1;
        (0..partition.len()).map(|part| self.sums.greatest(outer(part))).collect()
    }

    /// The least that the greatest month can be.
    ///
    /// # Errors
    /// Where the solver failed.
    pub fn least_greatest_month(&self) -> Result<f64, Error> {
        let unit = largest_figure(self.statements.iter());
        let exact = least_greatest_month(&self.statements, &self.partition, unit);
        exact.or_else(|_| {
            let loosened: Vec<Statement> = self.statements.iter().map(|one| one.loosened(TOLERANCE)).collect();
            least_greatest_month(&loosened, &self.partition, unit)
        })
    }

    /// The spans that no statement divides.
    pub fn parts(&self) -> impl Iterator<Item = Span> {
        (0..self.partition.len()).map(|part| self.partition.span(part))
    }

    /// Where the limited sums of claims begin and have just ended, with both ends of the horizon.
    pub fn cuts(&self) -> Vec<usize> {
        let claims = self.statements.split_last().map(|(_, claims)| claims).unwrap_or_default();
        let sums = claims.iter().flat_map(|statement| &statement.sums);
        let mut cuts: Vec<usize> = sums.flat_map(|Sum { span, .. }| [span.first, span.end]).collect();
        cuts.extend([0, self.horizon.len()]);
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// The least and the greatest sum of the months of a span.
    ///
    /// # Errors
    /// Where the solver failed.
    pub fn extent(&mut self, span: Span) -> Result<Extent, NoBounds> {
        let (inner, outer) = self.partition.inner_and_outer(span);
        let (mut low, high) = match self.ends(inner, outer) {
            Err(_) if self.program.is_some() => {
                self.program = Some(self.loosened()?);
                self.ends(inner, outer)?
            }
            ends => ends?,
        };
        if high.as_ref().is_some_and(|high| low.value < high.value * NEGLIGIBLE) {
            low.value = 0.0;
        }
        Ok(Extent {
            low: cleaned(low.value),
            high: high.as_ref().map(|high| cleaned(high.value)),
            low_from: if low.value > 0.0 { each_once(low.statements) } else { Vec::new() },
            high_from: high.map(|high| each_once(high.statements)).unwrap_or_default(),
        })
    }

    /// The least sum of the months of a span, without what it follows from.
    ///
    /// # Errors
    /// Where the solver failed.
    pub fn least(&mut self, span: Span) -> Result<f64, NoBounds> {
        let (inner, _) = self.partition.inner_and_outer(span);
        let Some(program) = &mut self.program else { return Ok(self.sums.least(inner)) };
        Ok(match program.least(inner) {
            Ok(end) => end.value,
            Err(_) => self.extent(span)?.low,
        })
    }

    /// The greatest sum of the months of a span, without what it follows from; `None` where nothing limits it.
    ///
    /// # Errors
    /// Where the solver failed.
    pub fn greatest(&mut self, span: Span) -> Result<Option<f64>, NoBounds> {
        let (_, outer) = self.partition.inner_and_outer(span);
        let Some(program) = &mut self.program else {
            return Ok(Some(self.sums.greatest(outer)).filter(|greatest| greatest.is_finite()));
        };
        Ok(match program.greatest(outer) {
            Ok(end) => end.map(|end| end.value),
            Err(_) => self.extent(span)?.high,
        })
    }

    /// The least sum of the inner parts and the greatest of the outer ones; `None` where nothing limits it.
    fn ends(&mut self, inner: Span, outer: Span) -> Result<(End, Option<End>), Error> {
        let exact = match &mut self.program {
            Some(program) => Some((program.least(inner)?, program.greatest(outer)?)),
            None => None,
        };
        let (sums, limits) = (&self.sums, &self.limits);
        let (low, high) = (sums.least(inner), sums.greatest(outer));
        let least = || End { value: low, statements: sums.least_from(inner, limits) };
        let greatest = || End { value: high, statements: sums.greatest_from(outer, limits) };
        // Where sums alone give an end, they need the fewest claims.
        Ok(match exact {
            None => (least(), high.is_finite().then(greatest)),
            Some((exact_low, exact_high)) => (
                if same(low, exact_low.value) { least() } else { exact_low },
                exact_high.map(|exact| if same(high, exact.value) { greatest() } else { exact }),
            ),
        })
    }
}

fn each_once(mut numbers: Vec<usize>) -> Vec<usize> {
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

/// Whether two figures are equal but for the arithmetic.
fn same(a: f64, b: f64) -> bool {
    a.is_finite() && (a - b).abs() <= NEGLIGIBLE * a.abs().max(b.abs())
}

/// A number without the last digits, which the arithmetic leaves behind: twelve are kept.
fn cleaned(number: f64) -> f64 {
    if number == 0.0 {
        return 0.0;
    }
    let unit = 10f64.powi((11 - number.abs().log10().floor() as i32).min(300));
    let rounded = if unit >= 1.0 { (number * unit).round() / unit } else { number.round() };
    // Whole numbers come out whole.
    if (rounded - rounded.round()).abs() * unit < 1.0 { rounded.round() } else { rounded }
}
