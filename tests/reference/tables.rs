//! Exported files for other programs to open: `tables DIRECTORY`.
//!
//! `record.csv` is the whole dataset, `nasty.csv` made-up cells that spreadsheets are known to misread, `nasty.json` the same cells as
//! they are; `-excel` is the variant with a byte order mark. `archive.zip` has both tables, dated as [`DAY`].

use std::{error::Error, fs, path::PathBuf};

use chrono::NaiveDate;
use crackdown_core::{
    dataset::{Dataset, Package},
    export::{Cell, ExportContext, Sheet, csv, zip},
    locale::Language,
    query::{Index, Selection, records},
};

/// Year, month and day of the archive.
const DAY: (i32, u32, u32) = (2026, 11, 23);

/// Rows of the made-up table.
const NASTY: [[&str; 3]; 12] = [
    ["=1+1", "@x", "+"],
    ["-", "+1+1", "-1+1"],
    ["@SUM(1+1)", "=HYPERLINK(\"https://example.org/\",\"x\")", "＝1+1"],
    ["\t=1+1", "\n=1+1", "\r=1+1"],
    ["a\t=1+1", "a;=1+1", "a,=1+1"],
    ["'=1+1", "''", "'"],
    [" =1+1", "\u{feff}=1+1", "\u{200b}=1+1"],
    ["first\nsecond", "first\r\nsecond", "\"\n\""],
    ["She said \"no\".", "\"", "\"\",\"\""],
    ["破获电信网络诈骗案件39.1万起，抓获7.9万人。", "東協", "\u{3000}全角"],
    ["\u{202e}=1+1\u{202c}", "abc\u{202e}def", "👩‍👩‍👧 🇲🇲"],
    ["", "  two  spaces  ", "\u{a0}"],
];

fn main() -> Result<(), Box<dyn Error>> {
    let directory = PathBuf::from(std::env::args().nth(1).ok_or("usage: tables DIRECTORY")?);
    let package = Package::embedded();
    let dataset = Dataset::read(&package).map_err(|_| "the record has problems; see `claims lint`")?;
    let all = records(&dataset, &Index::new(&dataset, []), Selection::default().record_request());
    let site = "https://example.org/";
    let context = ExportContext {
        dataset: &dataset,
        descriptor: &package.descriptor,
        records: &all,
        language: Language::Chinese,
        site,
        query: "",
    };
    let cell = |text: &str| Cell::Text(text.to_owned());
    let nasty = Sheet {
        columns: ["first", "second", "third"].map(str::to_owned).into(),
        rows: NASTY.map(|row| row.map(cell).into()).into(),
    };
    let mut tables = Vec::new();
    for (name, sheet) in [("record", Sheet::of(&context)), ("nasty", nasty)] {
        let table = csv(&sheet, false);
        fs::write(directory.join(format!("{name}.csv")), &table)?;
        tables.push((format!("{name}-移交.csv"), table));
        fs::write(directory.join(format!("{name}-excel.csv")), csv(&sheet, true))?;
    }
    let day = NaiveDate::from_ymd_opt(DAY.0, DAY.1, DAY.2).ok_or("no such day")?;
    let packed = tables.iter().map(|(name, table)| (name.as_str(), table.as_bytes()));
    fs::write(directory.join("archive.zip"), zip(packed, day))?;
    fs::write(directory.join("nasty.json"), serde_json::to_string(&NASTY)?)?;
    Ok(())
}
