//! Single months whose figure follows from overlapping totals though no source states it.

use serde::{Deserialize, Serialize};

use super::bounds::{Allowances, Bounds, NoBounds, PeriodBounds};
use crate::dataset::{Aggregation, AreaCode, Dataset, MetricId, Month, RecordId, series};

/// How far the greatest possible value of a month may lie above the least, as a share of the least, for the month to count as
/// known.
const TIGHT: f64 = 0.25;

/// A month whose figure follows from several claims, within narrow bounds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DerivedMonth {
    /// Id of the metric.
    pub metric: MetricId,
    /// Code of the area.
    pub area: AreaCode,
    /// The month.
    pub month: Month,
    /// The least that it can have been.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// Ids of a smallest set of claims that says so.
    pub because: Vec<RecordId>,
}

/// The months of all flows whose figure follows from at least two claims, within narrow bounds.
///
/// # Errors
/// [`NoBounds::Solver`].
pub fn derived_months(dataset: &Dataset) -> Result<Vec<DerivedMonth>, NoBounds> {
    let mut derived = Vec::new();
    for ((metric, area), claims) in series(dataset) {
        if dataset.metric(metric).is_none_or(|metric| metric.aggregation != Aggregation::Flow) {
            continue;
        }
        let mut bounds = match Bounds::of(dataset, &claims, Allowances::default()) {
            Ok(bounds) => bounds,
            Err(NoBounds::NoFigures | NoBounds::TooLong(_)) => continue,
            Err(error) => return Err(error),
        };
        for PeriodBounds { first: month, low, high, .. } in bounds.months()? {
            let Some(high) = high.filter(|high| low > 0.0 && high - low <= TIGHT * low) else { continue };
            let because = bounds.because(month, month)?.unwrap_or_default();
            if because.len() > 1 {
                derived.push(DerivedMonth { metric: metric.clone(), area: area.clone(), month, low, high, because });
            }
        }
    }
    Ok(derived)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::fixture;

    #[test]
    fn december_2023_is_the_year_less_its_first_eleven_months() {
        let derived = derived_months(&fixture()).expect("solved");
        let december = |month: &&DerivedMonth| month.metric == "cases_cracked" && month.month.to_string() == "2023-12";
        let december = derived.iter().find(december).expect("derived");
        assert_eq!((december.low, december.high), (45_000.0, 47_000.0));
        let mut because = december.because.clone();
        because.sort_unstable();
        assert_eq!(because, ["cracked-2023", "cracked-2023-01-11"]);
    }
}
