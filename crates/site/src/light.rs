//! The light dataset: figures and dates of everything, wording of the rows that the first view shows. The page fetches the whole
//! dataset when a reader asks for more.

use std::collections::BTreeSet;

use crackdown_core::{
    dataset::{Dataset, Package, Problem, RESOURCES},
    query::{FIRST_ROWS, Index, Selection, records},
};
use csv::{ReaderBuilder, StringRecord, Writer};
use thiserror::Error;

/// Columns that hold wording.
const WORDING: [&str; 14] = [
    "text_en",
    "text_zh",
    "note_en",
    "note_zh",
    "locator",
    "place",
    "people",
    "definition_en",
    "definition_zh",
    "focus_en",
    "focus_zh",
    "authority_en",
    "authority_zh",
    "also_known_as",
];

/// Why there is no light dataset.
#[derive(Debug, Error)]
pub enum LightError {
    /// The dataset breaks rules of its format.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Problems(Vec<Problem>),
    /// A table could not be written.
    #[error("{0}: {1}")]
    Table(&'static str, csv::Error),
}

/// Name and text of every file of the light dataset, in the order of [`RESOURCES`].
///
/// # Errors
/// See [`LightError`].
pub fn light(package: &Package) -> Result<Vec<(&'static str, String)>, LightError> {
    let dataset = Dataset::read(package).map_err(LightError::Problems)?;
    let index = Index::new(&dataset, []);
    let first: Vec<_> =
        records(&dataset, &index, Selection::default().record_request()).into_iter().take(FIRST_ROWS).collect();
    let shown: BTreeSet<&str> = first.iter().map(|record| record.id()).collect();
    let cited: BTreeSet<&str> = first.iter().map(|record| record.source()).collect();
    let blank = |file: &str, id: &str, column: &str| match file {
        "areas.csv" => false,
        "sources.csv" => column == "url" && !cited.contains(id),
        _ => WORDING.contains(&column) && !shown.contains(id),
    };
    let tables = RESOURCES.into_iter().zip(&package.resources);
    tables
        .map(|(file, text)| {
            let table = without(text, |id, column| blank(file, id, column));
            table.map(|table| (file, table)).map_err(|error| LightError::Table(file, error))
        })
        .collect()
}

/// A table with the cells emptied that `blank` names by the row's first cell and the column.
fn without(text: &str, blank: impl Fn(&str, &str) -> bool) -> Result<String, csv::Error> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers()?.clone();
    let mut writer = Writer::from_writer(Vec::new());
    writer.write_record(&header)?;
    for row in reader.records() {
        let row = row?;
        let id = row.get(0).unwrap_or_default();
        let cells = header.iter().zip(&row).map(|(column, cell)| if blank(id, column) { "" } else { cell });
        writer.write_record(&cells.collect::<StringRecord>())?;
    }
    let bytes = writer.into_inner().map_err(|error| error.into_error())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use crackdown_core::dataset::Text;

    use super::*;

    #[test]
    fn the_light_dataset_is_the_whole_one_but_for_wording() {
        let whole = Package::embedded();
        let files: Vec<_> = light(&whole).expect("cut").into_iter().map(|(_, text)| text.into()).collect();
        let light = Package { resources: files.try_into().expect("six files"), wording: false, ..whole.clone() };
        let [light, whole] = [light, whole].map(|package| Dataset::read(&package).expect("no problems"));
        assert!(whole.wording && !light.wording);
        let without_wording = |dataset: &Dataset| {
            let mut dataset = dataset.clone();
            dataset.wording = false;
            for claim in &mut dataset.claims {
                (claim.text, claim.note, claim.locator) = Default::default();
            }
            for event in &mut dataset.events {
                (event.text, event.note, event.place, event.people) = Default::default();
            }
            dataset.sources.iter_mut().for_each(|source| source.url.clear());
            dataset.metrics.iter_mut().for_each(|metric| metric.definition = Text::default());
            for campaign in &mut dataset.campaigns {
                (campaign.focus, campaign.authority, campaign.note) = Default::default();
                campaign.also_known_as.clear();
            }
            dataset
        };
        assert_eq!(without_wording(&light), without_wording(&whole));
    }
}
