//! Exported packages are read by the linter, and by Frictionless where `FRICTIONLESS` names its command.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::{env, fs, path::Path, process::Command};

use crackdown_core::{
    dataset::{Dataset, Package},
    export::{ExportContext, files},
    locale::Language,
    query::{Index, Selection, records},
};

#[test]
fn an_exported_package_passes_the_linter() {
    let fixture = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixture");
    let package = Package::read_dir(Path::new(fixture)).expect("the fixture");
    let dataset = Dataset::read(&package).expect("no problems");
    for query in ["area=MMR&from=2023-01&to=2023-11", "scope=article", "q=no such words"] {
        let (selection, _) = Selection::from_query(&dataset, query);
        let found = records(&dataset, &Index::new(&dataset, []), selection.record_request());
        let context = ExportContext {
            dataset: &dataset,
            descriptor: &package.descriptor,
            records: &found,
            language: Language::English,
            site: "https://example.org/",
            query,
        };
        let name: String = query.chars().filter(char::is_ascii_alphanumeric).collect();
        let directory = env::temp_dir().join(format!("crackdown-export-{}-{name}", std::process::id()));
        fs::create_dir_all(&directory).unwrap();
        for (name, text) in files(&context) {
            fs::write(directory.join(name), text).unwrap();
        }
        let check = Command::new(env!("CARGO_BIN_EXE_claims")).arg("lint").arg(&directory).output().unwrap();
        assert!(check.status.success(), "{query}: {}", String::from_utf8_lossy(&check.stderr));
        if let Ok(frictionless) = env::var("FRICTIONLESS") {
            let run =
                Command::new(frictionless).arg("validate").arg(directory.join("datapackage.json")).output().unwrap();
            assert!(run.status.success(), "{query}: {}", String::from_utf8_lossy(&run.stdout));
        }
        fs::remove_dir_all(&directory).unwrap();
    }
}
