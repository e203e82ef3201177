//! What the map of partners shows.

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::dataset::AreaCode;

/// How much of the earth the map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum MapView {
    /// East, South and South-East Asia.
    #[default]
    Region,
    /// All countries.
    World,
}

/// Records that the map counts in place of a metric's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Count {
    /// Events that name a country.
    Events,
    /// Claims about a country.
    Claims,
}

/// What the map of partners alone reads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MapOptions {
    /// How much of the earth is shown.
    pub view: MapView,
    /// What is counted in place of a metric.
    pub count: Option<Count>,
    /// Codes of areas to compare, in the order chosen, none twice.
    pub compare: Vec<AreaCode>,
}

impl MapOptions {
    /// The areas drawn next to each other: the chosen one first, none twice. Nothing where none is compared.
    pub fn compared<'a>(&'a self, chosen: Option<&'a AreaCode>) -> Vec<&'a AreaCode> {
        if self.compare.is_empty() {
            return Vec::new();
        }
        let others = self.compare.iter().filter(|code| Some(*code) != chosen);
        chosen.into_iter().chain(others).collect()
    }

    /// Compares an area, or no longer.
    pub(super) fn toggle_area(&mut self, code: AreaCode) {
        match self.compare.iter().position(|area| *area == code) {
            Some(at) => drop(self.compare.remove(at)),
            None => self.compare.push(code),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chosen_area_that_is_compared_too_is_drawn_once() {
        let map = MapOptions { compare: vec!["THA".into(), "LAO".into()], ..MapOptions::default() };
        let codes = |chosen: Option<&str>| {
            let chosen = chosen.map(AreaCode::from);
            map.compared(chosen.as_ref()).into_iter().map(AreaCode::as_str).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(codes(Some("LAO")), "LAO THA");
        assert_eq!(codes(Some("MMR")), "MMR THA LAO");
        assert_eq!(codes(None), "THA LAO");
        assert!(MapOptions::default().compared(Some(&"LAO".into())).is_empty());
    }
}
