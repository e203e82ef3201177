//! The geography of a view as SVG paths, read from the few lines that the build has drawn it to.

/// Ends the code of an area beyond the view, in the text of a geography.
const BEYOND: char = '>';

/// An area's outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shape {
    /// ISO 3166-1 alpha-3 or ISO 3166-2; empty where the source gives none.
    pub code: String,
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
    /// Where the names and symbols of areas stand, of those that lie in the view.
    pub places: Vec<(String, Point)>,
    /// Where the way from China to areas beyond the view leaves it.
    pub edges: Vec<(String, Point)>,
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

    /// Reads what [`Basemap::to_text`] writes. Lines that are none are left out, since the list beside the map says the same.
    pub fn read(text: &str) -> Self {
        let mut basemap = Self { grain: 1.0, ..Self::default() };
        for line in text.lines() {
            let Some((code, rest)) = line.split_once(' ') else {
                basemap.grain = line.trim().parse().unwrap_or(basemap.grain);
                continue;
            };
            let code = code.to_owned();
            if let Some((x, y)) = rest.split_once(' ').filter(|_| !rest.starts_with('M')) {
                let Some(point) = x.parse().ok().zip(y.parse().ok()).map(|(x, y)| Point { x, y }) else { continue };
                match code.strip_suffix(BEYOND) {
                    Some(code) => basemap.edges.push((code.to_owned(), point)),
                    None => basemap.places.push((code, point)),
                }
            } else {
                let shapes = if code.contains('-') { &mut basemap.provinces } else { &mut basemap.countries };
                shapes.push(Shape { code, path: rest.to_owned() });
            }
        }
        basemap
    }

    /// The grain, then a line a place: its code (marked where it lies beyond), from the left, from the top; and a line a shape: its
    /// code, its path.
    pub fn to_text(&self) -> String {
        let places = self.places.iter().map(|(code, Point { x, y })| format!("\n{code} {x} {y}"));
        let edges = self.edges.iter().map(|(code, Point { x, y })| format!("\n{code}{BEYOND} {x} {y}"));
        let shapes = self.countries.iter().chain(&self.provinces);
        let shapes = shapes.map(|shape| format!("\n{} {}", shape.code, shape.path));
        format!("{}{}", self.grain, places.chain(edges).chain(shapes).collect::<String>())
    }

    /// Where an area's name and symbol stand; `None` outside the view.
    pub fn place(&self, code: &str) -> Option<Point> {
        find(&self.places, code)
    }

    /// Where the way to an area beyond the view leaves it; `None` inside.
    pub fn edge(&self, code: &str) -> Option<Point> {
        find(&self.edges, code)
    }

    /// Where an area is to be found on the drawing, be it at its edge.
    pub fn spot(&self, code: &str) -> Option<Point> {
        self.place(code).or_else(|| self.edge(code))
    }

    /// Whether an area is drawn.
    pub fn has(&self, code: &str) -> bool {
        self.countries.iter().chain(&self.provinces).any(|shape| shape.code == code)
    }
}

fn find(points: &[(String, Point)], code: &str) -> Option<Point> {
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
