//! The dataset of this build: the light one in the program, the whole one from files beside it.

use std::borrow::Cow;

use crackdown_core::dataset::Package;

/// Changes with every file of the dataset and the geography. Part of the addresses of fetched files, so that a cache keeps no
/// older release.
pub const DATASET_HASH: &str = env!("DATASET_HASH");

/// Names of the resources that differ between the light and the whole dataset, in the order of [`whole`].
pub const FETCHED: [&str; 5] = ["sources.csv", "metrics.csv", "campaigns.csv", "claims.csv", "events.csv"];

const AREAS: &str = include_str!(concat!(env!("OUT_DIR"), "/areas.csv"));
/// The dataset's `datapackage.json`.
pub const DESCRIPTOR: &str = include_str!(concat!(env!("OUT_DIR"), "/datapackage.json"));

/// The dataset without the wording that the first view does not show; see `crackdown_site::light`.
pub fn light() -> Package<'static> {
    let light = [
        include_str!(concat!(env!("OUT_DIR"), "/sources.csv")),
        include_str!(concat!(env!("OUT_DIR"), "/metrics.csv")),
        include_str!(concat!(env!("OUT_DIR"), "/campaigns.csv")),
        include_str!(concat!(env!("OUT_DIR"), "/claims.csv")),
        include_str!(concat!(env!("OUT_DIR"), "/events.csv")),
    ];
    package(light.map(Cow::Borrowed), false)
}

/// The whole dataset, from the texts of the files named in [`FETCHED`].
pub fn whole(files: [String; 5]) -> Package<'static> {
    package(files.map(Cow::Owned), true)
}

fn package([sources, metrics, campaigns, claims, events]: [Cow<'static, str>; 5], wording: bool) -> Package<'static> {
    Package {
        descriptor: DESCRIPTOR.into(),
        resources: [sources, metrics, AREAS.into(), campaigns, claims, events],
        wording,
    }
}
