//! A hash of files that is the same with every compiler and on every machine.

use std::{fs, hash::Hasher, io, path::Path};

use fnv::FnvHasher;

/// The hash of the names and contents of all files in some folders, in the order of their names. Folders inside are left out.
///
/// # Errors
/// Where a folder or file cannot be read.
pub fn of_folders(folders: &[&Path]) -> io::Result<u64> {
    let mut hasher = FnvHasher::default();
    for folder in folders {
        let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        files.sort();
        for file in files.iter().filter(|file| file.is_file()) {
            hasher.write(file.file_name().unwrap_or_default().to_string_lossy().as_bytes());
            hasher.write(&fs::read(file)?);
        }
    }
    Ok(hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_counts() {
        let folder = std::env::temp_dir().join(format!("crackdown-hash-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let hash = || of_folders(&[&folder]).unwrap();
        fs::write(folder.join("claims.csv"), "id").unwrap();
        let one = hash();
        fs::write(folder.join("areas.csv"), "code").unwrap();
        let two = hash();
        fs::write(folder.join("areas.csv"), "code,kind").unwrap();
        let three = hash();
        assert!(one != two && two != three && one != three);
        fs::remove_dir_all(&folder).unwrap();
    }
}
