//! CSV that a spreadsheet opens without running anything.

use super::{Cell, Sheet};

/// Characters that make a spreadsheet take a cell for a formula, in either width, or that hide one behind a break.
const TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A sheet as CSV by RFC 4180. `mark` puts the byte order mark in front, by which Excel knows UTF-8.
pub fn csv(sheet: &Sheet, mark: bool) -> String {
    let header = sheet.columns.iter().map(|name| (*name).to_owned()).collect();
    let rows = sheet.rows.iter().map(|row| row.iter().map(Cell::plain).map(guarded).collect());
    let mark = if mark { "\u{feff}" } else { "" };
    format!("{mark}{}", table([header].into_iter().chain(rows)))
}

/// Rows of cells as CSV.
pub(super) fn table(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut out = String::new();
    for row in rows {
        // A row of one empty cell would read as a blank line.
        let cells = row.iter().map(|cell| quoted(cell, row.len() == 1));
        out.push_str(&cells.collect::<Vec<_>>().join(","));
        out.push_str("\r\n");
    }
    out
}

/// Spreadsheets offer to part cells at semicolons and tabs as well, where a cell could then begin anew within a text.
fn quoted(cell: &str, lone: bool) -> String {
    if cell.contains([',', ';', '\t', '"', '\r', '\n']) || (lone && cell.is_empty()) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

/// A cell with an apostrophe in front where it would start a formula. One that reads like a guarded cell already gets another, so
/// that taking one away always gives the cell back.
pub(super) fn guarded(cell: String) -> String {
    if cell.trim_start_matches('\'').starts_with(TRIGGERS) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
pub(super) fn starts_a_formula(cell: &str) -> bool {
    cell.starts_with(TRIGGERS)
}
