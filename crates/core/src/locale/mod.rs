//! The languages of the interface, one file each for words, numbers and dates.
//!
//! A language is a file like `en.rs`, a line in [`Language`], its code in [`dataset::LANGUAGES`](crate::dataset::LANGUAGES) and the
//! columns of the dataset that end on that code.

mod en;
mod format;
mod names;
mod periods;
mod words;
mod zh;

use crate::dataset::{LANGUAGES, Text};
use format::Formats;
pub use words::Words;

/// One language: where its document is, its words and its formats.
struct Locale {
    /// BCP 47 tag. Its first part is the language's code in the dataset.
    tag: &'static str,
    /// Directory of its document below the root of the site: empty or with a slash at its end.
    path: &'static str,
    /// What the language calls itself.
    name: &'static str,
    /// How it writes figures, dates and lists.
    formats: Formats,
    /// The words of the interface.
    words: Words,
}

/// Declares the languages, each with the module that has its [`Locale`], in the order of the dataset's.
macro_rules! languages {
    ($($(#[$attribute:meta])* $name:ident: $module:ident,)+) => {
        /// A language of the explorer. Each has a document of its own.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum Language {
            $($(#[$attribute])* $name,)+
        }

        impl Language {
            /// Every language, in the order of [`LANGUAGES`].
            pub const ALL: [Self; LANGUAGES.len()] = [$(Self::$name,)+];

            fn locale(self) -> &'static Locale {
                match self {
                    $(Self::$name => &$module::LOCALE,)+
                }
            }
        }
    };
}

languages! {
    /// English, at the root of the site.
    #[default]
    English: en,
    /// Simplified Chinese, under `zh/`.
    Chinese: zh,
}

impl Language {
    /// The language of a document's `lang` attribute; the first one where none has that code.
    ///
    /// ```
    /// use crackdown_core::locale::Language;
    /// assert_eq!(Language::of_document("zh-Hans"), Language::Chinese);
    /// assert_eq!(Language::of_document("fr"), Language::English);
    /// ```
    pub fn of_document(lang: &str) -> Self {
        let code = lang.split('-').next().unwrap_or_default();
        let own = |language: &Self| LANGUAGES[*language as usize].eq_ignore_ascii_case(code);
        Self::ALL.into_iter().find(own).unwrap_or_default()
    }

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        self.locale().tag
    }

    /// What the language calls itself.
    pub fn name(self) -> &'static str {
        self.locale().name
    }

    /// The interface's words.
    pub fn words(self) -> &'static Words {
        &self.locale().words
    }

    /// A text in this language.
    pub fn pick(self, text: &Text) -> &str {
        text.at(self as usize)
    }

    /// The other languages.
    pub fn others(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |other| *other != self)
    }

    /// The directory of this language's document below the root of the site: empty, or with a slash at its end.
    pub fn path(self) -> &'static str {
        self.locale().path
    }

    /// The way from this language's document to the root of the site.
    pub fn root(self) -> &'static str {
        if self.path().is_empty() { "./" } else { "../" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_those_of_the_dataset() {
        assert_eq!(Language::ALL.map(|language| language.tag().split('-').next().unwrap()), LANGUAGES);
        assert_eq!(Language::ALL.map(|language| Language::of_document(language.tag())), Language::ALL);
        assert_eq!(Language::ALL[0].path(), "");
        // The way to the root climbs one directory.
        assert!(Language::ALL.iter().skip(1).all(|language| language.path().matches('/').count() == 1));
    }

    #[test]
    fn a_text_is_picked_by_language() {
        let text = Text::default().with("en", "Myanmar").with("zh", "缅甸");
        assert_eq!((Language::English.pick(&text), Language::Chinese.pick(&text)), ("Myanmar", "缅甸"));
    }
}
