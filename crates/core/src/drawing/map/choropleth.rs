//! Classes of a choropleth, on round breaks.

/// A class of values, both ends included; the last one is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Least value.
    pub low: f64,
    /// Greatest whole value, if there is a class above.
    pub high: Option<f64>,
}

/// The most colours that a reader can tell apart on a map.
const MOST: usize = 5;
/// With fewer classes a map says little.
const FEWEST: usize = 3;

/// Classes of counts from the one of the least positive value to the one of the greatest: by powers of ten, and where these are
/// fewer than three by 1, 2, 5, 10 and so on. With more than five the lowest are joined. None where no value is at least 1.
pub fn classes(values: &[f64]) -> Vec<Class> {
    let counted = || values.iter().copied().filter(|value| value.is_finite() && *value >= 1.0);
    let (Some(least), Some(greatest)) = (counted().reduce(f64::min), counted().reduce(f64::max)) else {
        return Vec::new();
    };
    let mut lows = ladder(&[1.0], least, greatest);
    if lows.len() < FEWEST {
        lows = ladder(&[1.0, 2.0, 5.0], least, greatest);
    }
    let joined = lows.len().saturating_sub(MOST);
    let lowest = lows.first().copied();
    let mut lows = lows.split_off(joined);
    // The joined class begins where the lowest of them did.
    if let (Some(first), Some(lowest)) = (lows.first_mut(), lowest) {
        *first = lowest;
    }
    let highs = lows.iter().skip(1).map(|next| Some(next - 1.0)).chain([None]);
    lows.iter().zip(highs).map(|(&low, high)| Class { low, high }).collect()
}

/// The steps in each power of ten, from the last that is not above the least value to the last not above the greatest.
fn ladder(steps: &[f64], least: f64, greatest: f64) -> Vec<f64> {
    let powers = (0..).map(|power| 10f64.powi(power));
    let rungs = powers.flat_map(|power| steps.iter().map(move |step| step * power));
    let mut rungs: Vec<f64> = rungs.take_while(|rung| *rung <= greatest).collect();
    let below = rungs.iter().take_while(|rung| **rung <= least).count();
    rungs.split_off(below.saturating_sub(1))
}

/// The class that a value belongs to.
pub fn class_of(value: f64, classes: &[Class]) -> Option<usize> {
    classes.iter().rposition(|class| value >= class.low)
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

    #[test]
    fn counts_of_one_power_of_ten_have_several_classes() {
        let lows = |values: &[f64]| classes(values).iter().map(|class| class.low).collect::<Vec<_>>();
        assert_eq!(lows(&[1.0, 8.0, 62.0]), [1.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(lows(&[2.0, 3.0]), [2.0]);
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
