//! Printed figures and the interval of true values that each stands for.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantNames};

/// How exact a printed figure says it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumString, IntoStaticStr, VariantNames)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Qualifier {
    /// The figure itself.
    Exact,
    /// Rounded to the nearest unit.
    Rounded,
    /// "About" (约), within one unit either way.
    About,
    /// 余 or 多 after the number: the last kept digit is followed by more, less than one unit.
    MoreThan,
    /// "More than", "over", 超, 逾 before the number: a threshold that was passed, without an upper end.
    Over,
    /// "At least", without an upper end.
    AtLeast,
    /// "Nearly" (近), within one unit below.
    Nearly,
}

impl Qualifier {
    /// The widest that the words allow.
    fn read_widely(self) -> Self {
        match self {
            Self::Rounded => Self::About,
            Self::MoreThan => Self::Over,
            widest => widest,
        }
    }
}

/// A closed interval of true values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    /// Least.
    pub low: f64,
    /// Greatest; `None` where nothing limits it.
    pub high: Option<f64>,
}

impl Interval {
    /// The interval between two values.
    pub const fn between(low: f64, high: f64) -> Self {
        Self { low, high: Some(high) }
    }

    /// The least interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        let high = self.high.zip(other.high).map(|(high, other)| high.max(other));
        Self { low: self.low.min(other.low), high }
    }

    /// The rest, at least 0, when a part is subtracted.
    #[must_use]
    pub fn less(self, part: Self) -> Self {
        let low = part.high.map_or(0.0, |high| (self.low - high).max(0.0));
        // Of totals that agree only to within the tolerance, nothing is left.
        Self { low, high: self.high.map(|high| (high - part.low).max(low)) }
    }

    /// The end to draw: the greatest value, or the least where nothing limits it.
    pub fn drawn_high(self) -> f64 {
        self.high.unwrap_or(self.low)
    }

    /// Whether no value lies in both.
    pub fn apart(self, other: Self) -> bool {
        let below = |a: Self, b: Self| a.high.is_some_and(|high| high < b.low);
        below(self, other) || below(other, self)
    }
}

/// A figure as printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The value as printed, in the metric's unit.
    pub value: f64,
    /// See [`Qualifier`].
    pub qualifier: Qualifier,
    /// The unit it is rounded to: 391,000 printed as 39.1万 has 1,000.
    pub rounding: f64,
}

impl Figure {
    /// The interval of true values, by the words around the figure (METHOD.md, section "Figures"). What is counted is a whole
    /// number and never below 0.
    ///
    /// ```
    /// use crackdown_core::dataset::{Figure, Interval, Qualifier};
    /// let cracked = Figure { value: 391_000.0, qualifier: Qualifier::Rounded, rounding: 1_000.0 };
    /// assert_eq!(cracked.interval(), Interval::between(390_500.0, 391_500.0));
    /// let more = Figure { qualifier: Qualifier::MoreThan, ..cracked };
    /// assert_eq!(more.interval(), Interval::between(391_000.0, 391_999.0));
    /// ```
    pub fn interval(&self) -> Interval {
        interval(self.value, self.qualifier, self.rounding, 1.0)
    }

    /// The same figure with its qualifier read as widely as its words allow: a rounded figure may have been cut off, and 余 may
    /// stand for a threshold that was passed.
    #[must_use]
    pub fn read_widely(self) -> Self {
        Self { qualifier: self.qualifier.read_widely(), ..self }
    }

    /// The place of the last digit that is not 0: 1,000 for 391,000.
    pub fn last_digit(value: f64) -> f64 {
        let divides = |exponent: &i32| {
            let units = value / 10f64.powi(*exponent);
            (units - units.round()).abs() <= 1e-9 * units.abs()
        };
        let exponent = (-6..=15).rev().find(divides).unwrap_or(-6);
        if value == 0.0 { 1.0 } else { 10f64.powi(exponent) }
    }
}

/// True values of a figure; those of an open end lie `step` inside it.
fn interval(value: f64, qualifier: Qualifier, unit: f64, step: f64) -> Interval {
    let v = value;
    // A unit below a whole one is no count of whole things.
    let step = if unit > 1.0 { step } else { 0.0 };
    let (low, high) = match qualifier {
        Qualifier::Exact => (v, Some(v)),
        Qualifier::Rounded => (v - unit / 2.0, Some(v + unit / 2.0)),
        Qualifier::About => (v - unit, Some(v + unit)),
        Qualifier::MoreThan => (v, Some(v + (unit - step).max(0.0))),
        Qualifier::Over | Qualifier::AtLeast => (v, None),
        Qualifier::Nearly => {
            // Nearly 100 is no figure from 0 on: below a power of ten, the unit is a tenth of it.
            let power_of_ten = v > 0.0 && Figure::last_digit(v) == v;
            let unit = if power_of_ten { unit.min(v / 10.0) } else { unit };
            (v - unit, Some(v - step.min(unit)))
        }
    };
    Interval { low: low.max(0.0), high }
}

/// A signed percentage as printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Percent {
    /// Signed value, percent.
    pub value: f64,
    /// Decimals printed.
    pub decimals: u8,
    /// What the words say of its size.
    pub qualifier: Qualifier,
    /// The unit that the size is rounded to, in percentage points: 30 printed as 三成 has 10.
    pub rounding: f64,
}

impl Percent {
    /// Reads a printed percentage, rounded to its last decimal; `None` where it is not one in plain digits.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b"+-.".contains(&b));
        let value: f64 = text.parse().ok().filter(|value: &f64| plain && value.is_finite())?;
        let decimals = text.split_once('.').map_or(0, |(_, tail)| tail.len());
        let decimals = u8::try_from(decimals).ok()?;
        Some(Self { value, decimals, qualifier: Qualifier::Rounded, rounding: 10f64.powi(-i32::from(decimals)) })
    }

    /// As [`Figure::read_widely`].
    #[must_use]
    pub fn read_widely(self) -> Self {
        Self { qualifier: self.qualifier.read_widely(), ..self }
    }

    /// The interval of true values, by the words around the size of the change; nothing falls by more than 100 %. A change of 0 may
    /// be a rise or a fall.
    ///
    /// ```
    /// use crackdown_core::dataset::{Interval, Percent, Qualifier};
    /// let down = Percent::parse("-30").unwrap();
    /// assert_eq!(down.interval(), Interval::between(-30.5, -29.5));
    /// let by_more_than = Percent { qualifier: Qualifier::Over, ..down };
    /// assert_eq!(by_more_than.interval(), Interval::between(-100.0, -30.0));
    /// ```
    pub fn interval(&self) -> Interval {
        let size = interval(self.value.abs(), self.qualifier, self.rounding, 0.0);
        let fall = Interval::between(-size.high.unwrap_or(100.0).min(100.0), 0.0 - size.low);
        match self.value {
            0.0 => Interval { low: fall.low, ..size },
            value if value < 0.0 => fall,
            _ => size,
        }
    }
}
