//! Arithmetic that stays finite.

/// Larger than any screen and any figure.
const HUGE: f64 = 1e300;

/// The number, held within what can be added and multiplied a little; 0 where it is none.
pub(super) fn finite(number: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(-HUGE, HUGE) }
}

/// A pixel measure: finite, not negative, no larger than a wall of screens.
pub(super) fn extent(pixels: f64) -> f64 {
    if pixels.is_finite() { pixels.clamp(0.0, 1e6) } else { 0.0 }
}

/// `a / b`, 0 where that is no finite number.
pub(super) fn ratio(a: f64, b: f64) -> f64 {
    let ratio = a / b;
    if ratio.is_finite() { ratio } else { 0.0 }
}
