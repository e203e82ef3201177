//! Names of files.

use form_urlencoded::parse;

/// Longest name of a selection in a file's name, in characters.
const LIMIT: usize = 80;

/// A name that says what and when: the selection's query and the day of the dataset (ISO 8601), as
/// `crackdown-claims_area-MMR_2026-11-23.csv`. Letters, digits, `-` and `_` only, whatever the query holds.
pub fn file_name(what: &str, query: &str, created: &str, extension: &str) -> String {
    let selected = parse(query.as_bytes()).filter(|(key, _)| key != "theme");
    let mut selected: String = selected.map(|(key, value)| format!("_{}-{}", plain(&key), plain(&value))).collect();
    selected.truncate(LIMIT);
    format!("crackdown-{}{selected}_{}.{extension}", plain(what), plain(created.get(..10).unwrap_or_default()))
}

fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
