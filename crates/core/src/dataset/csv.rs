//! One CSV file, read cell by cell, with every problem noted where it stands.

use std::str::FromStr;

use chrono::{Datelike, NaiveDate as Date};
use csv::{ReaderBuilder, StringRecord};
use serde::de::{DeserializeOwned, IntoDeserializer, value::Error as ValueError};
use thiserror::Error;

use super::{DESCRIPTOR, LANGUAGES, Month, Text, columns::Columns};

/// What is wrong in a package: where, what was found, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}:{line}: column \"{column}\": found \"{found}\", expected {expected}")]
pub struct Problem {
    /// File of the package.
    pub file: &'static str,
    /// Line of the row's start, the header being line 1.
    pub line: u64,
    /// Column, or `*` for the row.
    pub column: String,
    /// The value found.
    pub found: String,
    /// What belongs there.
    pub expected: String,
}

/// The column of a problem that concerns a whole row.
const ROW: &str = "*";

/// Problems in the order found.
pub(super) type Problems = Vec<Problem>;

/// A day as YYYY-MM-DD and nothing else; the calendar's own parser would accept 2023-1-5 as well.
pub(super) fn day(text: &str) -> Option<Date> {
    let (month, day) = text.rsplit_once('-')?;
    let first = month.parse::<Month>().ok()?.first_day();
    let digits = day.len() == 2 && day.bytes().all(|b| b.is_ascii_digit());
    first.with_day(day.parse().ok().filter(|_| digits)?)
}

/// Whether a text is words of a–z and 0–9, joined by `joint`.
pub(super) fn is_key(text: &str, joint: char) -> bool {
    let good = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    text.split(joint).all(|word| !word.is_empty() && word.bytes().all(good))
}

/// The values that a descriptor allows in a column.
pub(super) type Allowed = Vec<(String, Vec<String>)>;

/// A row being read.
pub(super) struct Row<'a> {
    file: &'static str,
    line: u64,
    header: &'a [String],
    cells: StringRecord,
    problems: &'a mut Problems,
}

/// Reads a file with these columns; `read` is called with each row and may note problems and leave the row out.
pub(super) fn rows<T>(
    file: &'static str,
    text: &str,
    columns: &Columns,
    allowed: &Allowed,
    problems: &mut Problems,
    mut read: impl FnMut(&mut Row) -> Option<T>,
) -> Vec<T> {
    let mut out = Vec::new();
    each_row(file, text, columns, allowed, problems, &mut |row| out.extend(read(row)));
    out
}

/// Compiled once, where [`rows`] is compiled for every kind of row.
fn each_row(
    file: &'static str,
    text: &str,
    columns: &Columns,
    allowed: &Allowed,
    problems: &mut Problems,
    read: &mut dyn FnMut(&mut Row),
) {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let found = reader.headers().map(|found| found.iter().collect::<Vec<_>>().join(",")).unwrap_or_default();
    let Some(header) = &columns.of_header(&found) else {
        let expected = format!("the columns {}", columns.expected());
        problems.push(Problem { file, line: 1, column: ROW.into(), found, expected });
        return;
    };
    for record in reader.records() {
        let (line, found) = match record {
            Ok(cells) => {
                let line = cells.position().map_or(0, |position| line_of(position, text));
                if cells.len() == header.len() {
                    let mut row = Row { file, line, header, cells, problems };
                    read(&mut row);
                    row.keep_to(allowed);
                    continue;
                }
                (line, format!("{} fields", cells.len()))
            }
            Err(error) => (error.position().map_or(0, csv::Position::line), error.to_string()),
        };
        problems.push(Problem { file, line, column: ROW.into(), found, expected: format!("{} fields", header.len()) });
    }
}

/// The line of a row. The reader's own position may lie before the rest of a CRLF and before blank lines.
fn line_of(position: &csv::Position, text: &str) -> u64 {
    let rest = usize::try_from(position.byte()).ok().and_then(|at| text.as_bytes().get(at..)).unwrap_or_default();
    let skipped = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).filter(|b| **b == b'\n').count();
    position.line() + skipped as u64
}

impl Row<'_> {
    /// The cell of a column.
    pub fn cell(&self, column: &str) -> &str {
        self.header.iter().position(|name| *name == column).and_then(|at| self.cells.get(at)).unwrap_or_default()
    }

    /// Whether the cell of a column is filled.
    pub fn has(&self, column: &str) -> bool {
        !self.cell(column).is_empty()
    }

    /// Whether rows of a file could not be read, so that an id which is not among its others may be in one of them.
    pub fn lacks_rows_of(&self, file: &str) -> bool {
        self.problems.iter().any(|problem| problem.file == file && problem.column == ROW)
    }

    /// Notes the cells that hold what the descriptor does not allow.
    fn keep_to(&mut self, allowed: &Allowed) {
        for (column, values) in allowed {
            let good = !self.has(column) || values.iter().any(|value| value == self.cell(column));
            if !good {
                self.wrong(column, format!("one of {}, as {DESCRIPTOR} says", values.join(", ")));
            }
        }
    }

    /// Notes a problem of a column; the first of a cell only, since others mostly follow from it.
    pub fn wrong(&mut self, column: &str, expected: impl Into<String>) {
        let (file, line) = (self.file, self.line);
        let mut of_row = self.problems.iter().rev().take_while(|problem| problem.file == file && problem.line == line);
        if of_row.any(|problem| problem.column == column) {
            return;
        }
        let found = self.cell(column).to_owned();
        self.problems.push(Problem { file, line, column: column.into(), found, expected: expected.into() });
    }

    /// Notes a problem where a condition does not hold.
    pub fn demand(&mut self, holds: bool, column: &str, expected: &str) {
        if !holds {
            self.wrong(column, expected);
        }
    }

    /// The cell, which must not be empty.
    pub fn text(&mut self, column: &str) -> String {
        let text = self.cell(column).to_owned();
        self.demand(!text.trim().is_empty(), column, "a text");
        text
    }

    /// The cell where it is not empty.
    pub fn maybe(&self, column: &str) -> Option<String> {
        Some(self.cell(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The cell's parts between semicolons.
    pub fn list(&self, column: &str) -> Vec<String> {
        self.cell(column).split(';').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }

    /// The cell as a value, where it is not empty.
    pub fn parse<T: FromStr>(&mut self, column: &str, expected: &str) -> Option<T> {
        let text = self.maybe(column)?;
        let value = text.parse().ok();
        self.demand(value.is_some(), column, expected);
        value
    }

    /// Whether the cell is `true`; the other allowed cell is an empty one.
    pub fn flag(&mut self, column: &str) -> bool {
        self.demand(matches!(self.cell(column), "" | "true"), column, "true or nothing");
        self.cell(column) == "true"
    }

    /// The cell as a day, where it is not empty.
    pub fn date(&mut self, column: &str) -> Option<Date> {
        let date = day(&self.maybe(column)?);
        self.demand(date.is_some(), column, "a date as YYYY-MM-DD");
        date
    }

    /// The cell as a finite number, where it is not empty.
    pub fn number(&mut self, column: &str) -> Option<f64> {
        let value = self.parse::<f64>(column, "a number")?;
        self.demand(value.is_finite(), column, "a finite number");
        Some(value).filter(|value| value.is_finite())
    }

    /// The cell as one of an enumeration's names, where it is not empty.
    pub fn choice<T: DeserializeOwned>(&mut self, column: &str, names: &str) -> Option<T> {
        let text = self.maybe(column)?;
        let value = T::deserialize(text.as_str().into_deserializer()).map_err(|_: ValueError| ()).ok();
        self.demand_name(value.is_some(), column, names);
        value
    }

    /// As [`Row::choice`], and must not be empty.
    pub fn must_choose<T: DeserializeOwned>(&mut self, column: &str, names: &str) -> Option<T> {
        self.demand_name(self.has(column), column, names);
        self.choice(column, names)
    }

    fn demand_name(&mut self, holds: bool, column: &str, names: &str) {
        if !holds {
            self.wrong(column, format!("one of {names}"));
        }
    }

    /// The cell as a key, see [`is_key`].
    pub fn key(&mut self, column: &str, joint: char) -> String {
        let text = self.cell(column).to_owned();
        self.demand(is_key(&text, joint), column, &format!("a key of a–z and 0–9, joined by {joint}"));
        text
    }

    /// A text in every language, none of which may be empty.
    pub fn both(&mut self, stem: &str) -> Text {
        Text::of(|language| self.text(&format!("{stem}_{language}")))
    }

    /// A text that may be empty: in every language or in none.
    pub fn both_or_neither(&mut self, stem: &str) -> Text {
        let text = Text::of(|language| self.cell(&format!("{stem}_{language}")).to_owned());
        let missing = LANGUAGES.into_iter().zip(text.all()).find(|(_, wording)| wording.is_empty());
        if let Some((language, _)) = missing.filter(|_| !text.is_empty()) {
            self.wrong(&format!("{stem}_{language}"), format!("the {stem} in both languages or in neither"));
        }
        text
    }
}
