//! What the site is built from besides the page itself. Native only.

pub mod card;
pub mod checked;
pub mod feeds;
pub mod fetched;
pub mod geography;
pub mod hash;
pub mod light;

#[cfg(test)]
mod testing {
    use std::path::Path;

    use crackdown_core::dataset::Package;

    /// The frozen package of `tests/fixture`.
    pub fn fixture() -> Package<'static> {
        let directory = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixture");
        Package::read_dir(Path::new(directory)).expect("the fixture")
    }
}
