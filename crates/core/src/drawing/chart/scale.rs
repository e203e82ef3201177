//! The time scale.

use chrono::{Days, NaiveDate as Date};

use crate::dataset::Month;
use crate::drawing::finite::{finite, ratio};

/// Days in a month, on average, in the Gregorian calendar: 365.2425 / 12.
pub const DAYS_PER_MONTH: f64 = 30.436_875;

/// Days of a period, both ends included; negative or zero where it ends before it starts.
pub fn days(start: Date, end: Date) -> f64 {
    (end - start).num_days() as f64 + 1.0
}

/// Time to pixels, by the day, so that equal areas are equal figures: a month is as wide as it has days.
///
/// ```
/// use crackdown_core::{dataset::Month, drawing::chart::TimeScale};
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
    /// A scale of the months between two, in either order. An edge that is NaN counts as 0, a right edge before the left as the left.
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

    /// The month at a place; the nearest one where the place is outside the range.
    pub fn month_at(&self, x: f64) -> Month {
        // A millionth of a day, so that the very edge of a month belongs to it in spite of rounding.
        let days = (ratio(finite(x) - self.left, self.width()) * self.days() + 1e-6).floor();
        let whole = days.clamp(0.0, self.days() - 1.0) as u64;
        let day = self.first.first_day().checked_add_days(Days::new(whole));
        day.map_or(self.first, Month::of).clamp(self.first, self.last)
    }

    /// The part of a period in the range; `None` where there is none, or where the period ends before it starts.
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
        fn any_place_has_a_month(x in any::<f64>(), a in any::<f64>(), b in any::<f64>(), n in -200i32..200) {
            let first = Month::new(2020, 1).unwrap();
            let scale = TimeScale::new(first, first.plus(n), a, b);
            prop_assert!(scale.months().any(|month| month == scale.month_at(x)));
            prop_assert!(scale.x(first.first_day()).is_finite());
        }
    }
}
