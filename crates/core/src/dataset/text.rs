//! Texts in every language of the dataset.

use std::{array, collections::BTreeMap};

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeMap};

/// Codes of the languages that the dataset has every text in. The columns of a text end on them: `text_en`, `text_zh`.
pub const LANGUAGES: [&str; 2] = ["en", "zh"];

/// A sentence or name in every one of [`LANGUAGES`], which are its keys where it is serialised.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text([String; LANGUAGES.len()]);

impl Text {
    /// A text from what `of` says for each language's code.
    pub fn of(of: impl FnMut(&'static str) -> String) -> Self {
        Self(LANGUAGES.map(of))
    }

    /// The text with another wording in one language.
    #[must_use]
    pub fn with(mut self, language: &str, wording: &str) -> Self {
        for (own, code) in self.0.iter_mut().zip(LANGUAGES) {
            if code == language {
                wording.clone_into(own);
            }
        }
        self
    }

    /// The wording in the language at a place in [`LANGUAGES`]; empty beyond them.
    pub fn at(&self, language: usize) -> &str {
        self.0.get(language).map_or("", String::as_str)
    }

    /// The wording in the language with a code; empty where the dataset does not have it.
    pub fn get(&self, language: &str) -> &str {
        LANGUAGES.iter().position(|code| *code == language).map_or("", |at| self.at(at))
    }

    /// The wordings in the order of [`LANGUAGES`].
    pub fn all(&self) -> array::IntoIter<&str, { LANGUAGES.len() }> {
        self.0.each_ref().map(String::as_str).into_iter()
    }

    /// Whether there is no wording in any language.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(LANGUAGES.len()))?;
        for (language, wording) in LANGUAGES.iter().zip(&self.0) {
            map.serialize_entry(language, wording)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut wordings = BTreeMap::<String, String>::deserialize(deserializer)?;
        Ok(Self::of(|language| wordings.remove(language).unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_an_object_with_a_key_for_each_language() {
        let text = Text::default().with("en", "Laos").with("zh", "老挝");
        let json = serde_json::to_string(&text).unwrap();
        assert_eq!(json, r#"{"en":"Laos","zh":"老挝"}"#);
        assert_eq!(serde_json::from_str::<Text>(&json).unwrap(), text);
    }

    #[test]
    fn a_language_that_the_dataset_lacks_has_no_wording() {
        let text = Text::of(str::to_owned);
        assert_eq!((text.get("zh"), text.get("fr"), text.at(2)), ("zh", "", ""));
        assert_eq!(text.all().collect::<Vec<_>>(), LANGUAGES);
        assert!(!text.is_empty() && Text::default().is_empty());
    }
}
