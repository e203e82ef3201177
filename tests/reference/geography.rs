//! What the map decodes and projects, as JSON for `tests/reference/map.mjs`: places of a net over the earth in both projections,
//! and the rings of each topology in degrees.

use std::{error::Error, fs};

use crackdown_core::drawing::map::Point;
use crackdown_site::geography::{Projection, degrees};
use serde_json::{Map, json};

const TOPOLOGIES: [&str; 3] = ["asia", "asia-fine", "world"];

fn main() -> Result<(), Box<dyn Error>> {
    // Steps that share no divisor with the degrees that projections are special at.
    let net = (0..55).flat_map(|x| (0..27).map(move |y| (-179.0 + 6.61 * f64::from(x), -88.3 + 6.77 * f64::from(y))));
    let projected = |projection: Projection| {
        let row = |(lon, lat): (f64, f64)| {
            let Point { x, y } = projection.project(lon, lat);
            [lon, lat, x, y]
        };
        net.clone().map(row).collect::<Vec<_>>()
    };
    let mut topologies = Map::new();
    for name in TOPOLOGIES {
        let rings = degrees(&fs::read_to_string(format!("www/map/{name}.topo.json"))?)?;
        topologies.insert(name.to_owned(), json!(rings));
    }
    let (region, world) = (projected(Projection::region()), projected(Projection::world()));
    println!("{}", json!({ "region": region, "world": world, "topologies": topologies }));
    Ok(())
}
