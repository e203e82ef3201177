//! A package as a dataset, with all that is wrong with it in one error.

use crackdown_core::dataset::{Dataset, Package, Problem};
use thiserror::Error;

/// The problems of a package, one a line.
#[derive(Debug, Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct Problems(Vec<Problem>);

/// Reads and checks a package.
///
/// # Errors
/// Every breach of the format's rules.
pub fn checked(package: &Package) -> Result<Dataset, Problems> {
    Dataset::read(package).map_err(Problems)
}
