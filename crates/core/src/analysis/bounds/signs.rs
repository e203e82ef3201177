//! Two periods held against each other.

use serde::{Deserialize, Serialize};

use super::{
    Bounds, NoBounds,
    partition::Partition,
    statement::{Span, Statement},
};
use crate::dataset::Month;

/// The sum of a period less the sum of another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// The least that it can be; `None` where nothing limits it.
    pub low: Option<f64>,
    /// The greatest that it can be; `None` where nothing limits it.
    pub high: Option<f64>,
}

impl Difference {
    /// Whether it is certain which of the two is greater.
    pub fn is_certain(self) -> bool {
        self.low.is_some_and(|low| low > 0.0) || self.high.is_some_and(|high| high < 0.0)
    }
}

impl Bounds<'_> {
    /// What the second period has more than the first; `None` where the horizon does not hold both.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn difference(&self, first: (Month, Month), second: (Month, Month)) -> Result<Option<Difference>, NoBounds> {
        let horizon = self.system.horizon;
        let span = |(first, last)| horizon.span(first, last);
        let Some((first, second)) = span(first).zip(span(second)) else { return Ok(None) };
        // A statement that says nothing but divides the months where the periods begin and end.
        let divides = Statement { sums: Vec::new(), balances: vec![vec![(first, 0.0), (second, 0.0)]] };
        let partition = Partition::of(self.system.statements.iter().chain([&divides]), horizon.len());
        let greatest = self.system.greatest_of_parts(&partition);
        let mut program = self.system.program_over(&partition, &greatest)?;
        let parts = |span: Span, sign: f64| {
            let Span { first, end } = partition.within(span);
            (first..end).map(move |part| (part, sign))
        };
        let mut weights = vec![0.0; partition.len()];
        parts(second, 1.0).chain(parts(first, -1.0)).for_each(|(part, sign)| weights[part] += sign);
        let opposite: Vec<f64> = weights.iter().map(|weight| -weight).collect();
        let low = program.least_weighted(&weights)?;
        let high = program.least_weighted(&opposite)?.map(|least| 0.0 - least);
        Ok(Some(Difference { low, high }))
    }
}
