//! Words, numbers and dates in English and Simplified Chinese.

mod format;
mod names;
mod words;

pub use words::{EN, Words, ZH};

use crate::dataset::Text;

/// A language of the explorer. Each has a document of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, at the root of the site.
    #[default]
    English,
    /// Simplified Chinese, under `zh/`.
    Chinese,
}

impl Language {
    /// The language of a document's `lang` attribute; English where it is none of ours.
    pub fn of_document(lang: &str) -> Self {
        if lang.to_ascii_lowercase().starts_with("zh") { Self::Chinese } else { Self::English }
    }

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh-Hans",
        }
    }

    /// The interface's words.
    pub fn words(self) -> &'static Words {
        match self {
            Self::English => &EN,
            Self::Chinese => &ZH,
        }
    }

    /// The side of a bilingual text.
    pub fn pick(self, text: &Text) -> &str {
        match self {
            Self::English => &text.en,
            Self::Chinese => &text.zh,
        }
    }

    /// The way from this language's document to the root of the site.
    pub fn root(self) -> &'static str {
        match self {
            Self::English => "./",
            Self::Chinese => "../",
        }
    }
}
