//! Exports: records as CSV, JSON, Markdown, text and Data Package; citations; drawings as files of their own.
//!
//! All of it is made from values without a browser, so that a test can read it and a build can write it.

mod cell;
pub mod citation;
mod csv;
mod datapackage;
mod embed_code;
mod json;
mod markdown;
mod name;
mod record_line;
mod rows;
pub mod svg;
#[cfg(test)]
mod tests;
mod text;
mod zip;

pub use cell::Cell;
pub use csv::csv;
pub use datapackage::files;
pub use embed_code::embed_code;
pub use name::file_name;
pub use rows::Sheet;
pub use zip::zip;

use crate::{
    dataset::Dataset,
    locale::{Language, Words},
    query::Record,
};

/// A format in which the listed records leave the page. A new one is a file with such a constant, and a line in [`TableFormat::ALL`].
#[derive(Clone, Copy, Debug)]
pub struct TableFormat {
    /// Its name on a button.
    pub label: fn(&Words) -> &'static str,
    /// What the file's name says it holds.
    pub stem: &'static str,
    /// Extension of the file's name, without the dot.
    pub extension: &'static str,
    /// Media type.
    pub mime: &'static str,
    /// How readers use it.
    pub delivery: Delivery,
    /// Writes the records; a text as UTF-8.
    pub write: fn(&ExportContext) -> Vec<u8>,
}

/// How an export reaches the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// As a file.
    File,
    /// As a text on the clipboard.
    Clipboard,
}

impl TableFormat {
    /// All formats, in the order offered.
    pub const ALL: &[Self] =
        &[csv::FORMAT, csv::EXCEL, json::FORMAT, datapackage::FORMAT, markdown::FORMAT, text::FORMAT];

    /// Name of the file.
    pub fn file_name(&self, context: &ExportContext) -> String {
        file_name(self.stem, context.query, &context.dataset.created, self.extension)
    }
}

/// What is exported: records of a dataset, in one language's words, and where they were selected.
#[derive(Clone, Copy, Debug)]
pub struct ExportContext<'a> {
    /// The dataset they are of; its wording must be there.
    pub dataset: &'a Dataset,
    /// The dataset's `datapackage.json`.
    pub descriptor: &'a str,
    /// Claims and events, in the order listed.
    pub records: &'a [Record<'a>],
    /// Language of names and sentences.
    pub language: Language,
    /// Address of the explorer's document, without a query.
    pub site: &'a str,
    /// The selection as a query, without `?`; empty for the whole dataset.
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

    /// Title, version and date of the dataset, and address of the view.
    fn origin(&self) -> String {
        let day = self.dataset.created.get(..10).unwrap_or_default();
        format!("{} {} {day} {}", self.language.words().site.title, self.dataset.version, self.link())
    }
}
