//! Columns of the evidence, and which of them are shown.

use strum::{EnumString, IntoStaticStr, VariantNames};

use crate::Named;

/// A column of the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames, strum::VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Column {
    /// Last day, then first; undated last.
    Period,
    /// Name of the area.
    Area,
    /// Name of the metric; events after claims.
    Metric,
    /// The interval that the figure stands for, its low end first; without a figure last.
    Figure,
    /// Wording.
    Wording,
    /// Name of the publisher.
    Source,
    /// Name of the campaign.
    Campaign,
    /// Day on which the source was published.
    Published,
    /// Reliability of the source, the highest first.
    Reliability,
}

impl Column {
    /// All columns, as shown.
    pub const ALL: &[Self] = <Self as strum::VariantArray>::VARIANTS;
}

/// How many columns are shown at first, counted from the left.
const USUAL: usize = 6;

/// The columns shown. The figure is always among them, since it leads to its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns([bool; Column::ALL.len()]);

impl Default for Columns {
    fn default() -> Self {
        Self(std::array::from_fn(|at| at < USUAL))
    }
}

impl Columns {
    /// Whether a column is shown.
    pub fn has(self, column: Column) -> bool {
        column == Column::Figure || self.0[column as usize]
    }

    /// Those shown, in their order.
    pub fn shown(self) -> impl Iterator<Item = Column> {
        Column::ALL.iter().copied().filter(move |column| self.has(*column))
    }

    /// With a column more, or less.
    #[must_use]
    pub fn toggled(self, column: Column) -> Self {
        Self(std::array::from_fn(|at| self.0[at] != (at == column as usize && column != Column::Figure)))
    }

    /// Names separated by commas; `None` where one is no column's.
    pub(super) fn read(text: &str) -> Option<Self> {
        let named: Vec<Column> = text.split(',').map(|name| name.parse().ok()).collect::<Option<_>>()?;
        let all = Column::ALL;
        Some(Self(std::array::from_fn(|at| all[at] == Column::Figure || named.contains(&all[at]))))
    }

    /// What [`Columns::read`] reads.
    pub(super) fn write(self) -> String {
        self.shown().map(Named::name).collect::<Vec<_>>().join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_and_go_but_for_the_figure() {
        let all = Column::ALL.iter().copied().fold(Columns::default(), Columns::toggled);
        assert_eq!(all.write(), "figure,campaign,published,reliability");
        for &column in Column::ALL {
            let columns = Columns::default().toggled(column);
            assert_eq!(Columns::read(&columns.write()), Some(columns));
            assert_eq!(columns.toggled(column), Columns::default());
        }
        assert_eq!(Columns::read("area,nonsense"), None);
    }
}
