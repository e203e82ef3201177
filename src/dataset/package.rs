//! The files of a Data Package, as texts.

use std::borrow::Cow;

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
}

impl Package<'static> {
    /// The record that the crate was built with.
    pub fn embedded() -> Self {
        Self {
            descriptor: include_str!("../../www/data/datapackage.json").into(),
            resources: [
                include_str!("../../www/data/sources.csv").into(),
                include_str!("../../www/data/metrics.csv").into(),
                include_str!("../../www/data/areas.csv").into(),
                include_str!("../../www/data/campaigns.csv").into(),
                include_str!("../../www/data/claims.csv").into(),
                include_str!("../../www/data/events.csv").into(),
            ],
        }
    }

    /// The package in a directory.
    ///
    /// # Errors
    /// The name of the first file that cannot be read, and why.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn read_dir(directory: &std::path::Path) -> Result<Self, PackageError> {
        let text = |file: &str| {
            let path = directory.join(file);
            std::fs::read_to_string(&path)
                .map(Cow::Owned)
                .map_err(|error| PackageError { path: path.display().to_string(), error })
        };
        let mut resources: [Cow<'static, str>; 6] = Default::default();
        for (slot, file) in resources.iter_mut().zip(RESOURCES) {
            *slot = text(file)?;
        }
        Ok(Self { descriptor: text(DESCRIPTOR)?, resources })
    }
}

/// A file of a package that could not be read.
#[cfg(not(target_arch = "wasm32"))]
#[derive(Debug, thiserror::Error)]
#[error("{path}: {error}")]
pub struct PackageError {
    path: String,
    #[source]
    error: std::io::Error,
}
