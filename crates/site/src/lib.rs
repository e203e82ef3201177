//! What the site is built from besides the page itself. Native only.

pub mod address;
pub mod card;
pub mod checked;
pub mod document;
pub mod feeds;
pub mod fetched;
pub mod geography;
pub mod hash;
pub mod light;
pub mod page;
pub mod styles;

#[cfg(test)]
mod testing {
    use std::path::Path;

    use crackdown_core::dataset::{Dataset, Package};

    /// The frozen package of `tests/fixture`.
    pub fn fixture() -> Package<'static> {
        let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixture");
        Package::read_dir(Path::new(directory)).expect("the fixture")
    }

    /// What it holds.
    pub fn dataset() -> Dataset {
        Dataset::read(&fixture()).expect("no problems")
    }
}
