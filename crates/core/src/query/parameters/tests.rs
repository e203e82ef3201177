use strum::VariantNames;

use super::*;
use crate::{Named, query::Column};

const TYPES: &str = include_str!("../../../../../www/crackdown.d.ts");
const README: &str = include_str!("../../../../../README.md");

/// The type of a parameter's values in TypeScript.
fn typescript(values: Values) -> String {
    match values {
        Values::Names(names) => names.iter().map(|name| format!("\"{name}\" | ")).collect(),
        Values::Text(_) => "string | ".to_owned(),
    }
}

/// The values of a parameter, and what it means.
fn described(parameter: &Parameter) -> (String, &'static str) {
    let values = match parameter.described.values {
        Values::Names(names) => names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "),
        Values::Text(form) => form.to_owned(),
    };
    (values, parameter.described.about)
}

#[test]
fn the_types_of_the_javascript_api_are_those_of_the_table() {
    let of_parameter = |parameter: &Parameter| {
        let form = match parameter.described.values {
            Values::Names(_) => String::new(),
            Values::Text(form) => format!(" Form: {form}."),
        };
        let kind = typescript(parameter.described.values);
        format!("  /** {}{form} */\n  {}?: {kind}null;\n", parameter.described.about, parameter.name)
    };
    let members: String = PARAMETERS.iter().map(of_parameter).collect();
    let expected = format!("export interface CrackdownSelection {{\n{members}}}\n");
    assert!(TYPES.contains(&expected), "www/crackdown.d.ts has to contain\n\n{expected}");
}

#[test]
fn the_readme_lists_the_table() {
    let row = |parameter: &Parameter| {
        let (values, about) = described(parameter);
        format!("| `{}` | {values} | {about} |\n", parameter.name)
    };
    let expected: String = PARAMETERS.iter().map(row).collect();
    assert!(README.contains(&expected), "README.md has to contain\n\n{expected}");
}

#[test]
fn the_columns_are_described_as_they_are_named() {
    let columns = PARAMETERS.iter().find(|parameter| parameter.name == "columns").unwrap();
    let Values::Text(form) = columns.described.values else { panic!("columns are a list") };
    assert!(form.starts_with(&format!("{}:", Column::VARIANTS.join(", "))), "{form}");
}

#[test]
fn every_facet_of_the_evidence_is_a_parameter_and_no_name_is_used_twice() {
    let names: Vec<&str> = PARAMETERS.iter().map(|parameter| parameter.name).collect();
    let old = OLD_NAMES.iter().map(|(old, _)| *old);
    let mut all: Vec<&str> = names.iter().copied().chain(old).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), names.len() + OLD_NAMES.len());
    let facets = PARAMETERS.iter().filter_map(|parameter| match parameter.field {
        Field::Facet(facet) => Some((parameter.name, facet)),
        Field::Own(..) => None,
    });
    assert_eq!(facets.collect::<Vec<_>>(), Facet::OF_EVIDENCE.map(|facet| (facet.name(), facet)));
}
