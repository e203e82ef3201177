//! The geography of a view as SVG paths, read from the few lines that the build has drawn it to.

use thiserror::Error;

/// A geography that cannot be drawn.
#[derive(Debug, Error)]
pub enum MapError {
    /// Not the JSON expected.
    #[cfg(not(target_arch = "wasm32"))]
    #[error("the topology is not readable: {0}")]
    Json(#[from] serde_json::Error),
    /// An arc that a shape refers to is not there.
    #[error("the shape {shape} refers to arc {arc}, which the topology does not have")]
    Arc {
        /// Code of the shape.
        shape: String,
        /// The index, negative for a reversed arc.
        arc: i64,
    },
}

/// An area's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// ISO 3166-1 alpha-3 or ISO 3166-2; empty where the source gives none.
    pub code: String,
    /// SVG path data in units of [`Basemap::grain`].
    pub path: String,
}

/// The geography of one view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basemap {
    /// Size of one unit of the paths on the drawing.
    pub grain: f64,
    /// Countries.
    pub countries: Vec<Shape>,
    /// Chinese provinces.
    pub provinces: Vec<Shape>,
}

impl Basemap {
    /// Reads what [`Basemap::to_text`] writes. Lines that are none are left out, since the list beside the map says the same.
    pub fn read(text: &str) -> Self {
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let shapes = rest.lines().filter_map(|line| line.split_once(' '));
        let shapes = shapes.map(|(code, path)| Shape { code: code.to_owned(), path: path.to_owned() });
        let (provinces, countries) = shapes.partition(|shape: &Shape| shape.code.contains('-'));
        Self { grain: first.trim().parse().unwrap_or(1.0), countries, provinces }
    }

    /// The grain, then a line a shape: its code, a blank, its path.
    pub fn to_text(&self) -> String {
        let shapes = self.countries.iter().chain(&self.provinces);
        let lines = shapes.map(|shape| format!("\n{} {}", shape.code, shape.path));
        format!("{}{}", self.grain, lines.collect::<String>())
    }

    /// Whether an area is drawn.
    pub fn has(&self, code: &str) -> bool {
        self.countries.iter().chain(&self.provinces).any(|shape| shape.code == code)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn any_text_is_read(text in "\\PC{0,200}") {
            let _ = Basemap::read(&text);
        }
    }

    #[test]
    fn written_geography_reads_back() {
        for basemap in [Basemap::region(), Basemap::region_in_detail(), Basemap::world()] {
            let basemap = basemap.expect("the topology is read");
            assert_eq!(Basemap::read(&basemap.to_text()), basemap);
        }
    }
}
