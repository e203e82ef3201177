//! Characters that readers write in more than one way, folded to one.
//!
//! `build.rs` writes the tables: `TRADITIONAL` and, in the same order, `SIMPLIFIED` characters, of those pairs whose either form
//! occurs in the dataset; `LATIN` and `LATIN_ADDITIONAL` hold the base letters of two Unicode blocks, in order.

use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/fold.rs"));

static SIMPLER: LazyLock<Vec<(char, char)>> = LazyLock::new(|| TRADITIONAL.chars().zip(SIMPLIFIED.chars()).collect());

/// A character in lower case, of plain width, simplified, without diacritics; nothing for marks that only change the one before
/// or the direction of the text.
pub(in crate::query) fn fold(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    };
    let marks = matches!(plain, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let base = match plain {
        '\u{c0}'..='\u{17f}' => nth(LATIN, plain as u32 - 0xc0),
        '\u{1e00}'..='\u{1eff}' => nth(LATIN_ADDITIONAL, plain as u32 - 0x1e00),
        '\u{3400}'..='\u{9fff}' => SIMPLER.binary_search_by_key(&plain, |pair| pair.0).ok().map(|at| SIMPLER[at].1),
        _ => None,
    };
    base.unwrap_or(plain).to_lowercase().filter(move |_| !marks)
}

fn nth(text: &str, at: u32) -> Option<char> {
    text.chars().nth(at as usize)
}

/// A text, every character folded.
pub(in crate::query) fn folded(text: &str) -> String {
    text.chars().flat_map(fold).collect()
}

/// The words that a search text asks for, folded.
pub(in crate::query) fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect()
}

/// A text cut into parts, each with whether a word of the search text stands there.
pub fn highlighted<'a>(text: &'a str, search: &str) -> Vec<(bool, &'a str)> {
    let words = words(search);
    if words.is_empty() || text.is_empty() {
        return vec![(false, text)];
    }
    // Each byte of the folded text remembers the character that it came from.
    let (mut plain, mut origin) = (String::new(), Vec::new());
    for (at, c) in text.char_indices() {
        let start = plain.len();
        plain.extend(fold(c));
        origin.extend(std::iter::repeat_n((at, at + c.len_utf8()), plain.len() - start));
    }
    let found =
        |word: &String| plain.match_indices(word.as_str()).map(|(at, it)| (at, at + it.len())).collect::<Vec<_>>();
    let mut spans: Vec<(usize, usize)> =
        words.iter().flat_map(found).map(|(a, b)| (origin[a].0, origin[b - 1].1)).collect();
    crate::sort::sort_by(&mut spans, |a, b| a.cmp(b));
    let (mut parts, mut done) = (Vec::new(), 0);
    for (start, end) in spans {
        let start = start.max(done);
        if end <= start {
            continue;
        }
        if start > done {
            parts.push((false, &text[done..start]));
        }
        parts.push((true, &text[start..end]));
        done = end;
    }
    if done < text.len() {
        parts.push((false, &text[done..]));
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tables_pair_up() {
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        assert!(SIMPLER.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert_eq!((LATIN.chars().count(), LATIN_ADDITIONAL.chars().count()), (192, 256));
    }

    #[test]
    fn forms_fold_to_one() {
        for (form, plain) in [
            ("緬甸電詐", "缅甸电诈"),
            ("ＹＵＮＮＡＮ", "yunnan"),
            ("Đặng Văn", "dang van"),
            ("Ko\u{301}", "ko"),
            ("Łódź, Þór ÷ Œuvre", "lodz, tor ÷ ouvre"),
        ] {
            assert_eq!(folded(form), plain);
        }
    }

    /// A sample of the characters that a release of the dataset added.
    #[test]
    fn traditional_forms_of_every_character_of_the_dataset_are_folded() {
        assert_eq!(folded("費層辯詢輸屆"), "费层辩询输届");
    }

    #[test]
    fn found_words_are_marked() {
        let parts = highlighted("Yúnnan police: 移交嫌疑人。", "yunnan 移交 ol");
        assert_eq!(
            parts,
            [(true, "Yúnnan"), (false, " p"), (true, "ol"), (false, "ice: "), (true, "移交"), (false, "嫌疑人。")]
        );
    }

    proptest! {
        #[test]
        fn parts_make_the_text(text in any::<String>(), search in any::<String>(), cut in 0usize..9) {
            let own: String = text.chars().skip(cut).take(3).collect();
            for search in [search, own] {
                let parts = highlighted(&text, &search);
                prop_assert_eq!(parts.iter().map(|part| part.1).collect::<String>(), text.as_str());
            }
        }
    }
}
