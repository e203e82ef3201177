//! Calendar months, the resolution of the explorer.

use std::{fmt, str::FromStr};

use chrono::{Datelike, Months, NaiveDate as Date};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A calendar month of the years 1 to 9999, written as YYYY-MM. Subtracting two gives the months between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Month(i32);

/// A text that is not a month.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("found \"{0}\", expected a month as YYYY-MM")]
pub struct MonthError(String);

impl Month {
    /// The month of a year (1–9999) and a number (1–12), `None` outside them.
    pub fn new(year: i32, month: i32) -> Option<Self> {
        ((1..=9999).contains(&year) && (1..=12).contains(&month)).then(|| Self(year * 12 + month - 1))
    }

    /// The month a day falls in.
    pub fn of(day: Date) -> Self {
        Self(day.year() * 12 + day.month0() as i32)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// 1 for January.
    pub fn number(self) -> i32 {
        self.0.rem_euclid(12) + 1
    }

    /// The month `n` months later (earlier where negative), limited to the years 1 to 9999.
    pub fn plus(self, n: i32) -> Self {
        Self(self.0.saturating_add(n).clamp(12, 9999 * 12 + 11))
    }

    /// Months from `other` to `self`.
    pub fn since(self, other: Self) -> i32 {
        self.0 - other.0
    }

    /// First day.
    pub fn first_day(self) -> Date {
        // Months are within the years 1 to 9999, all of whose days the calendar has.
        Date::from_ymd_opt(self.year(), self.number().unsigned_abs(), 1).unwrap_or_default()
    }

    /// Last day.
    pub fn last_day(self) -> Date {
        (self.first_day() + Months::new(1)).pred_opt().unwrap_or_default()
    }

    /// All months from `self` to `last`, both included.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone {
        (self.0..=last.0).map(Self)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;

    fn try_from(text: String) -> Result<Self, MonthError> {
        text.parse()
    }
}

impl FromStr for Month {
    type Err = MonthError;

    fn from_str(text: &str) -> Result<Self, MonthError> {
        let wrong = || MonthError(text.to_owned());
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        let digits = |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(wrong());
        }
        let number = |part: &str| part.parse::<i32>().map_err(|_| wrong());
        Self::new(number(year)?, number(month)?).ok_or_else(wrong)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn written_months_read_back(year in 1i32..=9999, number in 1i32..=12) {
            let month = Month::new(year, number).expect("in range");
            prop_assert_eq!(month.to_string().parse::<Month>(), Ok(month));
            prop_assert_eq!(Month::of(month.first_day()), month);
            prop_assert_eq!(Month::of(month.last_day()), month);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC*") {
            let _ = text.parse::<Month>();
        }
    }

    #[test]
    fn refuses_what_is_no_month() {
        for text in ["", "2023", "2023-13", "2023-00", "23-01", "2023-1", "2023-01-01", "+023-01"] {
            assert!(text.parse::<Month>().is_err(), "{text}");
        }
    }
}
