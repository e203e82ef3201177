//! The records as a Markdown table.

use super::{Delivery, ExportContext, TableFormat, record_line::RecordLine};

/// A Markdown table, to be pasted into a text.
pub(super) const FORMAT: TableFormat = TableFormat {
    label: |words| words.download.copy_table,
    stem: "claims",
    extension: "md",
    mime: "text/markdown",
    delivery: Delivery::Clipboard,
    write: |context| markdown(context).into_bytes(),
};

/// The table, with a closing line that says where it comes from.
pub(super) fn markdown(context: &ExportContext) -> String {
    let words = context.language.words();
    let header =
        [words.columns.period, words.columns.area, words.columns.what, words.columns.summary, words.columns.source]
            .join(" | ");
    let mut out = format!("| {header} |\n|---|---|---|---|---|\n");
    for record in context.records {
        let line = RecordLine::of(context, record);
        let [period, areas, what, wording, publisher, url] =
            [line.period, line.areas, line.what, line.wording, line.publisher, line.url].map(|cell| escaped(&cell));
        let source = if url.is_empty() { publisher } else { format!("[{publisher}](<{url}>)") };
        out.push_str(&format!("| {period} | {areas} | {what} | {wording} | {source} |\n"));
    }
    out.push_str(&format!("\n{}\n", escaped(&context.origin())));
    out
}

/// A text in which no character is markup or ends a cell.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
