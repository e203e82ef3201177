//! The files of a Data Package, as texts.

use std::{borrow::Cow, fs, io, path::Path};

/// Name of the descriptor.
pub const DESCRIPTOR: &str = "datapackage.json";

/// Names of the resources' files: sources, metrics, areas, campaigns, claims, events.
pub const RESOURCES: [&str; 6] =
    ["sources.csv", "metrics.csv", "areas.csv", "campaigns.csv", "claims.csv", "events.csv"];

/// The texts of a Data Package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package<'a> {
    /// `datapackage.json`.
    pub descriptor: Cow<'a, str>,
    /// The CSV files in the order of [`RESOURCES`].
    pub resources: [Cow<'a, str>; 6],
    /// Whether wording and the addresses of sources must be there.
    pub wording: bool,
}

impl Package<'static> {
    /// The dataset of this repository.
    pub fn embedded() -> Self {
        let resources = [
            include_str!("../../../../www/data/sources.csv"),
            include_str!("../../../../www/data/metrics.csv"),
            include_str!("../../../../www/data/areas.csv"),
            include_str!("../../../../www/data/campaigns.csv"),
            include_str!("../../../../www/data/claims.csv"),
            include_str!("../../../../www/data/events.csv"),
        ];
        let descriptor = include_str!("../../../../www/data/datapackage.json").into();
        Self { descriptor, resources: resources.map(Cow::Borrowed), wording: true }
    }

    /// The package in a directory.
    ///
    /// # Errors
    /// The name of the first file that cannot be read, and why.
    pub fn read_dir(directory: &Path) -> Result<Self, PackageError> {
        let text = |file: &str| {
            let path = directory.join(file);
            let text = fs::read_to_string(&path).map(Cow::Owned);
            text.map_err(|error| PackageError { path: path.display().to_string(), error })
        };
        let mut resources: [Cow<'static, str>; 6] = Default::default();
        for (slot, file) in resources.iter_mut().zip(RESOURCES) {
            *slot = text(file)?;
        }
        Ok(Self { descriptor: text(DESCRIPTOR)?, resources, wording: true })
    }
}

/// A file of a package that could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {error}")]
pub struct PackageError {
    path: String,
    #[source]
    error: io::Error,
}
