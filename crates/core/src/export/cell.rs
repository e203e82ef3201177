//! Cells of tables, and columns that say how a row fills them: a column without its cells does not compile.

use std::borrow::Borrow;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::{
    dataset::{LANGUAGES, Text},
    named::Named,
};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing reported.
    Empty,
    /// A number.
    Number(f64),
    /// A number and how many decimals it is printed with.
    Decimal(f64, u8),
    /// A text.
    Text(String),
}

/// What a table says of rows of one kind.
pub(super) enum Column<T> {
    /// A column's name, and the cell that a row has in it.
    One(&'static str, fn(&T) -> Cell),
    /// A text, which has a column in each of [`LANGUAGES`]: what their names start with, and the text of a row.
    Text(&'static str, fn(&T) -> &Text),
}

// These two are compiled for every kind of row, so that most of what they do is in functions that are compiled once.

/// The names of columns.
pub(super) fn names<T>(columns: &[Column<T>]) -> Vec<String> {
    let mut names = Vec::new();
    for column in columns {
        match column {
            Column::One(name, _) => names.push((*name).to_owned()),
            Column::Text(stem, _) => push_names(&mut names, stem),
        }
    }
    names
}

fn push_names(names: &mut Vec<String>, stem: &str) {
    names.extend(LANGUAGES.map(|language| format!("{stem}_{language}")));
}

/// The cells that a row has in them.
pub(super) fn cells<T>(columns: &[Column<T>], row: &T) -> Vec<Cell> {
    let mut cells = Vec::new();
    for column in columns {
        match column {
            Column::One(_, cell) => cells.push(cell(row)),
            Column::Text(_, text) => push_texts(&mut cells, text(row)),
        }
    }
    cells
}

fn push_texts(cells: &mut Vec<Cell>, text: &Text) {
    cells.extend(text.all().map(Cell::text));
}

impl Cell {
    /// A text; empty where the text is.
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// A text that may be missing.
    pub(super) fn maybe(text: Option<&str>) -> Self {
        Self::text(text.unwrap_or_default())
    }

    /// Several texts in one cell, separated as the dataset separates them.
    pub(super) fn list<T: Borrow<str>>(texts: &[T]) -> Self {
        Self::text(&texts.join(";"))
    }

    /// A day by ISO 8601.
    pub(super) fn date(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, |day| Self::Text(day.to_string()))
    }

    /// A number that may be missing.
    pub(super) fn number(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// `true`, or nothing, as the dataset writes flags.
    pub(super) fn flag(set: bool) -> Self {
        if set { Self::text("true") } else { Self::Empty }
    }

    /// The name that a value of an enumeration has in the dataset.
    pub(super) fn name(value: impl Named) -> Self {
        Self::text(value.name())
    }

    /// The cell as a person reads it.
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(value) => value.to_string(),
            Self::Decimal(value, decimals) => format!("{value:.*}", usize::from(*decimals)),
            Self::Text(text) => text.clone(),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => serializer.serialize_none(),
            // A whole number without ".0", as in the dataset. Counts are far below 2^53, from where on not every whole number is exact.
            Self::Number(value) if value.fract() == 0.0 && value.abs() < 9e15 => {
                serializer.serialize_i64(*value as i64)
            }
            Self::Number(value) | Self::Decimal(value, _) => serializer.serialize_f64(*value),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{Comparator, Qualifier};

    #[test]
    fn names_are_those_of_the_dataset() {
        assert_eq!(Cell::name(Qualifier::MoreThan), Cell::Text("more_than".into()));
        assert_eq!(Cell::name(Comparator::Yoy), Cell::Text("yoy".into()));
    }

    #[test]
    fn numbers_are_written_as_they_are_printed() {
        let json = |cell: Cell| serde_json::to_string(&cell).unwrap();
        assert_eq!(json(Cell::Number(391_000.0)), "391000");
        assert_eq!(json(Cell::Number(0.5)), "0.5");
        assert_eq!(json(Cell::Decimal(-14.3, 2)), "-14.3");
        assert_eq!(Cell::Decimal(-14.3, 2).plain(), "-14.30");
        assert_eq!(json(Cell::Empty), "null");
    }
}
