//! `datapackage.json`: version, date, the columns it declares and the values it allows in them.

use serde::Deserialize;

use super::{
    DESCRIPTOR, Problem, RESOURCES,
    columns::COLUMNS,
    csv::{Allowed, Problems, day},
};

#[derive(Deserialize)]
struct Descriptor {
    version: String,
    created: String,
    resources: Vec<Resource>,
}

#[derive(Deserialize)]
struct Resource {
    path: String,
    schema: Schema,
}

#[derive(Deserialize)]
struct Schema {
    fields: Vec<Field>,
}

#[derive(Deserialize)]
struct Field {
    name: String,
    #[serde(default)]
    constraints: Constraints,
}

#[derive(Deserialize, Default)]
struct Constraints {
    #[serde(default, rename = "enum")]
    values: Vec<String>,
}

/// What a descriptor says of its package.
#[derive(Default)]
pub(super) struct Declared {
    /// Version of the package.
    pub version: String,
    /// Day of the package, ISO 8601.
    pub created: String,
    /// Allowed values by column, for each of [`RESOURCES`].
    pub allowed: [Allowed; 6],
}

/// Reads a descriptor. The declared columns must be those that are read, so that the two cannot drift apart.
pub(super) fn read(text: &str, problems: &mut Problems) -> Declared {
    let mut wrong = |line, column: &str, found: String, expected: String| {
        problems.push(Problem { file: DESCRIPTOR, line, column: column.into(), found, expected });
    };
    let descriptor: Descriptor = match serde_json::from_str(text) {
        Ok(descriptor) => descriptor,
        Err(error) => {
            wrong(error.line() as u64, "*", error.to_string(), "a Data Package descriptor".into());
            return Declared::default();
        }
    };
    let mut declared = Declared { version: descriptor.version, created: descriptor.created, ..Declared::default() };
    let mut resources = descriptor.resources;
    for ((file, columns), allowed) in RESOURCES.iter().zip(&COLUMNS).zip(&mut declared.allowed) {
        let at = resources.iter().position(|resource| resource.path == *file);
        let fields = at.map(|at| resources.swap_remove(at).schema.fields).unwrap_or_default();
        let found = fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>().join(",");
        if columns.of_header(&found).is_none() {
            wrong(1, file, found, format!("the fields {}", columns.expected()));
        }
        let limited = fields.into_iter().filter(|field| !field.constraints.values.is_empty());
        allowed.extend(limited.map(|field| (field.name, field.constraints.values)));
    }
    if declared.created.get(..10).and_then(day).is_none() {
        wrong(1, "created", declared.created.clone(), "a date as YYYY-MM-DD, or one with a time".into());
    }
    declared
}
