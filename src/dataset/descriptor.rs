//! `datapackage.json`: version, date, and the columns it declares.

use serde::Deserialize;

use super::{
    DESCRIPTOR, Problem, RESOURCES,
    read::COLUMNS,
    table::{Problems, day},
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
}

/// Version and date of a package. The declared columns must be those that are read, so that the two cannot drift apart.
pub(super) fn read(text: &str, problems: &mut Problems) -> (String, String) {
    let mut wrong = |line, column: &str, found: String, expected: String| {
        problems.push(Problem { file: DESCRIPTOR, line, column: column.into(), found, expected });
    };
    let descriptor: Descriptor = match serde_json::from_str(text) {
        Ok(descriptor) => descriptor,
        Err(error) => {
            wrong(error.line() as u64, "*", error.to_string(), "a Data Package descriptor".into());
            return Default::default();
        }
    };
    for (file, columns) in RESOURCES.iter().zip(COLUMNS) {
        let resource = descriptor.resources.iter().find(|resource| resource.path == *file);
        let fields = resource.map(|resource| resource.schema.fields.iter().map(|field| field.name.as_str()));
        let found = fields.map(|fields| fields.collect::<Vec<_>>().join(",")).unwrap_or_default();
        if found != columns.join(",") {
            wrong(1, file, found, format!("the fields {}", columns.join(",")));
        }
    }
    if descriptor.created.get(..10).and_then(day).is_none() {
        wrong(1, "created", descriptor.created.clone(), "a date as YYYY-MM-DD, or one with a time".into());
    }
    (descriptor.version, descriptor.created)
}
