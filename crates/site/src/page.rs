//! The pages of the site and where they are.

use crackdown_core::locale::Language;

/// The pages that each language has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The explorer.
    Explorer,
    /// Every claim and event.
    Evidence,
}

impl Page {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Explorer, Self::Evidence];

    /// File within the folder of its language.
    pub fn file(self) -> &'static str {
        match self {
            Self::Explorer => "index.html",
            Self::Evidence => "evidence.html",
        }
    }

    /// The way to the page from the site's root; the explorer's is that of its folder.
    pub fn path(self, language: Language) -> String {
        let file = match self {
            Self::Explorer => "",
            Self::Evidence => self.file(),
        };
        format!("{}{file}", language.path())
    }
}
