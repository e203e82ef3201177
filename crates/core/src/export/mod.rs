//! What leaves: records as CSV, JSON, Markdown, text and Data Package; citations; drawings as files of their own.
//!
//! Everything is precomputed out from values, so that a test can read it and a build can write it without a browser.

pub mod citation;
mod csv;
mod datapackage;
mod embed_code;
mod lines;
mod name;
mod rows;
pub mod svg;
#[cfg(test)]
mod tests;
mod zip;

pub use csv::csv;
pub use datapackage::{files, package};
pub use embed_code::embed_code;
pub use lines::{json, markdown, text};
pub use name::file_name;
pub use rows::{Cell, Sheet};
pub use zip::zip;

use crate::{dataset::Dataset, locale::Language, query::Record};

/// What is context away: records of a record, in one language's words, and where they were selected.
#[derive(Clone, Copy, Debug)]
pub struct ExportContext<'a> {
    /// The record they are of; its wording must be there.
    pub dataset: &'a Dataset,
    /// Claims and events, in the order asked for.
    pub records: &'a [Record<'a>],
    /// Language of names and sentences.
    pub language: Language,
    /// Address of the explorer's document, without a query.
    pub site: &'a str,
    /// The selection as a query, without `?`; empty for the whole record.
    pub query: &'a str,
}

impl ExportContext<'_> {
    /// Address of the view that shows these records.
    pub fn link(&self) -> String {
        if self.query.is_empty() { self.site.to_owned() } else { format!("{}?{}", self.site, self.query) }
    }

    /// Address of a claim or event.
    pub fn permalink(&self, id: &str) -> String {
        format!("{}?claim={id}", self.site)
    }
}
