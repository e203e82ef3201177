//! Columns of the evidence, and which of them are shown.

/// A column of the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    pub const ALL: [Self; 9] = [
        Self::Period,
        Self::Area,
        Self::Metric,
        Self::Figure,
        Self::Wording,
        Self::Source,
        Self::Campaign,
        Self::Published,
        Self::Reliability,
    ];
    /// How many of them are shown unasked, from the start.
    const USUAL: usize = 6;

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Period => "period",
            Self::Area => "area",
            Self::Metric => "metric",
            Self::Figure => "figure",
            Self::Wording => "wording",
            Self::Source => "source",
            Self::Campaign => "campaign",
            Self::Published => "published",
            Self::Reliability => "reliability",
        }
    }

    /// The column with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.name() == name)
    }
}

/// The columns shown. The figure is always among them, since it leads to its claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns([bool; Column::ALL.len()]);

impl Default for Columns {
    fn default() -> Self {
        Self(std::array::from_fn(|at| at < Column::USUAL))
    }
}

impl Columns {
    /// Whether a column is shown.
    pub fn has(self, column: Column) -> bool {
        column == Column::Figure || self.0[column as usize]
    }

    /// Those shown, in their order.
    pub fn shown(self) -> impl Iterator<Item = Column> {
        Column::ALL.into_iter().filter(move |column| self.has(*column))
    }

    /// With a column more, or less.
    #[must_use]
    pub fn toggled(self, column: Column) -> Self {
        Self(std::array::from_fn(|at| self.0[at] != (at == column as usize && column != Column::Figure)))
    }

    /// Names parted by commas; `None` where one is no column's.
    pub(super) fn read(text: &str) -> Option<Self> {
        let named = text.split(',').map(Column::named).collect::<Option<Vec<_>>>()?;
        Some(Self(Column::ALL.map(|column| column == Column::Figure || named.contains(&column))))
    }

    /// What [`Columns::read`] reads.
    pub(super) fn write(self) -> String {
        self.shown().map(Column::name).collect::<Vec<_>>().join(",")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_and_go_but_for_the_figure() {
        let all = Column::ALL.into_iter().fold(Columns::default(), Columns::toggled);
        assert_eq!(all.write(), "figure,campaign,published,reliability");
        for column in Column::ALL {
            let columns = Columns::default().toggled(column);
            assert_eq!(Columns::read(&columns.write()), Some(columns));
            assert_eq!(columns.toggled(column), Columns::default());
        }
        assert_eq!(Columns::read("area,nonsense"), None);
    }
}
