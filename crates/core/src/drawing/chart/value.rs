//! The scale of values.

use crate::drawing::finite::{finite, ratio};
use crate::query::ScaleKind;

/// Most powers of ten that a logarithmic scale shows below its top; smaller values are drawn at its bottom.
const DECADES: i32 = 6;

/// Larger values are no counts; the scale ignores them.
const LARGEST: f64 = 1e280;

/// Values to pixels: from 0, or from a power of ten, at the bottom to a round number at the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueScale {
    /// Linear or logarithmic.
    pub kind: ScaleKind,
    /// The value at the bottom: 0 on a linear scale.
    pub min: f64,
    /// The round number at the top.
    pub max: f64,
    /// Distance of two ticks of a linear scale: 1, 2 or 5 times a power of ten.
    pub step: f64,
    /// Pixels from bottom to top; `y` counts down from the top.
    pub height: f64,
}

/// A marked value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ValueTick {
    /// The value.
    pub value: f64,
    /// Distance from the top, pixels.
    pub y: f64,
}

impl ValueScale {
    /// A scale of a kind that covers the values from the least above 0 to the greatest. Linear where there are none.
    pub fn new(kind: ScaleKind, values: impl IntoIterator<Item = f64>, height: f64) -> Self {
        let values = values.into_iter().filter(|value| *value > 0.0 && *value < LARGEST);
        let (least, greatest) =
            values.fold((f64::INFINITY, 0.0), |(a, b): (f64, f64), value| (a.min(value), b.max(value)));
        match kind {
            ScaleKind::Log if greatest >= 1e-100 => Self::log(least, greatest, height),
            _ => Self::linear(greatest, height),
        }
    }

    /// A scale that covers 0 to `max` in about five steps; 0 to 1 where `max` is not positive.
    pub fn linear(max: f64, height: f64) -> Self {
        let (kind, min, height) = (ScaleKind::Linear, 0.0, finite(height).max(0.0));
        let wanted = finite(max);
        if wanted <= 0.0 {
            return Self { kind, min, max: 1.0, step: 1.0, height };
        }
        let wanted = wanted.clamp(1e-100, 1e300);
        let power = 10f64.powf((wanted / 5.0).log10().floor());
        let step = [1.0, 2.0, 5.0].map(|n| n * power).into_iter().find(|step| wanted / step <= 5.0);
        let step = step.unwrap_or(10.0 * power);
        let mut steps = (wanted / step).ceil().max(1.0);
        if steps * step < wanted {
            steps += 1.0;
        }
        Self { kind, min, max: steps * step, step, height }
    }

    fn log(least: f64, greatest: f64, height: f64) -> Self {
        let unit = 10f64.powi(power_below(greatest));
        let max = [1.0, 2.0, 5.0].map(|n| n * unit).into_iter().find(|max| *max >= greatest).unwrap_or(10.0 * unit);
        let floor = power_below(least).max(power_below(max) - DECADES);
        let floor = if 10f64.powi(floor + 1) > max { floor - 1 } else { floor };
        Self { kind: ScaleKind::Log, min: 10f64.powi(floor), max, step: 0.0, height: finite(height).max(0.0) }
    }

    /// Distance of a value from the top, clamped to the scale.
    pub fn y(&self, value: f64) -> f64 {
        let value = finite(value);
        let share = match self.kind {
            ScaleKind::Linear => ratio(value, self.max),
            ScaleKind::Log if value <= self.min => 0.0,
            ScaleKind::Log => ratio((value / self.min).log10(), (self.max / self.min).log10()),
        };
        self.height * (1.0 - share.clamp(0.0, 1.0))
    }

    /// Whether a value lies above the top.
    pub fn beyond(&self, value: f64) -> bool {
        value > self.max * (1.0 + 1e-9)
    }

    /// The marked values, from the bottom upwards.
    pub fn ticks(&self) -> Vec<ValueTick> {
        let values: Vec<f64> = match self.kind {
            ScaleKind::Linear => (0..=20).map(|n| f64::from(n) * self.step).collect(),
            ScaleKind::Log => self.round_values(),
        };
        let shown = values.into_iter().take_while(|value| !self.beyond(*value));
        shown.map(|value| ValueTick { value, y: self.y(value) }).collect()
    }

    /// Powers of ten, with their doubles and fives where there are few of them.
    fn round_values(&self) -> Vec<f64> {
        let steps: &[f64] = if self.max / self.min < 1.001e3 { &[1.0, 2.0, 5.0] } else { &[1.0] };
        let power = |n: i32| self.min * 10f64.powi(n);
        (0..=DECADES + 1).flat_map(|n| steps.iter().map(move |step| step * power(n))).collect()
    }
}

/// The exponent of the largest power of ten that is not larger.
fn power_below(value: f64) -> i32 {
    value.log10().floor().clamp(-290.0, 290.0) as i32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn ticks_start_at_the_bottom_and_cover_all(
            values in prop::collection::vec(prop_oneof![any::<f64>(), 0f64..1e9], 0..5),
            log in any::<bool>(),
        ) {
            let kind = if log { ScaleKind::Log } else { ScaleKind::Linear };
            let scale = ValueScale::new(kind, values.iter().copied(), 200.0);
            let ticks = scale.ticks();
            prop_assert_eq!(ticks[0].value, scale.min);
            prop_assert!((2..=12).contains(&ticks.len()), "{:?}", ticks);
            let sound = values.iter().copied().filter(|value| value.abs() < LARGEST);
            for value in sound.clone() {
                prop_assert!(!scale.beyond(value), "{value} {scale:?}");
                prop_assert!((0.0..=200.0).contains(&scale.y(value)));
            }
            prop_assert!(ticks.windows(2).all(|pair| pair[1].y < pair[0].y));
        }

        #[test]
        fn larger_values_are_higher(a in 1f64..1e12, b in 1f64..1e12, log in any::<bool>()) {
            let kind = if log { ScaleKind::Log } else { ScaleKind::Linear };
            let scale = ValueScale::new(kind, [a, b], 200.0);
            prop_assert!(a > b || scale.y(a) >= scale.y(b));
        }
    }

    #[test]
    fn ticks_are_round() {
        let values = |scale: ValueScale| scale.ticks().iter().map(|tick| tick.value).collect::<Vec<_>>();
        let linear = |max| values(ValueScale::linear(max, 100.0));
        assert_eq!(linear(50_000.0), [0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0, 50_000.0]);
        assert_eq!(linear(73_000.0), [0.0, 20_000.0, 40_000.0, 60_000.0, 80_000.0]);
        assert_eq!(linear(0.0), [0.0, 1.0]);
        let log = |values_of: &[f64]| values(ValueScale::new(ScaleKind::Log, values_of.iter().copied(), 100.0));
        assert_eq!(log(&[4_000.0, 73_000.0]), [1_000.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0, 50_000.0, 100_000.0]);
        assert_eq!(log(&[3.0, 90_000.0]), [1.0, 10.0, 100.0, 1_000.0, 10_000.0, 100_000.0]);
        assert_eq!(log(&[]), [0.0, 1.0]);
    }
}
