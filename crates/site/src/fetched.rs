//! Files that the page fetches after it has started and that are made when the site is built. The prerender writes them, and the build
//! hashes them, so that the address of a file changes with its text.

use crackdown_core::{dataset::Dataset, drawing::map::Basemap};

use crate::geography::{self, GeographyError};

/// Name and text of each file.
///
/// # Errors
/// Where a topology cannot be read.
pub fn fetched(dataset: &Dataset) -> Result<Vec<(&'static str, String)>, GeographyError> {
    Ok(vec![
        ("map/region.txt", of_dataset(geography::region_in_detail()?, dataset).to_text()),
        ("map/world.txt", of_dataset(geography::world()?, dataset).to_text()),
    ])
}

/// A geography that has, of the areas beyond it, those of the dataset.
pub fn of_dataset(mut basemap: Basemap, dataset: &Dataset) -> Basemap {
    basemap.edges.retain(|(code, _)| dataset.area(code).is_some());
    basemap
}
