//! The files of a Data Package, as texts.

use std::borrow::Cow;

/// Name of the descriptor.
pub const DESCRIPTOR: &str = "datapackage.json";

/// Names of the resources' files: sources, metrics, areas, campaigns, claims, events.
pub const RESOURCES: [&str; 6] =
    ["sources.csv", "metrics.csv", "areas.csv", "campaigns.csv", "claims.csv", "events.csv"];

/// The files of [`RESOURCES`] that hold wording.
pub const WORDED: [&str; 5] = ["sources.csv", "metrics.csv", "campaigns.csv", "claims.csv", "events.csv"];

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

/// Changes with the record, so that a stored copy of an older one is told apart.
pub const RECORD_HASH: &str = env!("RECORD_HASH");

impl Package<'static> {
    /// The record that the crate was built with.
    pub fn embedded() -> Self {
        let whole = [
            include_str!("../../www/data/sources.csv"),
            include_str!("../../www/data/metrics.csv"),
            include_str!("../../www/data/campaigns.csv"),
            include_str!("../../www/data/claims.csv"),
            include_str!("../../www/data/events.csv"),
        ];
        Self::of_files(whole.map(Cow::Borrowed), true)
    }

    /// The embedded record without the wording that the first view does not show; `build.rs` cuts it.
    pub fn light() -> Self {
        let light = [
            include_str!(concat!(env!("OUT_DIR"), "/sources.csv")),
            include_str!(concat!(env!("OUT_DIR"), "/metrics.csv")),
            include_str!(concat!(env!("OUT_DIR"), "/campaigns.csv")),
            include_str!(concat!(env!("OUT_DIR"), "/claims.csv")),
            include_str!(concat!(env!("OUT_DIR"), "/events.csv")),
        ];
        Self::of_files(light.map(Cow::Borrowed), false)
    }

    /// The whole record, of the texts of the files named in [`WORDED`].
    pub fn of_worded(files: [String; 5]) -> Self {
        Self::of_files(files.map(Cow::Owned), true)
    }

    fn of_files([sources, metrics, campaigns, claims, events]: [Cow<'static, str>; 5], wording: bool) -> Self {
        let areas = include_str!("../../www/data/areas.csv").into();
        let descriptor = include_str!("../../www/data/datapackage.json").into();
        Self { descriptor, resources: [sources, metrics, areas, campaigns, claims, events], wording }
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
        Ok(Self { descriptor: text(DESCRIPTOR)?, resources, wording: true })
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
