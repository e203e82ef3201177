//! Writes the tables by which the search folds characters: see `src/query/search/fold.rs`.

use std::{collections::HashSet, env, error::Error, fs, ops::RangeInclusive, path::Path, process::ExitCode};

use simplecc::dicts::T2S;
use unicode_normalization::UnicodeNormalization;

/// The dataset, whose characters decide which Chinese ones are folded.
const DATA: &str = "../../www/data";

/// Chinese characters of the Basic Multilingual Plane.
const CHINESE: RangeInclusive<char> = '\u{3400}'..='\u{9fff}';

/// Latin-1 letters to Latin Extended-A, and Latin Extended Additional, which Vietnamese needs.
const LATIN: [RangeInclusive<char>; 2] = ['\u{c0}'..='\u{17f}', '\u{1e00}'..='\u{1eff}'];

/// Letters that Unicode does not decompose, and the letters that people without them on the keyboard type first.
const PLAIN: [(char, char); 17] = [
    ('æ', 'a'),
    ('ð', 'd'),
    ('đ', 'd'),
    ('ħ', 'h'),
    ('ı', 'i'),
    ('ĳ', 'i'),
    ('ĸ', 'k'),
    ('ŀ', 'l'),
    ('ł', 'l'),
    ('ŉ', 'n'),
    ('ŋ', 'n'),
    ('œ', 'o'),
    ('ø', 'o'),
    ('ſ', 's'),
    ('ß', 's'),
    ('ŧ', 't'),
    ('þ', 't'),
];

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={DATA}");
    match write() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write() -> Result<(), Box<dyn Error>> {
    let pairs = traditional(&characters(Path::new(DATA))?);
    let traditional: String = pairs.iter().map(|pair| pair.0).collect();
    let simplified: String = pairs.iter().map(|pair| pair.1).collect();
    let [latin, latin_additional] = LATIN.map(|block| block.map(base).collect::<String>());
    let tables = format!(
        "const TRADITIONAL: &str = {traditional:?};\nconst SIMPLIFIED: &str = {simplified:?};\n\
         const LATIN: &str = {latin:?};\nconst LATIN_ADDITIONAL: &str = {latin_additional:?};\n"
    );
    Ok(fs::write(Path::new(&env::var("OUT_DIR")?).join("fold.rs"), tables)?)
}

/// The characters of all tables in a folder.
fn characters(folder: &Path) -> Result<HashSet<char>, String> {
    let named = |path: &Path, error: &dyn Error| format!("{}: {error}", path.display());
    let mut found = HashSet::new();
    for entry in fs::read_dir(folder).map_err(|error| named(folder, &error))? {
        let path = entry.map_err(|error| named(folder, &error))?.path();
        if path.extension().is_some_and(|extension| extension == "csv") {
            found.extend(fs::read_to_string(&path).map_err(|error| named(&path, &error))?.chars());
        }
    }
    Ok(found)
}

/// Traditional characters in code point order, each with its first simplified form by OpenCC's table (Apache-2.0), where some
/// text has either.
fn traditional(used: &HashSet<char>) -> Vec<(char, char)> {
    let pair = |traditional: char| {
        let simplified = T2S.replace_all(traditional.encode_utf8(&mut [0; 4])).chars().next()?;
        let needed = used.contains(&traditional) || used.contains(&simplified);
        (simplified != traditional && needed).then_some((traditional, simplified))
    };
    CHINESE.filter_map(pair).collect()
}

/// The letter of a letter with diacritics, in lower case.
fn base(letter: char) -> char {
    let base = letter.nfd().next().and_then(|base| base.to_lowercase().next()).unwrap_or(letter);
    PLAIN.iter().find(|pair| pair.0 == base).map_or(base, |pair| pair.1)
}
