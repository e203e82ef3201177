//! Lambert's azimuthal equal-area projection (Snyder, *Map Projections: A Working Manual*, 1987, eqs 24-2 to 24-4).
//!
//! Equal area, since a choropleth is read by the area of its colours.

/// A place on the drawing, in its own units, `y` downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
}

/// The projection with its place on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    lon: f64,
    lat: f64,
    scale: f64,
    origin: Point,
}

impl Projection {
    /// Width of the region's drawing.
    pub const WIDTH: f64 = 960.0;
    /// Height of the region's drawing.
    pub const HEIGHT: f64 = 860.0;

    /// East, South and South-East Asia: centred on 110° E 22° N, framed so that the geography's clipped edges lie outside.
    pub fn region() -> Self {
        Self { lon: 110.0, lat: 22.0, scale: 860.0, origin: Point { x: 400.0, y: 400.0 } }
    }

    /// The place of a longitude and latitude in degrees. The antipode of the centre has none; it is drawn at the centre.
    pub fn project(&self, lon: f64, lat: f64) -> Point {
        let unit = self.unit(lon, lat);
        Point { x: self.origin.x + self.scale * unit.x, y: self.origin.y - self.scale * unit.y }
    }

    /// On the unit sphere, `y` northwards.
    fn unit(&self, lon: f64, lat: f64) -> Point {
        let (lambda, phi, phi1) = ((lon - self.lon).to_radians(), lat.to_radians(), self.lat.to_radians());
        let toward = 1.0 + phi1.sin() * phi.sin() + phi1.cos() * phi.cos() * lambda.cos();
        if toward <= f64::EPSILON {
            return Point { x: 0.0, y: 0.0 };
        }
        let k = (2.0 / toward).sqrt();
        Point {
            x: k * phi.cos() * lambda.sin(),
            y: k * (phi1.cos() * phi.sin() - phi1.sin() * phi.cos() * lambda.cos()),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_centre_is_the_origin_and_a_quarter_away_is_root_two() {
        let region = Projection::region();
        assert_eq!(region.unit(110.0, 22.0), Point { x: 0.0, y: 0.0 });
        let pole = Projection { lat: 0.0, lon: 0.0, ..region }.unit(0.0, 90.0);
        assert!(pole.x.abs() < 1e-12 && (pole.y - 2f64.sqrt()).abs() < 1e-12);
    }

    proptest! {
        /// The determinant of the projection's derivative against the sphere's area element cos φ is 1.
        #[test]
        fn areas_keep_their_size(lon in 65.0..155.0f64, lat in -12.0..56.0f64) {
            let (region, d) = (Projection::region(), 1e-5f64);
            let (a, b) = (region.unit(lon - d, lat), region.unit(lon + d, lat));
            let (s, n) = (region.unit(lon, lat - d), region.unit(lon, lat + d));
            let area = (b.x - a.x) * (n.y - s.y) - (b.y - a.y) * (n.x - s.x);
            let sphere = (2.0 * d).to_radians().powi(2) * lat.to_radians().cos();
            prop_assert!((area / sphere - 1.0).abs() < 1e-4);
        }

        #[test]
        fn every_place_is_finite(lon in -360.0..360.0f64, lat in -90.0..=90.0f64) {
            let point = Projection::region().project(lon, lat);
            prop_assert!(point.x.is_finite() && point.y.is_finite());
        }
    }
}
