//! Where a day and a value stand on the page.

use chrono::{Days, NaiveDate as Date};

use super::number::{finite, ratio};
use crate::dataset::Month;

/// Days in a month, on average, in the Gregorian calendar: 365.2425 / 12.
pub const DAYS_PER_MONTH: f64 = 30.436_875;

/// Days of a period, both ends included; negative or zero where it ends before it starts.
#[allow(clippy::cast_precision_loss)]
pub fn days(start: Date, end: Date) -> f64 {
    (end - start).num_days() as f64 + 1.0
}

/// Time to pixels, by the day, so that equal areas are equal figures: a month is as wide as it has days.
///
/// ```
/// use crackdown_explorer::{chart::TimeScale, dataset::Month};
/// let month = |number| Month::new(2023, number).unwrap();
/// let scale = TimeScale::new(month(1), month(12), 0.0, 365.0);
/// assert_eq!(scale.x(month(2).first_day()), 31.0);
/// assert_eq!(scale.month_at(31.0), month(2));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// First month shown.
    pub first: Month,
    /// Last month shown, to its last day.
    pub last: Month,
    /// Where the first day of `first` begins.
    pub left: f64,
    /// Where the last day of `last` ends.
    pub right: f64,
}

/// Part of a period on a [`TimeScale`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
    /// Whether the period began before the range.
    pub clipped_start: bool,
    /// Whether the period goes on after the range.
    pub clipped_end: bool,
}

impl TimeScale {
    /// A scale of the months between two, in either order; edges that are no numbers count as 0, a width below none as none.
    pub fn new(first: Month, last: Month, left: f64, right: f64) -> Self {
        let left = finite(left);
        Self { first: first.min(last), last: first.max(last), left, right: finite(right).max(left) }
    }

    /// Pixels of the whole range.
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Days of the whole range.
    pub fn days(&self) -> f64 {
        days(self.first.first_day(), self.last.last_day()).max(1.0)
    }

    /// Pixels a day.
    pub fn day_width(&self) -> f64 {
        self.width() / self.days()
    }

    /// Where a day begins. Days outside the range lie outside the edges.
    pub fn x(&self, day: Date) -> f64 {
        self.left + (days(self.first.first_day(), day) - 1.0) / self.days() * self.width()
    }

    /// Where a day ends.
    pub fn x_end(&self, day: Date) -> f64 {
        self.left + days(self.first.first_day(), day) / self.days() * self.width()
    }

    /// The month under a place, the nearest one shown where the place is outside.
    pub fn month_at(&self, x: f64) -> Month {
        // A millionth of a day, so that the very edge of a month belongs to it in spite of rounding.
        let days = (ratio(finite(x) - self.left, self.width()) * self.days() + 1e-6).floor();
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let whole = days.clamp(0.0, self.days() - 1.0) as u64;
        let day = self.first.first_day().checked_add_days(Days::new(whole));
        day.map_or(self.first, Month::of).clamp(self.first, self.last)
    }

    /// The part of a period that is shown; `None` where none is, or where it ends before it starts.
    pub fn stretch(&self, start: Date, end: Date) -> Option<Stretch> {
        let (first, last) = (self.first.first_day(), self.last.last_day());
        if end < start || end < first || start > last {
            return None;
        }
        let x = self.x(start.max(first));
        let width = (self.x_end(end.min(last)) - x).max(0.0);
        Some(Stretch { x, width, clipped_start: start < first, clipped_end: end > last })
    }

    /// All months shown.
    pub fn months(&self) -> impl Iterator<Item = Month> + use<> {
        self.first.through(self.last)
    }
}

/// Values to pixels, from nought at the bottom to a round number at the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearScale {
    /// The round number at the top.
    pub max: f64,
    /// Distance of two ticks: 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// Pixels from bottom to top; `y` counts down from the top.
    pub height: f64,
}

/// A marked value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueTick {
    /// The value.
    pub value: f64,
    /// Its place, from the top.
    pub y: f64,
}

impl LinearScale {
    /// A scale that covers `max` in about five steps; a maximum that is none gives 0 to 1.
    pub fn new(max: f64, height: f64) -> Self {
        let height = finite(height).max(0.0);
        let wanted = finite(max);
        if wanted <= 0.0 {
            return Self { max: 1.0, step: 1.0, height };
        }
        let wanted = wanted.clamp(1e-100, 1e300);
        let power = 10f64.powf((wanted / 5.0).log10().floor());
        let step = [1.0, 2.0, 5.0].map(|n| n * power).into_iter().find(|step| wanted / step <= 5.0);
        let step = step.unwrap_or(10.0 * power);
        let mut steps = (wanted / step).ceil().max(1.0);
        if steps * step < wanted {
            steps += 1.0;
        }
        Self { max: steps * step, step, height }
    }

    /// Place of a value from the top, held within the scale.
    pub fn y(&self, value: f64) -> f64 {
        self.height * (1.0 - ratio(finite(value), self.max).clamp(0.0, 1.0))
    }

    /// The marked values, from nought upwards.
    pub fn ticks(&self) -> Vec<ValueTick> {
        let mark = |n: u32| {
            let value = f64::from(n) * self.step;
            ValueTick { value, y: self.y(value) }
        };
        (0..=20).map(mark).take_while(|tick| tick.value <= self.max * (1.0 + 1e-9)).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    prop_compose! {
        fn scales()(a in 1900i32..2100, m in 1i32..=12, n in 0i32..400, left in -50f64..500.0, width in 1f64..5000.0) -> TimeScale {
            let first = Month::new(a, m).unwrap();
            TimeScale::new(first, first.plus(n), left, left + width)
        }
    }

    proptest! {
        #[test]
        fn time_runs_rightwards_and_back(scale in scales()) {
            let mut before = scale.left;
            for month in scale.months() {
                let x = scale.x(month.first_day());
                prop_assert!((x - before).abs() < 1e-6, "months join");
                before = scale.x_end(month.last_day());
                prop_assert!(before > x);
                prop_assert_eq!(scale.month_at(x), month);
                prop_assert_eq!(scale.month_at(x.midpoint(before)), month);
            }
            prop_assert!((before - scale.right).abs() < 1e-6);
        }

        #[test]
        fn ticks_start_at_nought_and_cover_all(max in prop_oneof![any::<f64>(), 0f64..1e9]) {
            let scale = LinearScale::new(max, 200.0);
            let ticks = scale.ticks();
            prop_assert_eq!(ticks[0].value, 0.0);
            prop_assert!((2..=8).contains(&ticks.len()));
            let top = ticks[ticks.len() - 1].value;
            prop_assert!(!max.is_finite() || max > 1e300 || top >= max * (1.0 - 1e-12), "{top} {max}");
            prop_assert!(ticks.iter().all(|tick| tick.y.is_finite()));
        }

        #[test]
        fn any_place_has_a_month(x in any::<f64>(), a in any::<f64>(), b in any::<f64>(), n in -200i32..200) {
            let first = Month::new(2020, 1).unwrap();
            let scale = TimeScale::new(first, first.plus(n), a, b);
            prop_assert!(scale.months().any(|month| month == scale.month_at(x)));
            prop_assert!(scale.x(first.first_day()).is_finite());
        }
    }

    #[test]
    fn ticks_are_round() {
        let values = |max| LinearScale::new(max, 100.0).ticks().iter().map(|tick| tick.value).collect::<Vec<_>>();
        assert_eq!(values(50_000.0), [0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0, 50_000.0]);
        assert_eq!(values(73_000.0), [0.0, 20_000.0, 40_000.0, 60_000.0, 80_000.0]);
        assert_eq!(values(0.0), [0.0, 1.0]);
    }
}
