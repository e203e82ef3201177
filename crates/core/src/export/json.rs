//! The records as JSON.

use serde::{Serialize, Serializer};

use super::{Cell, Delivery, ExportContext, Sheet, TableFormat};

/// JSON: one object a record, with the selection and the date of the dataset.
pub(super) const FORMAT: TableFormat = TableFormat {
    label: |_| "JSON",
    stem: "claims",
    extension: "json",
    mime: "application/json",
    delivery: Delivery::File,
    write: |context| json(context).into_bytes(),
};

#[derive(Serialize)]
struct Document<'a> {
    version: &'a str,
    created: &'a str,
    selection: &'a str,
    link: String,
    license: &'a str,
    records: Vec<Object<'a>>,
}

/// A row whose cells are named by their columns.
struct Object<'a> {
    columns: &'a [String],
    cells: &'a [Cell],
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.columns.iter().zip(self.cells))
    }
}

pub(super) fn json(context: &ExportContext) -> String {
    let sheet = Sheet::of(context);
    let document = Document {
        version: &context.dataset.version,
        created: &context.dataset.created,
        selection: context.query,
        link: context.link(),
        license: "CC-BY-4.0",
        records: sheet.rows.iter().map(|cells| Object { columns: &sheet.columns, cells }).collect(),
    };
    pretty(&document)
}

/// A value as indented JSON with a closing line feed.
pub(super) fn pretty(value: &impl Serialize) -> String {
    // Texts, numbers and lists of them always have a JSON form.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
