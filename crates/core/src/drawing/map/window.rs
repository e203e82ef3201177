//! The part of a drawing that is in view.

use super::Point;

/// A window on a drawing. It never leaves the drawing and never shows less than a sixteenth of its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// How many times larger than the whole drawing it shows things.
    pub zoom: f64,
    /// Its upper left corner.
    pub corner: Point,
    /// Size of the drawing.
    size: Point,
}

impl Window {
    /// Greatest enlargement.
    pub const MOST: f64 = 16.0;

    /// The whole of a drawing.
    pub fn whole(width: f64, height: f64) -> Self {
        Self { zoom: 1.0, corner: Point { x: 0.0, y: 0.0 }, size: Point { x: width, y: height } }
    }

    /// Width and height of the part in view.
    pub fn extent(&self) -> Point {
        Point { x: self.size.x / self.zoom, y: self.size.y / self.zoom }
    }

    /// Enlarged by a factor around a place, which stays where it is in the view.
    #[must_use]
    pub fn zoomed(&self, factor: f64, at: Point) -> Self {
        let zoom = (self.zoom * factor).clamp(1.0, Self::MOST);
        let keep = |corner: f64, at: f64| at - (at - corner) * self.zoom / zoom;
        let corner = Point { x: keep(self.corner.x, at.x), y: keep(self.corner.y, at.y) };
        Self { zoom, corner, ..*self }.clamped()
    }

    /// Moved by units of the drawing.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        let corner = Point { x: self.corner.x + by.x, y: self.corner.y + by.y };
        Self { corner, ..*self }.clamped()
    }

    /// Moved so that a place is in the middle, unless it is in view.
    #[must_use]
    pub fn showing(&self, place: Point) -> Self {
        let (extent, middle) = (self.extent(), self.middle());
        let off = Point { x: place.x - middle.x, y: place.y - middle.y };
        if off.x.abs() < 0.45 * extent.x && off.y.abs() < 0.45 * extent.y { *self } else { self.moved(off) }
    }

    /// Its middle.
    pub fn middle(&self) -> Point {
        let extent = self.extent();
        Point { x: self.corner.x + extent.x / 2.0, y: self.corner.y + extent.y / 2.0 }
    }

    /// Moved back into the drawing.
    fn clamped(self) -> Self {
        let extent = self.extent();
        let within = |corner: f64, extent: f64, size: f64| corner.clamp(0.0, (size - extent).max(0.0));
        let corner =
            Point { x: within(self.corner.x, extent.x, self.size.x), y: within(self.corner.y, extent.y, self.size.y) };
        Self { corner, ..self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_never_leaves_the_drawing(steps in proptest::collection::vec((0.1..10.0f64, -1e3..2e3f64, -1e3..2e3f64), 0..20)) {
            let mut window = Window::whole(960.0, 860.0);
            for (factor, x, y) in steps {
                window = window.zoomed(factor, Point { x, y }).moved(Point { x: y, y: x });
                let extent = window.extent();
                prop_assert!((1.0..=Window::MOST).contains(&window.zoom));
                prop_assert!(window.corner.x >= 0.0 && window.corner.x + extent.x <= 960.0 + 1e-6);
                prop_assert!(window.corner.y >= 0.0 && window.corner.y + extent.y <= 860.0 + 1e-6);
            }
        }

        #[test]
        fn the_place_zoomed_at_stays(x in 100.0..800.0f64, y in 100.0..700.0f64) {
            let window = Window::whole(960.0, 860.0).zoomed(2.0, Point { x, y });
            let share = |at: f64, corner: f64, extent: f64| (at - corner) / extent;
            prop_assert!((share(x, window.corner.x, window.extent().x) - x / 960.0).abs() < 1e-9);
            prop_assert!((share(y, window.corner.y, window.extent().y) - y / 860.0).abs() < 1e-9);
        }

        #[test]
        fn what_is_shown_is_in_view(x in 0.0..960.0f64, y in 0.0..860.0f64, zoom in 1.0..16.0f64) {
            let window = Window::whole(960.0, 860.0).zoomed(zoom, Point { x: 0.0, y: 0.0 }).showing(Point { x, y });
            let extent = window.extent();
            prop_assert!(x >= window.corner.x - 1e-6 && x <= window.corner.x + extent.x + 1e-6);
            prop_assert!(y >= window.corner.y - 1e-6 && y <= window.corner.y + extent.y + 1e-6);
        }
    }
}
