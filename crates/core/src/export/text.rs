//! The records as plain text.

use super::{Delivery, ExportContext, TableFormat, record_line::RecordLine};

/// Plain text, to be pasted into a mail or a note.
pub(super) const FORMAT: TableFormat = TableFormat {
    label: |words| words.download.copy_text,
    stem: "claims",
    extension: "txt",
    mime: "text/plain",
    delivery: Delivery::Clipboard,
    write: |context| text(context).into_bytes(),
};

/// One paragraph a record, and a closing line that says where they come from.
pub(super) fn text(context: &ExportContext) -> String {
    let mut out = String::new();
    for record in context.records {
        let RecordLine { period, areas, what, wording, publisher, url } = RecordLine::of(context, record);
        out.push_str(&format!("{period} · {areas} · {what}\n{wording}\n{publisher} {url}\n\n"));
    }
    out + &context.origin() + "\n"
}
