//! A question to the engine and its answer, as values that can travel: the browser puts them to a worker of its own.

use serde::{Deserialize, Serialize};

use super::{Allowances, Bounds, Course, Grain, NoBounds, PeriodBounds, SetAside};
use crate::dataset::{Aggregation, AreaCode, Claim, Dataset, MetricId, Month, RecordId, Source, Text};

/// What some claims of one metric and area imply.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Sources of the claims, which decide their rank.
    pub sources: Vec<Source>,
    /// The claims, without their wording.
    pub claims: Vec<Claim>,
    /// What the reader allows for or assumes.
    pub allowances: Allowances,
    /// Months whose sum is wanted.
    pub range: Option<(Month, Month)>,
}

/// The answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Implied {
    /// Every month of the horizon.
    pub months: Vec<PeriodBounds>,
    /// The months between cuts.
    pub blocks: Vec<PeriodBounds>,
    /// The sum of the months of [`Question::range`]; `None` without a range, or where not all of it lies in the horizon.
    pub range: Option<PeriodBounds>,
    /// The course at each grain, of all months.
    pub courses: Vec<Course>,
    /// Ids of the claims used.
    pub kept: Vec<RecordId>,
    /// Claims that contradict those used.
    pub set_aside: Vec<SetAside>,
    /// The least percentage by which a month must differ from the one before; `None` where no percentage will do.
    pub smallest_monthly_change: Option<f64>,
}

impl Question {
    /// What `claims` imply for one metric and area; others of them are passed over. `None` where the metric's figures are not
    /// counted per period, so that months add up to nothing, or where no claim of the two has a figure.
    pub fn of(dataset: &Dataset, claims: &[&Claim], (metric, area): (&MetricId, &AreaCode)) -> Option<Self> {
        dataset.metric(metric).filter(|metric| metric.aggregation == Aggregation::Flow)?;
        let own = claims.iter().filter(|claim| claim.metric == *metric && claim.area == *area);
        let claims: Vec<Claim> = own.map(|claim| bare(claim)).collect();
        claims.iter().any(|claim| claim.figure.is_some()).then_some(())?;
        let cited = dataset.sources.iter().filter(|source| claims.iter().any(|claim| claim.source == source.id));
        let sources = cited.map(|source| Source { url: String::new(), ..source.clone() }).collect();
        Some(Self { sources, claims, allowances: Allowances::default(), range: None })
    }

    /// The answer.
    ///
    /// # Errors
    /// See [`NoBounds`].
    pub fn answer(&self) -> Result<Implied, NoBounds> {
        Ok(Implied {
            smallest_monthly_change: self.about_claims_alone().smallest_monthly_change()?,
            ..self.bounds_alone()?
        })
    }

    /// The question about the same claims without allowances and without a range.
    pub fn about_claims_alone(&self) -> Self {
        Self { allowances: Allowances::default(), range: None, ..self.clone() }
    }

    /// The least percentage by which a month must differ from the one before, if all claims used hold.
    ///
    /// # Errors
    /// See [`NoBounds`].
    pub fn smallest_monthly_change(&self) -> Result<Option<f64>, NoBounds> {
        self.bounds()?.smallest_monthly_change()
    }

    /// The answer without the smallest monthly change, which needs the most time and depends on the claims alone.
    ///
    /// # Errors
    /// See [`NoBounds`].
    pub fn bounds_alone(&self) -> Result<Implied, NoBounds> {
        let mut bounds = self.bounds()?;
        let range = match self.range {
            Some((first, last)) => bounds.range(first, last)?,
            None => None,
        };
        let (months, blocks) = (bounds.months()?, bounds.blocks()?);
        let course = |grain| Ok(Course { grain, periods: bounds.course(grain)? });
        let courses = Grain::ALL.into_iter().map(course).collect::<Result<_, NoBounds>>()?;
        Ok(Implied {
            months,
            blocks,
            range,
            courses,
            kept: bounds.kept,
            set_aside: bounds.set_aside,
            smallest_monthly_change: None,
        })
    }

    fn bounds(&self) -> Result<Bounds<'_>, NoBounds> {
        let sources = Dataset { sources: self.sources.clone(), ..Dataset::default() };
        let claims: Vec<&Claim> = self.claims.iter().collect();
        Bounds::of(&sources, &claims, self.allowances)
    }
}

/// A claim without its wording, so that questions are equal whether or not it has been fetched.
fn bare(claim: &Claim) -> Claim {
    Claim { text: Text::default(), note: Text::default(), locator: None, ..claim.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{analysis::precomputed::FIRST_METRIC, dataset::HOME, testing::fixture};

    fn cracked() -> Question {
        let dataset = fixture();
        let claims: Vec<&Claim> = dataset.claims.iter().collect();
        Question::of(&dataset, &claims, (&FIRST_METRIC, &HOME)).expect("a flow with figures")
    }

    #[test]
    fn a_question_travels_and_its_answer_too() {
        let question = Question { range: Some((month("2023-12"), month("2023-12"))), ..cracked() };
        let arrived: Question = serde_json::from_str(&serde_json::to_string(&question).unwrap()).unwrap();
        assert_eq!(arrived, question);
        let answer = arrived.answer().expect("solved");
        let december = answer.range.clone().expect("in the horizon");
        assert_eq!((december.low, december.high), (45_000.0, Some(47_000.0)));
        assert!(answer.months.contains(&december), "the month answers as the range");
        let years = answer.courses.iter().find(|course| course.grain == Grain::Year).expect("all grains");
        assert!(years.periods.iter().any(|year| year.bounds.claims == ["cracked-2023"]), "{years:?}");
        let back: Implied = serde_json::from_str(&serde_json::to_string(&answer).unwrap()).unwrap();
        assert_eq!(back, answer);
    }

    #[test]
    fn a_limit_below_the_smallest_change_contradicts_a_claim() {
        let free = cracked().answer().expect("solved");
        let smallest_monthly_change = free.smallest_monthly_change.expect("some limit is enough");
        let whole = smallest_monthly_change.ceil() as u32;
        let limit = |percent: u32| Allowances { max_monthly_change: Some(percent.into()), ..Allowances::default() };
        let enough = Question { allowances: limit(whole), ..cracked() }.answer().expect("solved");
        assert_eq!(enough.set_aside, free.set_aside, "{smallest_monthly_change}");
        let least = Question { allowances: limit(whole / 2), ..cracked() }.answer().expect("solved");
        assert!(least.set_aside.len() > free.set_aside.len());
        let width =
            |implied: &Implied| implied.months.iter().filter_map(|month| Some(month.high? - month.low)).sum::<f64>();
        assert!(width(&enough) < width(&free), "the limit narrows the months");
    }

    #[test]
    fn totals_that_only_grow_are_no_question_of_months() {
        let dataset = fixture();
        let claims: Vec<&Claim> = dataset.claims.iter().collect();
        assert_eq!(Question::of(&dataset, &claims, (&"suspects_handed_over".into(), &"MMR".into())), None);
        assert_eq!(Question::of(&dataset, &[], (&FIRST_METRIC, &HOME)), None);
    }

    fn month(text: &str) -> Month {
        text.parse().unwrap()
    }
}
