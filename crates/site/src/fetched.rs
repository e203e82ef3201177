//! Files that the page fetches after it has started and that are made when the site is built. The prerender writes them, and the build
//! hashes them, so that the address of a file changes with its text.

use crackdown_core::{dataset::Dataset, drawing::map::Basemap};
use thiserror::Error;

use crate::{
    geography::{self, GeographyError},
    styles::{STYLESHEET, StyleError, export},
};

/// A file that cannot be made.
#[derive(Debug, Error)]
#[error(transparent)]
pub enum FetchedError {
    /// A topology cannot be read.
    Geography(#[from] GeographyError),
    /// The stylesheet has what saved drawings cannot have.
    Style(#[from] StyleError),
}

/// Name and text of each file.
///
/// # Errors
/// See [`FetchedError`].
pub fn fetched(dataset: &Dataset) -> Result<Vec<(&'static str, String)>, FetchedError> {
    Ok(vec![
        ("map/region.txt", of_dataset(geography::region_in_detail()?, dataset).to_text()),
        ("map/world.txt", of_dataset(geography::world()?, dataset).to_text()),
        ("export.css", export(STYLESHEET)?),
    ])
}

/// A geography that has, of the areas beyond it, those of the dataset.
pub fn of_dataset(mut basemap: Basemap, dataset: &Dataset) -> Basemap {
    basemap.edges.retain(|(code, _)| dataset.area(code).is_some());
    basemap
}
