//! Steps between areas by arrow keys.

use super::Point;

/// A direction of an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowDirection {
    /// Up.
    North,
    /// Right.
    East,
    /// Down.
    South,
    /// Left.
    West,
}

impl ArrowDirection {
    /// The direction of a key as the browser names it.
    pub fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowUp" => Self::North,
            "ArrowRight" => Self::East,
            "ArrowDown" => Self::South,
            "ArrowLeft" => Self::West,
            _ => return None,
        })
    }

    /// One step on the drawing.
    pub fn step(self) -> Point {
        match self {
            Self::North => Point { x: 0.0, y: -1.0 },
            Self::East => Point { x: 1.0, y: 0.0 },
            Self::South => Point { x: 0.0, y: 1.0 },
            Self::West => Point { x: -1.0, y: 0.0 },
        }
    }
}

/// The index of the nearest of the places that lie within 60° of a direction. Distance across the direction counts double.
pub fn neighbour(places: &[Point], from: Point, direction: ArrowDirection) -> Option<usize> {
    let step = direction.step();
    let cost = |place: &Point| {
        let (dx, dy) = (place.x - from.x, place.y - from.y);
        let along = dx * step.x + dy * step.y;
        let aside = (dx * step.y - dy * step.x).abs();
        (along > 0.0 && aside <= 3f64.sqrt() * along).then_some(along + 2.0 * aside)
    };
    let costs = places.iter().enumerate().filter_map(|(at, place)| Some((at, cost(place)?)));
    costs.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [ArrowDirection; 4] =
        [ArrowDirection::North, ArrowDirection::East, ArrowDirection::South, ArrowDirection::West];

    #[test]
    fn the_nearest_in_the_direction_is_next() {
        let places = [Point { x: 10.0, y: 0.0 }, Point { x: 4.0, y: 5.0 }, Point { x: -3.0, y: 0.0 }];
        let here = Point { x: 0.0, y: 0.0 };
        assert_eq!(ALL.map(|direction| neighbour(&places, here, direction)), [None, Some(0), Some(1), Some(2)]);
        assert_eq!(neighbour(&[here], here, ArrowDirection::East), None);
    }

    proptest! {
        /// The four sectors of 60° either way overlap, so that every place lies in some direction.
        #[test]
        fn some_direction_leads_to_any_place(x in -1e3..1e3f64, y in -1e3..1e3f64) {
            let here = Point { x: 0.0, y: 0.0 };
            prop_assume!(x != 0.0 || y != 0.0);
            let reached = ALL.iter().any(|direction| neighbour(&[Point { x, y }], here, *direction) == Some(0));
            prop_assert!(reached);
        }
    }
}
