//! A hash of files that is the same with every compiler and on every machine.

use std::hash::Hasher;

use fnv::FnvHasher;

/// The hash of files, each as name and text. Their order counts.
pub fn hash<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> u64 {
    let mut hasher = FnvHasher::default();
    for part in files.into_iter().flat_map(|(name, text)| [name, text]) {
        // With the length in front, no text can run on into the next file's name.
        hasher.write(&(part.len() as u64).to_le_bytes());
        hasher.write(part.as_bytes());
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_and_text_counts() {
        let hashes = [
            hash([]),
            hash([("a", "")]),
            hash([("", "a")]),
            hash([("a", "b")]),
            hash([("ab", "")]),
            hash([("a", "b"), ("c", "")]),
            hash([("a", ""), ("b", "c")]),
        ];
        for (at, one) in hashes.iter().enumerate() {
            assert!(!hashes[at + 1..].contains(one), "{at}: {hashes:x?}");
        }
    }

    /// FNV-1a (64 bits) of the two parts, each behind its length as eight bytes.
    #[test]
    fn the_hash_is_stable() {
        assert_eq!(hash([("claims.csv", "id\n")]), 0x47b01c46a0ebb05c);
    }
}
