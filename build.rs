//! Cuts the record down to what the first view shows: figures and dates of everything, wording of the newest rows. The whole
//! record is fetched when a reader asks for more.

use std::{
    cmp::Reverse,
    collections::{BTreeSet, HashMap},
    env,
    error::Error,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
};

/// As many rows as the evidence shows at first; a test holds the two together.
const FIRST_ROWS: usize = 24;
/// Columns that hold wording.
const WORDING: [&str; 14] = [
    "text_en",
    "text_zh",
    "note_en",
    "note_zh",
    "locator",
    "place",
    "people",
    "definition_en",
    "definition_zh",
    "focus_en",
    "focus_zh",
    "authority_en",
    "authority_zh",
    "also_known_as",
];

type Row = HashMap<String, String>;

struct Table {
    header: Vec<String>,
    rows: Vec<Row>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=www/data");
    let mut hasher = DefaultHasher::new();
    let mut read = |name: &str| -> Result<Table, Box<dyn Error>> {
        let text = fs::read_to_string(format!("www/data/{name}.csv"))?;
        text.hash(&mut hasher);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let header = reader.headers()?.iter().map(str::to_owned).collect();
        // A broken row is left to the linter, which names it.
        Ok(Table { header, rows: reader.deserialize().filter_map(Result::ok).collect() })
    };
    let (mut claims, mut events, mut sources) = (read("claims")?, read("events")?, read("sources")?);
    let (mut metrics, mut campaigns) = (read("metrics")?, read("campaigns")?);
    let first = newest(claims.rows.iter().chain(&events.rows));
    let shown = claims.rows.iter().chain(&events.rows).filter(|row| first.contains(&row["id"]));
    let cited: BTreeSet<String> = shown.map(|row| row["source"].clone()).collect();
    let records = claims.rows.iter_mut().chain(&mut events.rows).filter(|row| !first.contains(&row["id"]));
    for row in records.chain(&mut metrics.rows).chain(&mut campaigns.rows) {
        WORDING.iter().for_each(|column| blank(row, column));
    }
    for row in sources.rows.iter_mut().filter(|row| !cited.contains(&row["id"])) {
        blank(row, "url");
    }
    let out = env::var("OUT_DIR")?;
    let tables =
        [("sources", sources), ("metrics", metrics), ("campaigns", campaigns), ("claims", claims), ("events", events)];
    for (name, table) in tables {
        write(&Path::new(&out).join(format!("{name}.csv")), &table)?;
    }
    println!("cargo::rustc-env=RECORD_HASH={:016x}", hasher.finish());
    Ok(())
}

/// Ids of the rows that end last, in the order of `explore::records`: undated last, claims before events.
fn newest<'a>(rows: impl Iterator<Item = &'a Row>) -> BTreeSet<String> {
    let day = |row: &Row| [&row["end"], &row["start"]].into_iter().find(|day| !day.is_empty()).cloned();
    let mut rows: Vec<_> = rows.map(|row| (day(row), &row["id"])).collect();
    rows.sort_by_key(|(day, _)| Reverse(day.clone()));
    rows.into_iter().take(FIRST_ROWS).map(|(_, id)| id.clone()).collect()
}

fn blank(row: &mut Row, column: &str) {
    if let Some(cell) = row.get_mut(column) {
        cell.clear();
    }
}

fn write(path: &Path, table: &Table) -> Result<(), Box<dyn Error>> {
    let mut writer = csv::Writer::from_path(path)?;
    writer.write_record(&table.header)?;
    for row in &table.rows {
        writer.write_record(table.header.iter().map(|column| row[column].as_str()))?;
    }
    Ok(writer.flush()?)
}
