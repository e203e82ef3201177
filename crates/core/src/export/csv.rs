//! CSV that a spreadsheet opens without running anything.

use super::{Cell, Delivery, ExportContext, Sheet, TableFormat};

/// CSV by RFC 4180.
pub(super) const FORMAT: TableFormat = TableFormat {
    label: |_| "CSV",
    stem: "claims",
    extension: "csv",
    mime: "text/csv",
    delivery: Delivery::File,
    write: |context| write(context, false),
};

/// The same with a byte order mark.
pub(super) const EXCEL: TableFormat = TableFormat {
    label: |words| words.download.excel,
    stem: "claims-excel",
    write: |context| write(context, true),
    ..FORMAT
};

/// Characters with which a cell starts that a spreadsheet reads as a formula, in either width, or that hide one after a break.
const TRIGGERS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

fn write(context: &ExportContext, mark: bool) -> Vec<u8> {
    csv(&Sheet::of(context), mark).into_bytes()
}

/// A sheet as CSV by RFC 4180. `mark` puts the byte order mark in front, by which Excel knows UTF-8.
pub fn csv(sheet: &Sheet, mark: bool) -> String {
    let mark = if mark { "\u{feff}" } else { "" };
    format!("{mark}{}", table(&sheet.columns, &sheet.rows))
}

/// A header and rows as CSV. Texts are guarded against being read as formulas; a number below zero is none and stays a number.
///
/// Cells are quoted here rather than by the `csv` crate, which quotes either what RFC 4180 asks for or all cells of a file: the
/// first leaves `;` and tabs open, and with the second an empty number is an empty text for some databases.
pub(super) fn table(header: &[String], rows: &[Vec<Cell>]) -> String {
    let mut out = String::new();
    push_row(&mut out, header);
    for row in rows {
        push_row(&mut out, &row.iter().map(safe).collect::<Vec<_>>());
    }
    out
}

fn push_row(out: &mut String, row: &[String]) {
    // A row of one empty cell would read as a blank line.
    let cells: Vec<String> = row.iter().map(|cell| quoted(cell, row.len() == 1)).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// Spreadsheets offer to separate cells at semicolons and tabs as well, where a cell could then start within a text.
fn quoted(cell: &str, lone: bool) -> String {
    if cell.contains([',', ';', '\t', '"', '\r', '\n']) || (lone && cell.is_empty()) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn safe(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => guarded(text),
        other => other.plain(),
    }
}

/// A text with an apostrophe in front where it would start a formula. One that already reads like a guarded text gets another, so
/// that removing one always restores the text.
pub(super) fn guarded(text: &str) -> String {
    if text.trim_start_matches('\'').starts_with(TRIGGERS) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
pub(super) fn starts_a_formula(cell: &str) -> bool {
    cell.starts_with(TRIGGERS)
}
