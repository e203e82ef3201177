//! Crackdown Explorer without a browser: what was reported, what follows from it, and how it is drawn, said and exported.

pub mod analysis;
pub mod dataset;
pub mod drawing;
pub mod export;
pub mod locale;
mod named;
pub mod query;
pub mod sort;
#[cfg(test)]
pub(crate) mod testing;

pub use named::Named;
