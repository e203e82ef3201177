//! Names of files and keys of citations.

use std::borrow::Cow;

use form_urlencoded::parse;

use super::zip::crc32;

/// Key under which the page as a whole is cited.
const PAGE_KEY: &str = "crackdown-explorer";

/// Longest name of a selection, in characters.
const LIMIT: usize = 80;

/// A name that says what and when: the selection's query and the day of the dataset (ISO 8601), as
/// `crackdown-claims_area-MMR_2026-11-23.csv`. Letters, digits, `-` and `_` only, whatever the query holds.
pub fn file_name(what: &str, query: &str, created: &str, extension: &str) -> String {
    let mut selected: String = selected(query).map(|part| format!("_{part}")).collect();
    selected.truncate(LIMIT);
    format!("crackdown-{}{selected}_{}.{extension}", plain(what), plain(created.get(..10).unwrap_or_default()))
}

/// A citation's key for a view, of a–z, 0–9 and `-`: what is selected, as far as these letters write it, and a checksum of all of it.
pub(super) fn citation_key(query: &str) -> String {
    let mut words = selected(query).collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if words.is_empty() {
        return PAGE_KEY.to_owned();
    }
    words.truncate(LIMIT);
    let exactly: String = parameters(query).map(|(name, value)| format!("{name}={value}\n")).collect();
    format!("{PAGE_KEY}-{}-{:08x}", words.trim_end_matches('-'), crc32(exactly.as_bytes()))
}

/// Each parameter as `name-value`.
fn selected(query: &str) -> impl Iterator<Item = String> {
    parameters(query).map(|(name, value)| format!("{}-{}", plain(&name), plain(&value)))
}

/// The parameters of a query but for those that say how the page looks.
fn parameters(query: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    parse(query.as_bytes()).filter(|(name, _)| name != "theme")
}

fn plain(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
