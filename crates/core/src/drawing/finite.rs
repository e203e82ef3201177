//! Arithmetic whose results are always finite, so that no drawing contains NaN or infinity.

/// Larger than any screen and any figure, and small enough that sums and products of two stay finite.
const HUGE: f64 = 1e300;

/// The number, clamped to a range in which sums stay finite; 0 for NaN.
pub(super) fn finite(number: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(-HUGE, HUGE) }
}

/// A length in pixels from 0 to 1,000,000; 0 where the number is not finite.
pub(super) fn extent(pixels: f64) -> f64 {
    if pixels.is_finite() { pixels.clamp(0.0, 1e6) } else { 0.0 }
}

/// `a / b`; 0 where the quotient is not finite.
pub(super) fn ratio(a: f64, b: f64) -> f64 {
    let ratio = a / b;
    if ratio.is_finite() { ratio } else { 0.0 }
}
