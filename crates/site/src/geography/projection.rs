//! Two equal-area projections, since a choropleth is read by the area of its colours.
//!
//! The region is drawn in Lambert's azimuthal one, which keeps shapes well around its centre (Snyder, *Map Projections: A Working
//! Manual*, 1987, eqs 24-2 to 24-4); the world in Equal Earth (Šavrič, Patterson and Jenny, *The Equal Earth map projection*, 2018).

use std::f64::consts::TAU;

use crackdown_core::drawing::map::Point;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// Azimuthal, centred on a latitude in degrees.
    Azimuthal(f64),
    EqualEarth,
}

/// A projection with its place on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    kind: Kind,
    lon: f64,
    scale: f64,
    origin: Point,
}

impl Projection {
    /// East, South and South-East Asia: centred on 110° E 22° N, framed so that the geography's clipped edges lie outside.
    pub fn region() -> Self {
        let origin = Point { x: 400.0, y: 400.0 };
        Self { kind: Kind::Azimuthal(22.0), lon: 110.0, scale: 860.0, origin }
    }

    /// The world but Antarctica, centred on 150° E: the edge then runs through the Atlantic and cuts only Greenland.
    pub fn world() -> Self {
        let origin = Point { x: 480.0, y: 231.0 };
        Self { kind: Kind::EqualEarth, lon: 150.0, scale: 177.3, origin }
    }

    /// Longitude at which the drawing is cut open, degrees in −180 to 180.
    pub fn cut(&self) -> f64 {
        if self.lon > 0.0 { self.lon - 180.0 } else { self.lon + 180.0 }
    }

    /// The place of a longitude and latitude in degrees. The antipode of an azimuthal centre has none; it is drawn at the centre.
    /// On the cut itself a place lies at the left edge.
    pub fn project(&self, lon: f64, lat: f64) -> Point {
        let turned = (lon - self.lon + 180.0).rem_euclid(360.0) - 180.0;
        self.place(turned, lat)
    }

    /// The place of degrees east of the centre, −180 to 180, and of a latitude.
    pub(super) fn place(&self, turned: f64, lat: f64) -> Point {
        let unit = self.unit(turned.to_radians(), lat.to_radians());
        Point { x: self.origin.x + self.scale * unit.x, y: self.origin.y - self.scale * unit.y }
    }

    /// On the unit sphere, `y` northwards.
    fn unit(&self, lambda: f64, phi: f64) -> Point {
        match self.kind {
            Kind::Azimuthal(lat) => azimuthal(lambda, phi, lat.to_radians()),
            Kind::EqualEarth => equal_earth(lambda, phi),
        }
    }
}

fn azimuthal(lambda: f64, phi: f64, phi1: f64) -> Point {
    let toward = 1.0 + phi1.sin() * phi.sin() + phi1.cos() * phi.cos() * lambda.cos();
    if toward <= f64::EPSILON {
        return Point { x: 0.0, y: 0.0 };
    }
    let k = (2.0 / toward).sqrt();
    Point { x: k * phi.cos() * lambda.sin(), y: k * (phi1.cos() * phi.sin() - phi1.sin() * phi.cos() * lambda.cos()) }
}

fn equal_earth(lambda: f64, phi: f64) -> Point {
    const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
    let m = 3f64.sqrt() / 2.0;
    // From 1 by rounding at the poles, where the sine of the parameter must not leave its range.
    let theta = (m * phi.sin()).clamp(-1.0, 1.0).asin();
    let (t2, t6) = (theta.powi(2), theta.powi(6));
    let slope = A[0] + 3.0 * A[1] * t2 + t6 * (7.0 * A[2] + 9.0 * A[3] * t2);
    Point {
        x: lambda.clamp(-TAU, TAU) * theta.cos() / (m * slope),
        y: theta * (A[0] + A[1] * t2 + t6 * (A[2] + A[3] * t2)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_centre_is_the_origin_and_a_quarter_away_is_root_two() {
        let region = Projection::region();
        assert_eq!(region.project(110.0, 22.0), region.origin);
        let pole = azimuthal(0.0, 90f64.to_radians(), 0.0);
        assert!(pole.x.abs() < 1e-12 && (pole.y - 2f64.sqrt()).abs() < 1e-12);
        let world = Projection::world();
        assert_eq!(world.project(150.0, 0.0), world.origin);
        assert!((world.cut() - -30.0).abs() < 1e-12);
    }

    proptest! {
        /// The determinant of the projection's derivative against the sphere's area element cos φ is 1.
        #[test]
        fn areas_keep_their_size(turned in -170.0..170.0f64, lat in -80.0..80.0f64, world in any::<bool>()) {
            let projection = if world { Projection::world() } else { Projection::region() };
            // Far from its centre the azimuthal one is as exact, but the difference quotient is not.
            let turned = if world { turned } else { turned / 3.0 };
            let unit = |lon: f64, lat: f64| projection.unit(lon.to_radians(), lat.to_radians());
            let d = 1e-4f64;
            let (a, b) = (unit(turned - d, lat), unit(turned + d, lat));
            let (s, n) = (unit(turned, lat - d), unit(turned, lat + d));
            let area = (b.x - a.x) * (n.y - s.y) - (b.y - a.y) * (n.x - s.x);
            let sphere = (2.0 * d).to_radians().powi(2) * lat.to_radians().cos();
            prop_assert!((area / sphere - 1.0).abs() < 1e-4, "{}", area / sphere);
        }

        #[test]
        fn every_place_is_finite(lon in -360.0..360.0f64, lat in -90.0..=90.0f64) {
            for projection in [Projection::region(), Projection::world()] {
                let point = projection.project(lon, lat);
                prop_assert!(point.x.is_finite() && point.y.is_finite());
            }
        }
    }
}
