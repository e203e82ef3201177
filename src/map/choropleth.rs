//! Classes of a choropleth, on round breaks.

/// A class of values, both ends included; the last one is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Least value.
    pub low: f64,
    /// Greatest whole value, if there is a class above.
    pub high: Option<f64>,
}

/// At most this many colours can be told apart on a map.
const MOST: usize = 5;

/// Classes of counts by powers of ten, from the one of the least positive value to the one of the greatest. With more than five
/// the lowest are joined. None where no value is at least 1.
pub fn classes(values: &[f64]) -> Vec<Class> {
    let exponents = values.iter().filter(|value| value.is_finite() && **value >= 1.0).map(|value| exponent(*value));
    let (Some(least), Some(greatest)) = (exponents.clone().min(), exponents.max()) else { return Vec::new() };
    #[allow(clippy::cast_possible_wrap, clippy::cast_possible_truncation)]
    let first = least.max(greatest - (MOST as i32 - 1));
    (first..=greatest)
        .map(|power| Class {
            low: 10f64.powi(if power == first { least } else { power }),
            high: (power < greatest).then(|| 10f64.powi(power + 1) - 1.0),
        })
        .collect()
}

/// The class that a value belongs to.
pub fn class_of(value: f64, classes: &[Class]) -> Option<usize> {
    classes.iter().rposition(|class| value >= class.low)
}

/// Power of ten of a value of at least 1. The digits are counted, since a logarithm of 1000 may come out below 3.
fn exponent(value: f64) -> i32 {
    let mut power = 0;
    while 10f64.powi(power + 1) <= value {
        power += 1;
    }
    power
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_are_round() {
        let classes = classes(&[19.0, 763.0, 53_000.0]);
        let lows: Vec<f64> = classes.iter().map(|class| class.low).collect();
        assert_eq!(lows, [10.0, 100.0, 1_000.0, 10_000.0]);
        assert_eq!(classes[1].high, Some(999.0));
        assert_eq!(class_of(1_000.0, &classes), Some(2));
        assert_eq!(class_of(9.0, &classes), None);
    }

    proptest! {
        #[test]
        fn every_count_has_one_class(values in proptest::collection::vec(1u32..2_000_000_000, 1..30)) {
            let values: Vec<f64> = values.into_iter().map(f64::from).collect();
            let classes = classes(&values);
            prop_assert!((1..=MOST).contains(&classes.len()));
            for pair in classes.windows(2) {
                prop_assert_eq!(pair[0].high, Some(pair[1].low - 1.0));
            }
            for value in values {
                let class = classes[class_of(value, &classes).expect("in a class")];
                prop_assert!(class.low <= value && class.high.is_none_or(|high| value <= high));
            }
        }
    }
}
