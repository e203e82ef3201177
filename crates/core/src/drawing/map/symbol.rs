//! Counts as circles and flows.

use std::f64::consts::PI;

use super::Point;
use crate::dataset::Interval;

/// Radius of the circle of the greatest count.
const RADIUS: f64 = 46.0;
/// Width of the flow of the greatest count.
const WIDTH: f64 = 26.0;
/// A flow that would be thinner than this cannot be drawn to scale.
pub const MIN_FLOW_WIDTH: f64 = 0.6;

/// The least and the greatest value of a count as radii of circles, whose areas are in proportion to the values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rings {
    /// Circle of the least value.
    pub inner: f64,
    /// Circle of the greatest value.
    pub outer: f64,
}

impl Rings {
    /// The circles of an interval. `most` is the greatest count on the map; if it is 0, the radii are 0.
    pub fn of(interval: Interval, most: f64) -> Self {
        let radius = |value| RADIUS * share(value, most).sqrt();
        Self { inner: radius(interval.low), outer: radius(interval.drawn_high()) }
    }

    /// The area of the outer circle.
    pub fn area(self) -> f64 {
        PI * self.outer * self.outer
    }
}

/// A flow: its line, and its width for the least and the greatest value.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// SVG path data.
    pub path: String,
    /// Width of the least value.
    pub inner: f64,
    /// Width of the greatest value.
    pub outer: f64,
}

impl Flow {
    /// A curve from one place to another, its width in proportion to the count.
    pub fn between(from: Point, to: Point, interval: Interval, most: f64) -> Self {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        // Always to the left of the direction, so that flows from neighbours do not cross.
        let bend = Point { x: (from.x + to.x) / 2.0 + 0.18 * dy, y: (from.y + to.y) / 2.0 - 0.18 * dx };
        let width = |value| WIDTH * share(value, most);
        Self {
            path: format!("M{:.1},{:.1}Q{:.1},{:.1} {:.1},{:.1}", from.x, from.y, bend.x, bend.y, to.x, to.y),
            inner: width(interval.low),
            outer: width(interval.drawn_high()),
        }
    }
}

fn share(value: f64, most: f64) -> f64 {
    if most > 0.0 { (value / most).max(0.0) } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn areas_and_widths_are_in_proportion(a in 1.0..1e6f64, b in 1.0..1e6f64) {
            let exactly = |value| Interval::between(value, value);
            let (x, y) = (Rings::of(exactly(a), 1e6), Rings::of(exactly(b), 1e6));
            prop_assert!((x.area() / y.area() - a / b).abs() < 1e-9 * a / b);
            let (from, to) = (Point { x: 0.0, y: 0.0 }, Point { x: 10.0, y: 5.0 });
            let (x, y) = (Flow::between(from, to, exactly(a), 1e6), Flow::between(from, to, exactly(b), 1e6));
            prop_assert!((x.outer / y.outer - a / b).abs() < 1e-9 * a / b);
        }

        #[test]
        fn the_inner_ring_lies_within_the_outer(low in 0.0..1e6f64, more in 0.0..1e5f64, most in 0.0..1e6f64) {
            let rings = Rings::of(Interval::between(low, low + more), most);
            prop_assert!(rings.inner.is_finite() && rings.inner <= rings.outer);
        }
    }
}
