//! The light dataset: figures and dates of everything, wording of the rows that the first view shows. The page fetches the whole
//! dataset when a reader asks for more.

use std::collections::BTreeSet;

use crackdown_core::{
    dataset::{Dataset, LANGUAGES, Package, RESOURCES},
    query::{FIRST_ROWS, Index, Selection, records},
};
use csv::{ReaderBuilder, StringRecord, Writer};
use thiserror::Error;

/// Columns that hold wording.
const WORDING: [&str; 4] = ["locator", "place", "people", "also_known_as"];
/// Columns that hold wording in each language, without its code.
const TEXTS: [&str; 5] = ["text", "note", "definition", "focus", "authority"];

/// A table that could not be cut.
#[derive(Debug, Error)]
#[error("{0}: {1}")]
pub struct LightError(&'static str, csv::Error);

/// Name and text of every file of the light dataset, in the order of [`RESOURCES`]; `dataset` is what the package holds.
///
/// # Errors
/// Where a table is no CSV.
pub fn light(package: &Package, dataset: &Dataset) -> Result<Vec<(&'static str, String)>, LightError> {
    let index = Index::new(dataset, []);
    let first: Vec<_> =
        records(dataset, &index, Selection::default().record_request()).into_iter().take(FIRST_ROWS).collect();
    let shown: BTreeSet<&str> = first.iter().map(|record| record.id().as_str()).collect();
    let cited: BTreeSet<&str> = first.iter().map(|record| record.source().as_str()).collect();
    let blank = |file: &str, id: &str, column: &str| match file {
        "areas.csv" => false,
        "sources.csv" => column == "url" && !cited.contains(id),
        _ => is_wording(column) && !shown.contains(id),
    };
    let tables = RESOURCES.into_iter().zip(&package.resources);
    tables
        .map(|(file, text)| {
            let table = without(text, |id, column| blank(file, id, column));
            table.map(|table| (file, table)).map_err(|error| LightError(file, error))
        })
        .collect()
}

fn is_wording(column: &str) -> bool {
    let text = column.rsplit_once('_').filter(|(_, language)| LANGUAGES.contains(language));
    WORDING.contains(&column) || text.is_some_and(|(stem, _)| TEXTS.contains(&stem))
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
    use crate::testing::fixture;

    #[test]
    fn the_light_dataset_is_the_whole_one_but_for_wording() {
        let whole = fixture();
        let dataset = Dataset::read(&whole).expect("no problems");
        let files: Vec<_> = light(&whole, &dataset).expect("cut").into_iter().map(|(_, text)| text.into()).collect();
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
