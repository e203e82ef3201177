//! TopoJSON (specification 1.0): shared arcs, quantised and delta-encoded, joined to rings of degrees.

use serde::Deserialize;

use super::GeographyError;

#[derive(Deserialize)]
pub(super) struct Topology {
    arcs: Vec<Vec<[f64; 2]>>,
    transform: Transform,
    pub objects: Objects,
}

#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

#[derive(Deserialize)]
pub(super) struct Objects {
    pub countries: Collection,
    #[serde(default)]
    pub provinces: Collection,
}

#[derive(Deserialize, Default)]
pub(super) struct Collection {
    pub geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
pub(super) struct Geometry {
    pub id: Option<String>,
    #[serde(flatten)]
    lines: Lines,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Lines {
    Polygon { arcs: Vec<Vec<i64>> },
    MultiPolygon { arcs: Vec<Vec<Vec<i64>>> },
}

/// A ring of longitudes and latitudes in degrees.
pub type Ring = Vec<[f64; 2]>;

impl Topology {
    /// Reads a topology and takes the delta encoding off its arcs.
    pub fn read(text: &str) -> Result<Self, GeographyError> {
        let mut topology: Self = serde_json::from_str(text)?;
        let Transform { scale, translate } = topology.transform;
        for arc in &mut topology.arcs {
            let mut at = [0.0, 0.0];
            for point in arc {
                at = [at[0] + point[0], at[1] + point[1]];
                *point = [at[0] * scale[0] + translate[0], at[1] * scale[1] + translate[1]];
            }
        }
        Ok(topology)
    }

    /// All rings of a geometry, outer and inner alike.
    pub fn rings(&self, geometry: &Geometry) -> Result<Vec<Ring>, GeographyError> {
        let rings: Vec<&Vec<i64>> = match &geometry.lines {
            Lines::Polygon { arcs } => arcs.iter().collect(),
            Lines::MultiPolygon { arcs } => arcs.iter().flatten().collect(),
        };
        rings.into_iter().map(|arcs| self.ring(geometry, arcs)).collect()
    }

    fn ring(&self, geometry: &Geometry, arcs: &[i64]) -> Result<Ring, GeographyError> {
        let mut ring = Ring::new();
        for &index in arcs {
            let at = usize::try_from(if index < 0 { !index } else { index }).ok();
            let arc = at
                .and_then(|at| self.arcs.get(at))
                .ok_or_else(|| GeographyError::Arc { shape: geometry.id.clone().unwrap_or_default(), arc: index })?;
            // The first point of an arc is the last of the one before.
            let skip = usize::from(!ring.is_empty());
            if index < 0 {
                ring.extend(arc.iter().rev().skip(skip));
            } else {
                ring.extend(arc.iter().skip(skip));
            }
        }
        Ok(ring)
    }
}
