//! A table on standard output, as CSV or JSON.

use std::io::Write;

use serde_json::{Map, Value};

/// Columns, and rows of as many cells: text, numbers, lists of ids, or nothing.
pub struct Table {
    /// Names of the columns.
    pub columns: &'static [&'static str],
    /// The rows.
    pub rows: Vec<Vec<Value>>,
}

impl Table {
    /// Prints it as CSV. Ids of a list are joined by semicolons.
    ///
    /// # Errors
    /// Where standard output cannot be written.
    pub fn write_csv(&self) -> std::io::Result<()> {
        let mut out = csv::Writer::from_writer(std::io::stdout().lock());
        out.write_record(self.columns)?;
        for row in &self.rows {
            out.write_record(row.iter().map(text))?;
        }
        out.flush()
    }

    /// Prints an object with its rows as objects, and more members.
    ///
    /// # Errors
    /// Where standard output cannot be written.
    pub fn write_json(&self, name: &str, more: Map<String, Value>) -> std::io::Result<()> {
        let row = |row: &Vec<Value>| {
            let cells = self.columns.iter().zip(row);
            Value::Object(cells.map(|(column, cell)| ((*column).to_owned(), cell.clone())).collect())
        };
        let mut answer = Map::from_iter([(name.to_owned(), self.rows.iter().map(row).collect())]);
        answer.extend(more);
        writeln!(std::io::stdout().lock(), "{:#}", Value::Object(answer))
    }
}

fn text(cell: &Value) -> String {
    match cell {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(ids) => ids.iter().map(text).collect::<Vec<_>>().join(";"),
        other => other.to_string(),
    }
}
