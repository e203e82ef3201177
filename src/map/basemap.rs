//! Countries and provinces as SVG paths.

use std::fmt::Write;

use super::{
    MapError, Projection,
    topology::{Collection, Ring, Topology},
};

const REGION: &str = include_str!("../../www/map/asia.topo.json");

/// An area's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// ISO 3166-1 alpha-3 or ISO 3166-2; empty where the source gives none.
    pub code: String,
    /// SVG path data in the units of the basemap.
    pub path: String,
}

/// The geography of one view.
#[derive(Clone, Debug, PartialEq)]
pub struct Basemap {
    /// Width of the drawing.
    pub width: f64,
    /// Height of the drawing.
    pub height: f64,
    /// Countries.
    pub countries: Vec<Shape>,
    /// Chinese provinces.
    pub provinces: Vec<Shape>,
}

impl Basemap {
    /// East, South and South-East Asia (Natural Earth 1:50m, public domain, simplified).
    ///
    /// # Errors
    /// Where the embedded topology cannot be read.
    pub fn region() -> Result<Self, MapError> {
        let topology = Topology::read(REGION)?;
        let shapes = |collection: &Collection| {
            let shape = |geometry| {
                let path = path(&topology.rings(geometry)?);
                Ok(Shape { code: geometry.id.clone().unwrap_or_default(), path })
            };
            collection.geometries.iter().map(shape).collect::<Result<Vec<_>, MapError>>()
        };
        Ok(Self {
            width: Projection::WIDTH,
            height: Projection::HEIGHT,
            countries: shapes(&topology.objects.countries)?,
            provinces: shapes(&topology.objects.provinces)?,
        })
    }

    /// Whether a country is drawn.
    pub fn has(&self, code: &str) -> bool {
        self.countries.iter().any(|shape| shape.code == code)
    }
}

/// Rings as closed paths on whole units, each point relative to the one before; rings that shrink to fewer than three
/// points keep their first three, so that small islands stay.
fn path(rings: &[Ring]) -> String {
    let projection = Projection::region();
    let mut path = String::new();
    for ring in rings {
        #[allow(clippy::cast_possible_truncation)]
        let mut points: Vec<(i32, i32)> = ring
            .iter()
            .map(|[lon, lat]| projection.project(*lon, *lat))
            .map(|point| (point.x.round() as i32, point.y.round() as i32))
            .collect();
        points.dedup();
        if points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        let Some(&(mut x, mut y)) = points.first() else { continue };
        if points.len() < 3 {
            points = vec![(x, y), (x + 1, y), (x + 1, y + 1)];
        }
        // Writing to a string cannot fail.
        let _ = write!(path, "M{x},{y}l");
        for (at, (next_x, next_y)) in points.iter().enumerate().skip(1) {
            let space = if at > 1 { " " } else { "" };
            let _ = write!(path, "{space}{},{}", next_x - x, next_y - y);
            (x, y) = (*next_x, *next_y);
        }
        path.push('z');
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_partner_of_the_region_is_drawn() {
        let basemap = Basemap::region().expect("the embedded topology is read");
        for code in ["CHN", "MMR", "THA", "PHL", "KHM", "LAO", "VNM", "IDN", "MYS", "SGP"] {
            let shape = basemap.countries.iter().find(|shape| shape.code == code);
            assert!(shape.is_some_and(|shape| shape.path.starts_with('M')), "{code}");
        }
        assert_eq!(basemap.provinces.len(), 31);
    }

    #[test]
    fn laos_keeps_its_shape() {
        let basemap = Basemap::region().expect("the embedded topology is read");
        let laos = basemap.countries.iter().find(|shape| shape.code == "LAO").expect("drawn");
        insta::assert_snapshot!(laos.path);
    }

    #[test]
    fn a_topology_that_cannot_be_drawn_is_refused() {
        assert!(matches!(Topology::read("{}"), Err(MapError::Json(_))));
        let text = r#"{"arcs":[],"transform":{"scale":[1,1],"translate":[0,0]},"objects":{
            "countries":{"geometries":[{"id":"AAA","type":"MultiPolygon","arcs":[[[-7]]]}]},"provinces":{"geometries":[]}}}"#;
        let topology = Topology::read(text).expect("well-formed");
        let rings = topology.rings(&topology.objects.countries.geometries[0]);
        assert!(matches!(rings, Err(MapError::Arc { arc: -7, .. })));
    }
}
