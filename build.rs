//! Writes the light dataset for the page to embed, and a hash of what the page fetches later.

use std::{env, error::Error, fs, path::Path, process::ExitCode};

use crackdown_core::dataset::{DESCRIPTOR, Package};
use crackdown_site::{hash::of_folders, light::light};

const DATA: &str = "www/data";
const MAP: &str = "www/map";

fn main() -> ExitCode {
    for folder in [DATA, MAP] {
        println!("cargo::rerun-if-changed={folder}");
    }
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
    let out = env::var("OUT_DIR")?;
    for (file, text) in light(&package)? {
        fs::write(Path::new(&out).join(file), text)?;
    }
    fs::write(Path::new(&out).join(DESCRIPTOR), &*package.descriptor)?;
    println!("cargo::rustc-env=DATASET_HASH={:016x}", of_folders(&[Path::new(DATA), Path::new(MAP)])?);
    Ok(())
}
