//! The months marked along the time axis.

use super::scale::TimeScale;
use crate::dataset::Month;

/// Least distance of two labelled ticks.
pub const LABEL_ROOM: f64 = 44.0;
/// Least distance of two ticks.
const TICK_ROOM: f64 = 8.0;

/// A marked month, at its first day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Distance from the left, pixels.
    pub x: f64,
    /// The month.
    pub month: Month,
    /// Whether a year begins.
    pub major: bool,
    /// Whether there is room for its label.
    pub labelled: bool,
}

/// Ticks of a scale: years, and quarters or months between them where there is room.
pub fn axis(scale: &TimeScale) -> Vec<Tick> {
    // As wide as February, the shortest.
    let month_width = scale.day_width() * 28.0;
    let (every, label_every) = (step(month_width, TICK_ROOM), step(month_width, LABEL_ROOM));
    let on = |month: Month, step: i32| (month.year() * 12 + month.number() - 1) % step == 0;
    let tick = |month: Month| Tick {
        x: scale.x(month.first_day()),
        month,
        major: month.number() == 1,
        labelled: on(month, label_every),
    };
    let mut ticks: Vec<Tick> = scale.months().filter(|&month| on(month, every)).map(tick).collect();
    if !ticks.iter().any(|tick| tick.labelled) {
        match ticks.first_mut() {
            Some(first) => first.labelled = true,
            None => ticks.push(Tick { labelled: true, ..tick(scale.first) }),
        }
    }
    ticks
}

/// The least step in months whose ticks are `room` apart: 1, 3, 6 months, then 1, 2, 5, 10, … years.
fn step(month_width: f64, room: f64) -> i32 {
    let years = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].map(|years| years * 12);
    let fits = |step: &i32| f64::from(*step) * month_width >= room;
    [1, 3, 6].into_iter().chain(years).find(fits).unwrap_or(12 * 10_000)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn labels_keep_their_distance(year in 1i32..9000, n in 0i32..2000, width in 0f64..4000.0) {
            let first = Month::new(year, 5).unwrap();
            let ticks = axis(&TimeScale::new(first, first.plus(n), 10.0, 10.0 + width));
            let labelled: Vec<&Tick> = ticks.iter().filter(|tick| tick.labelled).collect();
            prop_assert!(!labelled.is_empty());
            prop_assert!(labelled.windows(2).all(|pair| pair[1].x - pair[0].x >= LABEL_ROOM - 1e-6));
            prop_assert!(ticks.windows(2).all(|pair| pair[1].x - pair[0].x >= TICK_ROOM - 1e-6));
        }
    }

    #[test]
    fn ticks_grow_coarser() {
        let month = |year, number| Month::new(year, number).unwrap();
        let labels = |first, last| {
            let ticks = axis(&TimeScale::new(first, last, 0.0, 600.0));
            let text = |tick: &Tick| format!("{}{}", tick.month, if tick.major { "!" } else { "" });
            (ticks.len(), ticks.iter().filter(|tick| tick.labelled).map(text).collect::<Vec<_>>().join(" "))
        };
        assert_eq!(labels(month(2023, 1), month(2023, 6)).1, "2023-01! 2023-02 2023-03 2023-04 2023-05 2023-06");
        assert_eq!(
            labels(month(2023, 1), month(2024, 6)),
            (18, "2023-01! 2023-04 2023-07 2023-10 2024-01! 2024-04".into())
        );
        assert_eq!(
            labels(month(2016, 1), month(2025, 12)),
            (40, "2016-01! 2017-01! 2018-01! 2019-01! 2020-01! 2021-01! 2022-01! 2023-01! 2024-01! 2025-01!".into())
        );
    }
}
