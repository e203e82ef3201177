//! Writes the light dataset for the page to embed, and a hash of what the page fetches later.

use std::{env, error::Error, fs, path::Path, process::ExitCode};

use crackdown_core::dataset::{DESCRIPTOR, Package, RESOURCES};
use crackdown_site::{checked::checked, fetched::fetched, hash::hash, light::light};

const DATA: &str = "www/data";

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
    let package = Package::read_dir(Path::new(DATA))?;
    let dataset = checked(&package)?;
    let out = env::var("OUT_DIR")?;
    for (file, text) in light(&package, &dataset)? {
        fs::write(Path::new(&out).join(file), text)?;
    }
    fs::write(Path::new(&out).join(DESCRIPTOR), &*package.descriptor)?;
    let fetched = fetched(&dataset)?;
    let tables = RESOURCES.into_iter().zip(package.resources.iter().map(|text| &**text));
    let files = tables.chain([(DESCRIPTOR, &*package.descriptor)]);
    let files = files.chain(fetched.iter().map(|(name, text)| (*name, text.as_str())));
    println!("cargo::rustc-env=DATASET_HASH={:016x}", hash(files));
    Ok(())
}
