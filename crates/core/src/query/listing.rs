//! How the evidence is listed: narrowed, sorted, grouped, held side by side.

use super::{Column, Columns, Facet, Index};
use crate::dataset::Dataset;

/// Most claims that are held side by side.
pub const COMPARE_LIMIT: usize = 6;

/// An order of the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// Largest, latest or last first. What has no value stays last.
    pub descending: bool,
}

impl Default for Sort {
    fn default() -> Self {
        Self { column: Column::Period, descending: true }
    }
}

/// What rows are put together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Metric of a claim, kind of an event.
    Metric,
    /// Areas.
    Area,
    /// Source.
    Source,
    /// Last year touched.
    Year,
}

impl Group {
    /// All of them, in the order offered.
    pub const ALL: [Self; 4] = [Self::Metric, Self::Area, Self::Source, Self::Year];

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Metric => "metric",
            Self::Area => "area",
            Self::Source => "source",
            Self::Year => "year",
        }
    }

    /// The group with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.name() == name)
    }
}

/// How the evidence is listed. Nothing of it changes the chart or the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// See [`Sort`].
    pub sort: Sort,
    /// See [`Group`].
    pub group: Option<Group>,
    /// Values chosen in the facets of [`Facet::OF_EVIDENCE`], at most one a facet, in the order of these.
    pub chosen: Vec<(Facet, String)>,
    /// Ids of claims that are held side by side, in the order chosen.
    pub compare: Vec<String>,
    /// See [`Columns`].
    pub columns: Columns,
}

impl Listing {
    /// The value chosen in a facet.
    pub fn choice(&self, facet: Facet) -> Option<&str> {
        self.chosen.iter().find(|(own, _)| *own == facet).map(|(_, value)| value.as_str())
    }

    /// The listing with another value in a facet, or none.
    #[must_use]
    pub fn with(&self, facet: Facet, value: Option<String>) -> Self {
        let mut choices: Vec<_> =
            Facet::OF_EVIDENCE.map(|own| (own, self.choice(own).map(str::to_owned))).into_iter().collect();
        choices.iter_mut().filter(|choice| choice.0 == facet).for_each(|choice| choice.1.clone_from(&value));
        let chosen = choices.into_iter().filter_map(|(facet, value)| Some((facet, value?))).collect();
        Self { chosen, ..self.clone() }
    }

    /// The listing sorted by a column: the other way round where it is already.
    #[must_use]
    pub fn sorted_by(&self, column: Column) -> Self {
        // Dates and figures are asked for from their upper end first.
        let natural = matches!(column, Column::Period | Column::Figure | Column::Published);
        let descending = if self.sort.column == column { !self.sort.descending } else { natural };
        Self { sort: Sort { column, descending }, ..self.clone() }
    }

    /// The listing with a claim put beside the others, or taken away.
    #[must_use]
    pub fn comparing(&self, id: &str) -> Self {
        let mut compare = self.compare.clone();
        match compare.iter().position(|own| own == id) {
            Some(at) => drop(compare.remove(at)),
            None if compare.len() < COMPARE_LIMIT => compare.push(id.to_owned()),
            None => {}
        }
        Self { compare, ..self.clone() }
    }

    /// Reads a parameter of the address: `None` where it is none of the listing's, else its key and whether it could be used.
    pub(super) fn read(&mut self, dataset: &Dataset, key: &str, value: &str) -> Option<(&'static str, bool)> {
        match key {
            "sort" => {
                let (name, descending) = value.strip_prefix('-').map_or((value, false), |name| (name, true));
                let column = Column::named(name);
                self.sort = column.map_or_else(Sort::default, |column| Sort { column, descending });
                Some(("sort", column.is_some()))
            }
            "group" => {
                self.group = Group::named(value);
                Some(("group", self.group.is_some()))
            }
            "columns" => {
                let columns = Columns::read(value);
                self.columns = columns.unwrap_or_default();
                Some(("columns", columns.is_some()))
            }
            "claims" => {
                let known = |id: &&str| dataset.claim(id).is_some();
                self.compare.clear();
                for id in value.split(',').filter(known).take(COMPARE_LIMIT) {
                    if !self.compare.iter().any(|own| own == id) {
                        self.compare.push(id.to_owned());
                    }
                }
                Some(("claims", value.split(',').all(|id| self.compare.iter().any(|own| own == id))))
            }
            _ => {
                let facet = Facet::OF_EVIDENCE.into_iter().find(|facet| facet.parameter() == key)?;
                let known = Index::known(dataset, facet, value);
                if known {
                    *self = self.with(facet, Some(value.to_owned()));
                }
                Some((facet.parameter(), known))
            }
        }
    }

    /// Writes what is not as by default.
    pub(super) fn write(&self, mut put: impl FnMut(&'static str, &str)) {
        if self.sort != Sort::default() {
            put("sort", &format!("{}{}", if self.sort.descending { "-" } else { "" }, self.sort.column.name()));
        }
        if let Some(group) = self.group {
            put("group", group.name());
        }
        for (facet, value) in &self.chosen {
            put(facet.parameter(), value);
        }
        if self.columns != Columns::default() {
            put("columns", &self.columns.write());
        }
        if !self.compare.is_empty() {
            put("claims", &self.compare.join(","));
        }
    }
}
