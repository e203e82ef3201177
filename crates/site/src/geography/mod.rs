//! Topologies to paths, when the site is built.

use std::fmt::Write;

mod projection;
mod topology;

use crackdown_core::{
    dataset::{AreaCode, HOME},
    drawing::map::{Basemap, Point, Shape},
};
pub use projection::Projection;
use thiserror::Error;
pub use topology::Ring;
use topology::{Collection, Topology};

const REGION: &str = include_str!("../../../../www/map/asia.topo.json");
const REGION_IN_DETAIL: &str = include_str!("../../../../www/map/asia-fine.topo.json");
const WORLD: &str = include_str!("../../../../www/map/world.topo.json");
const PLACES: &str = include_str!("../../../../www/map/areas.csv");

/// A geography that cannot be drawn.
#[derive(Debug, Error)]
pub enum GeographyError {
    /// Not the JSON expected.
    #[error("the topology is not readable: {0}")]
    Json(#[from] serde_json::Error),
    /// A row of the label points that is none.
    #[error(
        "the label points are not readable: found \"{0}\", expected code, kind, number, two names, longitude and latitude"
    )]
    Place(String),
    /// An arc that a shape refers to is not there.
    #[error("the shape {shape} refers to arc {arc}, which the topology does not have")]
    Arc {
        /// Code of the shape.
        shape: String,
        /// The index, negative for a reversed arc.
        arc: i64,
    },
}

/// Paths of the larger geographies are in quarters of the drawing's unit.
const FINE: f64 = 0.25;
/// Not drawn: nobody is policed there, and it would take a quarter of the world's drawing.
const LEFT_OUT: &str = "ATA";
/// How far from the edge of the drawing the marks of what lies beyond stand.
const MARGIN: f64 = 9.0;

/// East, South and South-East Asia (Natural Earth 1:50m, public domain, simplified), for the first view.
///
/// # Errors
/// Where the topology cannot be read.
pub fn region() -> Result<Basemap, GeographyError> {
    draw(REGION, Projection::region(), Basemap::REGION, 1.0)
}

/// The same with more of its coasts, for large screens and for zooming in.
///
/// # Errors
/// Where the topology cannot be read.
pub fn region_in_detail() -> Result<Basemap, GeographyError> {
    draw(REGION_IN_DETAIL, Projection::region(), Basemap::REGION, FINE)
}

/// The countries of the world (Natural Earth 1:110m, public domain).
///
/// # Errors
/// Where the topology cannot be read.
pub fn world() -> Result<Basemap, GeographyError> {
    draw(WORLD, Projection::world(), Basemap::WORLD, FINE)
}

/// The rings of every country and province of a topology, as longitudes and latitudes in degrees, by code.
///
/// # Errors
/// Where the topology cannot be read.
pub fn degrees(topology: &str) -> Result<Vec<(String, Vec<Ring>)>, GeographyError> {
    let topology = Topology::read(topology)?;
    let objects = [&topology.objects.countries, &topology.objects.provinces];
    let geometries = objects.into_iter().flat_map(|collection| &collection.geometries);
    geometries.map(|shape| Ok((shape.id.clone().unwrap_or_default(), topology.rings(shape)?))).collect()
}

fn draw(topology: &str, projection: Projection, height: f64, grain: f64) -> Result<Basemap, GeographyError> {
    let topology = Topology::read(topology)?;
    let shapes = |collection: &Collection| {
        let drawn = collection.geometries.iter().filter(|geometry| geometry.id.as_deref() != Some(LEFT_OUT));
        let shape = |geometry| {
            let rings = topology.rings(geometry)?.into_iter().flat_map(|ring| opened(&ring, projection.cut()));
            let path = path(rings, projection, grain);
            Ok(Shape { code: geometry.id.as_deref().map(AreaCode::from).unwrap_or_default(), path })
        };
        drawn.map(shape).collect::<Result<Vec<_>, GeographyError>>()
    };
    let (places, edges) = places(projection, height)?;
    Ok(Basemap {
        grain,
        places,
        edges,
        countries: shapes(&topology.objects.countries)?,
        provinces: shapes(&topology.objects.provinces)?,
    })
}

/// Label points by code.
type Places = Vec<(AreaCode, Point)>;

/// The label points that lie on a drawing, to a tenth of its unit, and of countries beyond it where the way from China to them
/// leaves it.
fn places(projection: Projection, height: f64) -> Result<(Places, Places), GeographyError> {
    let points: Vec<(&str, Point)> =
        PLACES.lines().skip(1).map(|line| label(line, projection)).collect::<Result<_, _>>()?;
    let home = points.iter().find(|(code, _)| HOME == *code).map(|(_, point)| *point);
    let home = home.ok_or_else(|| GeographyError::Place(HOME.to_string()))?;
    let inside = |point: &Point| (0.0..=Basemap::WIDTH).contains(&point.x) && (0.0..=height).contains(&point.y);
    let tenth = |value: f64| (value * 10.0).round() / 10.0;
    let named = |(code, Point { x, y }): (&str, Point)| (code.into(), Point { x: tenth(x), y: tenth(y) });
    let (on, beyond): (Vec<_>, Vec<_>) = points.into_iter().partition(|(_, point)| inside(point));
    let countries = beyond.into_iter().filter(|(code, _)| !code.contains('-'));
    let edges = countries.map(|(code, point)| named((code, edge(home, point, height))));
    Ok((on.into_iter().map(named).collect(), edges.collect()))
}

/// Code and place of a row of the label points.
fn label(line: &str, projection: Projection) -> Result<(&str, Point), GeographyError> {
    let cells: Vec<&str> = line.split(',').collect();
    let degrees = |at: usize| cells.get(at).and_then(|cell| cell.parse::<f64>().ok());
    let Some((lon, lat)) = degrees(5).zip(degrees(6)) else { return Err(GeographyError::Place(line.to_owned())) };
    Ok((cells[0], projection.project(lon, lat)))
}

/// Where the straight way to a point beyond the drawing comes to its margin.
fn edge(from: Point, to: Point, height: f64) -> Point {
    // The share of the way at which a coordinate leaves its range.
    let leaves = |from: f64, to: f64, size: f64| (if to > from { size - MARGIN } else { MARGIN } - from) / (to - from);
    let share = leaves(from.x, to.x, Basemap::WIDTH).min(leaves(from.y, to.y, height));
    Point { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }
}

/// A ring as degrees east of the drawing's centre, −180 to 180: what lies on either side of the cut becomes a ring of its own.
fn opened(ring: &Ring, cut: f64) -> Vec<Ring> {
    let ring = unrolled(ring);
    let strip = |turn: f64| {
        let edge = cut + 360.0 * turn;
        let east = side(&ring, |lon| lon - edge);
        let strip = side(&east, |lon| edge + 360.0 - lon);
        strip.into_iter().map(|[lon, lat]| [lon - edge - 180.0, lat]).collect::<Ring>()
    };
    [-1.0, 0.0, 1.0].into_iter().map(strip).filter(|ring| ring.len() > 2).collect()
}

/// A ring without leaps from one edge of the source to the other: the longitudes run on beyond 180°.
fn unrolled(ring: &Ring) -> Ring {
    let mut last = ring.first().map_or(0.0, |[lon, _]| *lon);
    let step = |&[lon, lat]: &[f64; 2]| {
        last = lon - 360.0 * ((lon - last) / 360.0).round();
        [last, lat]
    };
    ring.iter().map(step).collect()
}

/// The part of a ring where `inside` is not negative, `inside` being linear in the longitude (Sutherland and Hodgman, 1974).
fn side(ring: &Ring, inside: impl Fn(f64) -> f64) -> Ring {
    let mut kept = Ring::new();
    for (at, &[lon, lat]) in ring.iter().enumerate() {
        let [last_lon, last_lat] = ring[(at + ring.len() - 1) % ring.len()];
        let (here, before) = (inside(lon), inside(last_lon));
        if (here < 0.0) != (before < 0.0) {
            let share = before / (before - here);
            kept.push([last_lon + share * (lon - last_lon), last_lat + share * (lat - last_lat)]);
        }
        if here >= 0.0 {
            kept.push([lon, lat]);
        }
    }
    kept
}

/// Rings as closed paths on whole units, each point relative to the one before; rings that shrink to fewer than three
/// points keep three, so that small islands stay.
fn path(rings: impl Iterator<Item = Ring>, projection: Projection, grain: f64) -> String {
    let mut path = String::new();
    for ring in rings {
        let whole = |Point { x, y }| ((x / grain).round() as i32, (y / grain).round() as i32);
        let mut points: Vec<(i32, i32)> = ring.iter().map(|[lon, lat]| whole(projection.place(*lon, *lat))).collect();
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
        let basemap = region().expect("the embedded topology is read");
        for code in ["CHN", "MMR", "THA", "PHL", "KHM", "LAO", "VNM", "IDN", "MYS", "SGP"] {
            let shape = basemap.countries.iter().find(|shape| shape.code == code);
            assert!(shape.is_some_and(|shape| shape.path.starts_with('M')), "{code}");
        }
        assert_eq!(basemap.provinces.len(), 31);
    }

    #[test]
    fn what_lies_beyond_is_found_at_the_edge() {
        let basemap = region().expect("the embedded topology is read");
        assert_eq!((basemap.place(&"ESP".into()), basemap.edge(&"MMR".into())), (None, None));
        let edges = ["ESP", "KEN", "FJI"].map(|code| basemap.edge(&code.into()).expect("it lies beyond"));
        assert!(
            (edges[0].y - MARGIN).abs() < 0.1 && (0.0..Basemap::WIDTH / 2.0).contains(&edges[0].x),
            "north-west: {:?}",
            edges[0]
        );
        for (edge, side) in [(edges[1], MARGIN), (edges[2], Basemap::WIDTH - MARGIN)] {
            assert!((edge.x - side).abs() < 0.1 && (0.0..=Basemap::REGION).contains(&edge.y), "{edge:?}");
        }
    }

    #[test]
    fn laos_keeps_its_shape() {
        let basemap = region().expect("the embedded topology is read");
        let laos = basemap.countries.iter().find(|shape| shape.code == "LAO").expect("drawn");
        insta::assert_snapshot!(laos.path);
    }

    #[test]
    fn the_world_is_whole_but_for_antarctica() {
        let world = world().expect("the topology is read");
        assert!(world.countries.len() > 170 && !world.has(&"ATA".into()));
        for code in ["CHN", "ESP", "KEN", "FJI", "ARE", "USA", "GRL"] {
            assert!(world.has(&code.into()), "{code}");
        }
    }

    #[test]
    fn a_ring_across_the_cut_becomes_two() {
        let ring = vec![[-40.0, 0.0], [-20.0, 0.0], [-20.0, 10.0], [-40.0, 10.0]];
        let rings = opened(&ring, -30.0);
        assert_eq!(rings.len(), 2);
        assert!(rings[0].iter().all(|[lon, _]| (170.0..=180.0).contains(lon)), "{rings:?}");
        assert!(rings[1].iter().all(|[lon, _]| (-180.0..=-170.0).contains(lon)), "{rings:?}");
    }

    #[test]
    fn a_ring_across_the_date_line_stays_together() {
        let ring = vec![[179.0, -17.0], [-179.0, -17.0], [-179.0, -16.0], [179.0, -16.0]];
        let rings = opened(&ring, -30.0);
        assert_eq!(rings.len(), 1);
        assert!(rings[0].iter().all(|[lon, _]| (29.0..=31.0).contains(lon)), "{rings:?}");
    }

    #[test]
    fn a_topology_that_cannot_be_drawn_is_refused() {
        assert!(matches!(Topology::read("{}"), Err(GeographyError::Json(_))));
        let text = r#"{"arcs":[],"transform":{"scale":[1,1],"translate":[0,0]},"objects":{
            "countries":{"geometries":[{"id":"AAA","type":"MultiPolygon","arcs":[[[-7]]]}]},"provinces":{"geometries":[]}}}"#;
        let topology = Topology::read(text).expect("well-formed");
        let rings = topology.rings(&topology.objects.countries.geometries[0]);
        assert!(matches!(rings, Err(GeographyError::Arc { arc: -7, .. })));
    }

    #[test]
    fn written_geography_reads_back() {
        for basemap in [region(), region_in_detail(), world()] {
            let basemap = basemap.expect("the topology is read");
            assert_eq!(Basemap::read(&basemap.to_text()), basemap);
        }
    }
}
