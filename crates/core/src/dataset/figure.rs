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
    /// "About", within one unit either way.
    About,
    /// "More than" (余/多), less than one more unit.
    MoreThan,
    /// "At least", less than one more unit.
    AtLeast,
    /// "Nearly", within one unit below.
    Nearly,
}

/// A closed interval of true values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Least.
    pub low: f64,
    /// Greatest.
    pub high: f64,
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
    /// The interval of true values. What is counted is never below 0, whatever the rounding.
    ///
    /// ```
    /// use crackdown_core::dataset::{Figure, Interval, Qualifier};
    /// let cracked = Figure { value: 391_000.0, qualifier: Qualifier::Rounded, rounding: 1_000.0 };
    /// assert_eq!(cracked.interval(), Interval { low: 390_500.0, high: 391_500.0 });
    /// ```
    pub fn interval(&self) -> Interval {
        let (v, u) = (self.value, self.rounding);
        let (low, high) = match self.qualifier {
            Qualifier::Exact => (v, v),
            Qualifier::Rounded => (v - u / 2.0, v + u / 2.0),
            Qualifier::About => (v - u, v + u),
            Qualifier::MoreThan | Qualifier::AtLeast => (v, v + u),
            Qualifier::Nearly => (v - u, v),
        };
        Interval { low: low.max(0.0), high }
    }
}

/// A signed percentage as printed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Percent {
    /// Signed value, percent.
    pub value: f64,
    /// Decimals printed.
    pub decimals: u8,
}

impl Percent {
    /// Reads a printed percentage and keeps its number of decimals; `None` where it is not one in plain digits.
    pub fn parse(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b"+-.".contains(&b));
        let value: f64 = text.parse().ok().filter(|value: &f64| plain && value.is_finite())?;
        let decimals = text.split_once('.').map_or(0, |(_, tail)| tail.len());
        Some(Self { value, decimals: u8::try_from(decimals).ok()? })
    }

    /// Half a unit of the last printed decimal either way.
    pub fn interval(&self) -> Interval {
        let half = 0.5 * 10f64.powi(-i32::from(self.decimals));
        Interval { low: self.value - half, high: self.value + half }
    }
}
