//! The course of a metric at a grain: its periods, how the figure of each is known, and how much rests on single claims. METHOD.md,
//! sections "Grades", "Grains" and "Robust ranges", has the rules.

mod choice;
pub(super) mod grade;
mod robust;

pub use grade::Grade;
use grade::Graded;
pub(super) use robust::Scenarios;
use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

use super::{Bounds, NoBounds, PeriodBounds, TOLERANCE, statement::Span};
use crate::dataset::{Interval, RecordId};

/// What the periods of a course are.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, VariantNames,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Grain {
    /// Calendar years.
    #[default]
    Year,
    /// Halves of calendar years.
    Half,
    /// Quarters of calendar years.
    Quarter,
    /// The periods between the claims' own dates, as short as two reports tell them apart.
    Finest,
}

impl Grain {
    /// All grains, from the coarsest.
    pub const ALL: [Self; 4] = [Self::Year, Self::Half, Self::Quarter, Self::Finest];

    /// Months of its calendar periods; `None` where the claims decide.
    fn months(self) -> Option<i32> {
        match self {
            Self::Year => Some(12),
            Self::Half => Some(6),
            Self::Quarter => Some(3),
            Self::Finest => None,
        }
    }
}

/// A period of a course.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GradedPeriod {
    /// Its interval by its grade, and the claims that this follows from.
    pub bounds: PeriodBounds,
    /// How its figure is known.
    pub grade: Grade,
    /// The interval that does not hang on any one weak claim, nor on which of contradicting claims gives way.
    pub robust: Interval,
}

/// The periods at a grain.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Course {
    /// The grain.
    pub grain: Grain,
    /// See [`Bounds::course`].
    pub periods: Vec<GradedPeriod>,
}

/// A claim that can use little of its interval.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strained {
    /// Id of the claim.
    pub claim: RecordId,
    /// The interval of its figure.
    pub interval: Interval,
    /// What the other claims leave of it.
    pub left: Interval,
    /// Ids of the claims that this follows from.
    pub because: Vec<RecordId>,
}

/// The share of its interval below which a claim is strained.
const STRAINED: f64 = 0.1;

/// The share of the average of its years below which the average of a period is squeezed.
const SQUEEZED: f64 = 0.1;

impl Bounds<'_> {
    /// The periods of a course, in order; nothing where nothing is known.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn course(&mut self, grain: Grain) -> Result<Vec<GradedPeriod>, NoBounds> {
        let cuts = self.grain_cuts(grain);
        let candidates = self.candidates(&cuts)?;
        let horizon = self.system.horizon;
        let mut periods = choice::best(&cuts, candidates, &|at| horizon.begins(at, 3));
        for gap in gaps(&cuts, &periods) {
            let parts = match grain {
                Grain::Finest => vec![gap],
                _ => cuts
                    .windows(2)
                    .map(|cut| Span { first: cut[0], end: cut[1] })
                    .filter(|part| gap.holds(*part))
                    .collect(),
            };
            for part in parts {
                let extent = self.system.extent(part)?;
                if extent.high.is_some() {
                    let (interval, claims) = (extent.interval(), extent.statements());
                    periods.push(Graded { span: part, grade: Grade::Chain, interval, claims });
                }
            }
        }
        periods.sort_by_key(|period| period.span.first);
        periods.into_iter().map(|period| self.graded_period(period)).collect()
    }

    fn graded_period(&mut self, period: Graded) -> Result<GradedPeriod, NoBounds> {
        let robust = self.robust(&period)?;
        let Graded { span, grade, interval, claims } = period;
        let (first, last) = self.months_of(span);
        let claims = claims.into_iter().filter_map(|at| self.kept.get(at).cloned()).collect();
        Ok(GradedPeriod {
            bounds: PeriodBounds { first, last, low: interval.low, high: interval.high, claims },
            grade,
            robust,
        })
    }

    /// Where the periods of a grain begin and end.
    fn grain_cuts(&self, grain: Grain) -> Vec<usize> {
        let Some(months) = grain.months() else { return self.system.cuts() };
        (0..=self.system.horizon.len()).filter(|at| self.system.horizon.begins(*at, months)).collect()
    }

    /// Reported periods and differences that are shown as such.
    fn candidates(&mut self, cuts: &[usize]) -> Result<Vec<Graded>, NoBounds> {
        let squeezed = self.squeezed_blocks()?;
        let mut candidates = grade::reported_and_differences(&self.claims);
        candidates.retain(|period| {
            let fits = [period.span.first, period.span.end].iter().all(|end| cuts.binary_search(end).is_ok());
            let rest = |(block, loop_of): &(Span, Vec<usize>)| {
                let touches = block.end == period.span.first || block.first == period.span.end;
                touches && period.claims.iter().all(|claim| loop_of.contains(claim))
            };
            let remainder = squeezed.iter().any(|block| block.0 == period.span || rest(block));
            fits && !(period.grade == Grade::Difference && remainder)
        });
        let mut narrow = Vec::new();
        for period in candidates {
            if period.is_narrow(self.level(period.span)?) {
                narrow.push(period);
            }
        }
        Ok(narrow)
    }

    /// The average a month of the calendar years that some months lie in, by the middle of the years' bounds; 0 where none is known.
    fn level(&mut self, span: Span) -> Result<f64, NoBounds> {
        let mut levels = Vec::new();
        for year in self.years(span) {
            if let Interval { low, high: Some(high) } = self.year_bounds(year)? {
                levels.push(f64::midpoint(low, high) / 12.0);
            }
        }
        Ok(if levels.is_empty() { 0.0 } else { levels.iter().sum::<f64>() / levels.len() as f64 })
    }

    /// The calendar years that some months lie in, as far as they lie wholly in the horizon.
    fn years(&self, span: Span) -> impl Iterator<Item = Span> + use<> {
        let horizon = self.system.horizon;
        let january = |at: usize| horizon.month(at).plus(1 - horizon.month(at).number());
        let (first, last) = (january(span.first), january(span.end - 1));
        let years = first.through(last).step_by(12);
        years.filter_map(move |january| horizon.span(january, january.plus(11)))
    }

    fn year_bounds(&mut self, year: Span) -> Result<Interval, NoBounds> {
        if let Some(known) = self.year_bounds.get(&year.first) {
            return Ok(*known);
        }
        let interval = self.system.extent(year)?.interval();
        self.year_bounds.insert(year.first, interval);
        Ok(interval)
    }

    /// Periods between neighbouring cuts that the claims leave almost nothing for, though none reports them, with the claims that their greatest follows from.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn squeezed(&mut self) -> Result<Vec<PeriodBounds>, NoBounds> {
        let blocks = self.squeezed_blocks()?;
        blocks
            .into_iter()
            .map(|(block, claims)| {
                let bounds = self.period_bounds(block)?;
                let claims = claims.into_iter().filter_map(|at| self.kept.get(at).cloned()).collect();
                Ok(PeriodBounds { claims, ..bounds })
            })
            .collect()
    }

    fn squeezed_blocks(&mut self) -> Result<Vec<(Span, Vec<usize>)>, NoBounds> {
        let cuts = self.system.cuts();
        let mut squeezed = Vec::new();
        for block in cuts.windows(2).map(|cut| Span { first: cut[0], end: cut[1] }) {
            let mut least_year = f64::INFINITY;
            for year in self.years(block) {
                let low = self.year_bounds(year)?.low;
                least_year = if low > 0.0 { least_year.min(low) } else { least_year };
            }
            let reported = self.claims.iter().any(|claim| claim.total == Some(block));
            if reported || least_year.is_infinite() {
                continue;
            }
            let extent = self.system.extent(block)?;
            let most = SQUEEZED * least_year / 12.0 * block.len() as f64;
            if extent.high.is_some_and(|high| high < most) {
                squeezed.push((block, extent.high_from));
            }
        }
        Ok(squeezed)
    }

    /// The claims that the others leave less than a tenth of their interval, at an end of it.
    ///
    /// # Errors
    /// [`NoBounds::Solver`].
    pub fn strained(&mut self) -> Result<Vec<Strained>, NoBounds> {
        let mut strained = Vec::new();
        for claim in self.claims.clone() {
            let (Some(interval), Some((outer, inner))) = (claim.interval, claim.months) else { continue };
            let Some(high) = interval.high.filter(|high| *high > interval.low) else { continue };
            let least = inner.map(|inner| self.system.least(inner)).transpose()?.unwrap_or(0.0);
            let greatest = self.system.greatest(outer)?.unwrap_or(f64::INFINITY);
            let (low, most) = (interval.low.max(least), high.min(greatest));
            let width = high - interval.low;
            let at_an_end = (low - interval.low).min(high - most) <= TOLERANCE * width;
            if at_an_end && most - low < STRAINED * width {
                let left = Interval::between(low, most.max(low));
                let narrowed = if low - interval.low > high - most { inner.unwrap_or(outer) } else { outer };
                let because = self.system.extent(narrowed)?.statements();
                let because = because.into_iter().filter_map(|at| self.kept.get(at).cloned()).collect();
                strained.push(Strained { claim: claim.id, interval, left, because });
            }
        }
        Ok(strained)
    }
}

/// What lies between periods, from the first cut to the last.
fn gaps(cuts: &[usize], periods: &[Graded]) -> Vec<Span> {
    let (Some(first), Some(last)) = (cuts.first(), cuts.last()) else { return Vec::new() };
    let ends = std::iter::once(*first).chain(periods.iter().map(|period| period.span.end));
    let starts = periods.iter().map(|period| period.span.first).chain([*last]);
    ends.zip(starts).filter(|(end, start)| end < start).map(|(first, end)| Span { first, end }).collect()
}
