//! Which period can have been the greatest of its kind.

use microlp::Error;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::{
    Bounds, NoBounds, TOLERANCE,
    conflict::consistent,
    statement::{Balance, Span, Statement},
};
use crate::dataset::{Interval, Month};

/// Kinds of periods of equal length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, EnumString, IntoStaticStr, VariantNames)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum PeakOf {
    /// Calendar years.
    Year,
    /// Twelve months in a row.
    TwelveMonths,
    /// Single months.
    Month,
}

/// Months of a year.
const YEAR: usize = 12;

impl Bounds<'_> {
    /// The periods of a kind that are the greatest of it in some solution, as first and last month. Only periods that lie wholly in the
    /// horizon count.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn possible_peaks(&mut self, kind: PeakOf) -> Result<Vec<(Month, Month)>, NoBounds> {
        if kind == PeakOf::Month {
            return self.possible_peak_months();
        }
        let spans = self.spans_of(kind);
        let mut bounds = Vec::new();
        for span in &spans {
            bounds.push(self.system.extent(*span)?.interval());
        }
        let greatest_low = bounds.iter().map(|interval| interval.low).fold(0.0, f64::max);
        let mut peaks = Vec::new();
        for (span, interval) in spans.iter().zip(&bounds) {
            let rivals = spans
                .iter()
                .zip(&bounds)
                .filter(|(rival, Interval { high, .. })| *rival != span && high.is_none_or(|high| high > interval.low));
            let rivals: Vec<Span> = rivals.map(|(rival, _)| *rival).collect();
            let reaches = interval.high.is_none_or(|high| high * (1.0 + TOLERANCE) >= greatest_low);
            if reaches && self.can_exceed(*span, &rivals)? {
                peaks.push(self.months_of(*span));
            }
        }
        Ok(peaks)
    }

    /// The least that the greatest month can have been.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn least_greatest_month(&self) -> Result<f64, NoBounds> {
        Ok(self.system.least_greatest_month()?)
    }

    /// Months of one part can change places, and are spread evenly where none of them is to be great: one month of each part is tried
    /// against the averages of the parts.
    fn possible_peak_months(&self) -> Result<Vec<(Month, Month)>, NoBounds> {
        let parts: Vec<Span> = self.system.parts().collect();
        let mut peaks = Vec::new();
        for part in &parts {
            let month = Span { first: part.first, end: part.first + 1 };
            let rest = Span { first: month.end, end: part.end };
            let rivals = parts.iter().filter(|rival| *rival != part).chain([&rest]).filter(|rival| rival.len() > 0);
            let exceeds = |rival: &Span| -> Balance { vec![(month, rival.len() as f64), (*rival, -1.0)] };
            if self.agrees_with(&Statement { sums: Vec::new(), balances: rivals.map(exceeds).collect() })? {
                peaks.extend((part.first..part.end).map(|at| self.months_of(Span { first: at, end: at + 1 })));
            }
        }
        Ok(peaks)
    }

    /// Calendar years, or all twelve months in a row.
    fn spans_of(&self, kind: PeakOf) -> Vec<Span> {
        let horizon = self.system.horizon;
        let firsts =
            (0..(horizon.len() + 1).saturating_sub(YEAR)).filter(|at| kind != PeakOf::Year || horizon.begins(*at, 12));
        firsts.map(|first| Span { first, end: first + YEAR }).collect()
    }

    /// Whether a solution exists in which a period has at least as much as each of its rivals.
    fn can_exceed(&self, span: Span, rivals: &[Span]) -> Result<bool, NoBounds> {
        let exceeds = |rival: &Span| -> Balance { vec![(span, 1.0), (*rival, -1.0)] };
        self.agrees_with(&Statement { sums: Vec::new(), balances: rivals.iter().map(exceeds).collect() })
    }

    /// Whether the claims used agree with a statement.
    fn agrees_with(&self, statement: &Statement) -> Result<bool, NoBounds> {
        let statements: Vec<Statement> =
            self.system.statements.iter().map(|statement| statement.loosened(TOLERANCE)).collect();
        let all: Vec<&Statement> = statements.iter().chain([statement]).collect();
        match consistent(&all, self.system.horizon.len()) {
            Ok(()) => Ok(true),
            Err(Error::Infeasible) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}
