//! The geography of a view as SVG paths, read from the lines that the build writes.

use crate::dataset::AreaCode;

/// Mark after the code of an area outside the view, in the text of a geography.
const OUTSIDE: char = '>';

/// An area's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// ISO 3166-1 alpha-3 or ISO 3166-2; empty where the source gives none.
    pub code: AreaCode,
    /// SVG path data in units of [`Basemap::grain`].
    pub path: String,
}

/// A place on a drawing, in its own units, `y` downwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
}

/// The geography of one view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Basemap {
    /// Size of one unit of the paths on the drawing.
    pub grain: f64,
    /// For areas in the view, where their names and symbols stand.
    pub places: Vec<(AreaCode, Point)>,
    /// For areas outside the view, the point where the straight line from China to each leaves it.
    pub edges: Vec<(AreaCode, Point)>,
    /// Countries.
    pub countries: Vec<Shape>,
    /// Chinese provinces.
    pub provinces: Vec<Shape>,
}

impl Basemap {
    /// Width of every drawing.
    pub const WIDTH: f64 = 960.0;
    /// Height of the region's drawing.
    pub const REGION: f64 = 860.0;
    /// Height of the world's drawing.
    pub const WORLD: f64 = 416.0;

    /// Reads what [`Basemap::to_text`] writes. Lines that are neither are skipped: the list of partners has the same figures.
    pub fn read(text: &str) -> Self {
        let mut basemap = Self { grain: 1.0, ..Self::default() };
        for line in text.lines() {
            let Some((code, rest)) = line.split_once(' ') else {
                basemap.grain = line.trim().parse().unwrap_or(basemap.grain);
                continue;
            };
            if let Some((x, y)) = rest.split_once(' ').filter(|_| !rest.starts_with('M')) {
                let Some(point) = x.parse().ok().zip(y.parse().ok()).map(|(x, y)| Point { x, y }) else { continue };
                match code.strip_suffix(OUTSIDE) {
                    Some(code) => basemap.edges.push((code.into(), point)),
                    None => basemap.places.push((code.into(), point)),
                }
            } else {
                let shapes = if code.contains('-') { &mut basemap.provinces } else { &mut basemap.countries };
                shapes.push(Shape { code: code.into(), path: rest.to_owned() });
            }
        }
        basemap
    }

    /// The grain; then for each place a line with its code (marked if it is outside), its distance from the left and from the top; and
    /// for each shape a line with its code and path.
    pub fn to_text(&self) -> String {
        let places = self.places.iter().map(|(code, Point { x, y })| format!("\n{code} {x} {y}"));
        let edges = self.edges.iter().map(|(code, Point { x, y })| format!("\n{code}{OUTSIDE} {x} {y}"));
        let shapes = self.countries.iter().chain(&self.provinces);
        let shapes = shapes.map(|shape| format!("\n{} {}", shape.code, shape.path));
        format!("{}{}", self.grain, places.chain(edges).chain(shapes).collect::<String>())
    }

    /// Where an area's name and symbol stand; `None` outside the view.
    pub fn place(&self, code: &AreaCode) -> Option<Point> {
        find(&self.places, code)
    }

    /// Where the line from China to an area outside the view leaves it; `None` for areas inside.
    pub fn edge(&self, code: &AreaCode) -> Option<Point> {
        find(&self.edges, code)
    }

    /// Where an area is on the drawing, or the point at its edge that stands for it.
    pub fn place_or_edge(&self, code: &AreaCode) -> Option<Point> {
        self.place(code).or_else(|| self.edge(code))
    }

    /// Whether an area is drawn.
    pub fn has(&self, code: &AreaCode) -> bool {
        self.countries.iter().chain(&self.provinces).any(|shape| shape.code == *code)
    }
}

fn find(points: &[(AreaCode, Point)], code: &AreaCode) -> Option<Point> {
    points.iter().find(|(other, _)| other == code).map(|(_, point)| *point)
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
}
