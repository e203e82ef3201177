//! How the evidence is listed: searched, narrowed, sorted, grouped, compared.

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::{
    dataset::RecordId,
    query::{Column, Columns, Facet},
};

/// Longest search text that an address can ask for, in characters.
pub const TEXT_LIMIT: usize = 200;

/// Most claims that are compared at a time.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
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
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;
}

/// What the evidence alone reads. Nothing of it changes the chart or the map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Full-text search.
    pub text: String,
    /// See [`Sort`].
    pub sort: Sort,
    /// See [`Group`].
    pub group: Option<Group>,
    /// Values chosen in the facets of [`Facet::OF_EVIDENCE`], at most one a facet, in the order of these.
    pub chosen: Vec<(Facet, String)>,
    /// Ids of claims to compare, in the order chosen, none twice.
    pub compare: Vec<RecordId>,
    /// See [`Columns`].
    pub columns: Columns,
}

impl Listing {
    /// The value chosen in a facet.
    pub fn choice(&self, facet: Facet) -> Option<&str> {
        self.chosen.iter().find(|(own, _)| *own == facet).map(|(_, value)| value.as_str())
    }

    /// Chooses another value in a facet of the evidence, or none.
    pub(in crate::query) fn choose(&mut self, facet: Facet, value: Option<String>) {
        if !Facet::OF_EVIDENCE.contains(&facet) {
            return;
        }
        self.chosen.retain(|(own, _)| *own != facet);
        if let Some(value) = value {
            let before = self.chosen.iter().take_while(|(own, _)| *own < facet).count();
            self.chosen.insert(before, (facet, value));
        }
    }

    /// Sorts by a column: the other way round where it is sorted by it already.
    pub(super) fn sort_by(&mut self, column: Column) {
        // Of dates and figures a reader wants the upper end first.
        let natural = matches!(column, Column::Period | Column::Figure | Column::Published);
        let descending = if self.sort.column == column { !self.sort.descending } else { natural };
        self.sort = Sort { column, descending };
    }

    /// Compares a claim, or no longer.
    pub(super) fn toggle_claim(&mut self, id: RecordId) {
        match self.compare.iter().position(|own| *own == id) {
            Some(at) => drop(self.compare.remove(at)),
            None if self.compare.len() < COMPARE_LIMIT => self.compare.push(id),
            None => {}
        }
    }
}
