//! Writes the light dataset for the page to embed, and a hash of what the page fetches later.

use std::{env, error::Error, fs, path::Path};

use crackdown_core::dataset::{DESCRIPTOR, Package};
use crackdown_site::{hash::of_folders, light::light};

const DATA: &str = "www/data";
const MAP: &str = "www/map";

fn main() -> Result<(), Box<dyn Error>> {
    for folder in [DATA, MAP] {
        println!("cargo::rerun-if-changed={folder}");
    }
    let package = Package::read_dir(Path::new(DATA))?;
    let out = env::var("OUT_DIR")?;
    for (file, text) in light(&package)? {
        fs::write(Path::new(&out).join(file), text)?;
    }
    fs::write(Path::new(&out).join(DESCRIPTOR), &*package.descriptor)?;
    println!("cargo::rustc-env=DATASET_HASH={:016x}", of_folders(&[Path::new(DATA), Path::new(MAP)])?);
    Ok(())
}
