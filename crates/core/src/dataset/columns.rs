//! The columns that each file of a Data Package has.

use super::LANGUAGES;

/// The columns of each resource, in the order of [`RESOURCES`](super::RESOURCES).
#[rustfmt::skip]
pub(crate) const COLUMNS: [Columns; 6] = [
    of(&["id", "publisher", "url", "published", "language", "kind", "reliability"]),
    of(&[
        "id", "label_*", "unit", "unit_*", "aggregation", "measures", "brought_to_china", "trend",
        "headline", "definition_*", "original_term",
    ]),
    of(&["code", "kind", "name_*", "lon", "lat"]),
    Columns {
        required: &["id", "name_*", "also_known_as", "started", "focus_*", "source"],
        optional: &["authority_*", "note_*"],
    },
    Columns {
        required: &[
            "id", "metric", "area", "start", "end", "basis", "value", "qualifier", "rounding", "direction", "comparator",
            "streak", "change_pct", "campaign", "source", "locator", "text_*", "note_*", "tags",
        ],
        optional: &["start_to", "end_from", "change_qualifier", "change_rounding", "use"],
    },
    of(&[
        "id", "start", "end", "kind", "areas", "place", "people", "campaign", "text_*", "source", "note_*",
    ]),
];

const fn of(required: &'static [&'static str]) -> Columns {
    Columns { required, optional: &[] }
}

/// The columns of a file, in order. A name that ends on `_*` stands for a column in each of [`LANGUAGES`].
pub(crate) struct Columns {
    /// Those that every file has.
    pub required: &'static [&'static str],
    /// Those that may follow, all or none.
    pub optional: &'static [&'static str],
}

impl Columns {
    /// The columns of a header, where it is one that the file may have.
    pub fn of_header(&self, header: &str) -> Option<Vec<String>> {
        [self.all(), in_full(self.required)].into_iter().find(|columns| columns.join(",") == header)
    }

    /// What a header must be.
    pub fn expected(&self) -> String {
        let [required, optional] = [self.required, self.optional].map(|columns| in_full(columns).join(","));
        if optional.is_empty() { required } else { format!("{required}[,{optional}]") }
    }

    /// The names of all columns.
    pub fn all(&self) -> Vec<String> {
        in_full(&[self.required, self.optional].concat())
    }
}

fn in_full(columns: &[&str]) -> Vec<String> {
    let names = columns.iter().map(|column| match column.strip_suffix('*') {
        Some(stem) => LANGUAGES.iter().map(|language| format!("{stem}{language}")).collect(),
        None => vec![(*column).to_owned()],
    });
    names.flatten().collect()
}
