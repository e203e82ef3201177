//! Records as rows of a flat table, names and source beside each figure.

use super::ExportContext;
use crate::{
    dataset::{Claim, Event, Source},
    query::Record,
};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing reported.
    Empty,
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
}

impl Cell {
    fn of(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// The cell as JSON.
    pub fn json(&self) -> String {
        match self {
            Self::Empty => "null".to_owned(),
            Self::Number(value) => value.to_string(),
            Self::Text(text) => quoted(text),
        }
    }

    /// The cell as it is read.
    pub fn plain(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Number(value) => value.to_string(),
            Self::Text(text) => text.clone(),
        }
    }
}

/// Rows under one header.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Names of the columns; those of the dataset keep its names.
    pub columns: &'static [&'static str],
    /// As many cells a row as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// `record` is claim or event, `kind` the kind of event. `low` and `high` are the interval that the figure stands for; `change_size_pct` is the printed percentage without its sign,
/// which `direction` says.
const COLUMNS: &[&str] = &[
    "id",
    "record",
    "kind",
    "metric",
    "metric_name",
    "area",
    "area_name",
    "start",
    "end",
    "basis",
    "value",
    "unit",
    "qualifier",
    "rounding",
    "low",
    "high",
    "direction",
    "comparator",
    "streak",
    "change_size_pct",
    "campaign",
    "text_en",
    "text_zh",
    "note_en",
    "note_zh",
    "tags",
    "publisher",
    "published",
    "source_language",
    "reliability",
    "url",
    "link",
];

impl Sheet {
    /// One row a record.
    pub fn of(context: &ExportContext) -> Self {
        let row = |record: &Record| {
            let cells = COLUMNS.iter().map(|column| match record {
                Record::Claim(claim) => claim_cell(context, claim, column),
                Record::Event(event) => event_cell(context, event, column),
            });
            cells.collect()
        };
        Self { columns: COLUMNS, rows: context.records.iter().map(row).collect() }
    }
}

/// A text as JSON.
pub(super) fn quoted(text: &str) -> String {
    // Writing a text cannot fail.
    serde_json::to_string(text).unwrap_or_default()
}

/// The name that a value of an enumeration has in the dataset.
pub(super) fn name(value: impl serde::Serialize) -> String {
    serde_json::to_string(&value).unwrap_or_default().replace('"', "")
}

fn claim_cell(context: &ExportContext, claim: &Claim, column: &str) -> Cell {
    let (figure, change) = (claim.figure, claim.change);
    let of_figure = |pick: fn(crate::dataset::Figure) -> f64| figure.map_or(Cell::Empty, |it| Cell::Number(pick(it)));
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Cell::Empty, |day| Cell::Text(day.to_string()));
    match column {
        "id" => Cell::of(&claim.id),
        "record" => Cell::of("claim"),
        "metric" => Cell::of(&claim.metric),
        "metric_name" => {
            Cell::of(context.dataset.metric(&claim.metric).map_or("", |row| context.language.pick(&row.label)))
        }
        "area" => Cell::of(&claim.area),
        "area_name" => areas(context, std::slice::from_ref(&claim.area)),
        "start" => day(claim.start),
        "end" => day(claim.end),
        "basis" => Cell::Text(name(claim.basis)),
        "value" => of_figure(|figure| figure.value),
        "unit" => Cell::of(context.dataset.metric(&claim.metric).map_or("", |row| &row.unit)),
        "qualifier" => figure.map_or(Cell::Empty, |figure| Cell::Text(name(figure.qualifier))),
        "rounding" => of_figure(|figure| figure.rounding),
        "low" => of_figure(|figure| figure.interval().low),
        "high" => of_figure(|figure| figure.interval().high),
        "direction" => change.map_or(Cell::Empty, |change| Cell::Text(name(change.direction))),
        "comparator" => change.map_or(Cell::Empty, |change| Cell::Text(name(change.comparator))),
        "streak" => change.and_then(|change| change.streak).map_or(Cell::Empty, |months| Cell::Number(months.into())),
        "change_size_pct" => {
            let percent = change.and_then(|change| change.percent);
            percent.map_or(Cell::Empty, |percent| Cell::Number(percent.value.abs()))
        }
        "campaign" => claim.campaign.as_deref().map_or(Cell::Empty, Cell::of),
        "text_en" => Cell::of(claim.text.get("en")),
        "text_zh" => Cell::of(claim.text.get("zh")),
        "note_en" => Cell::of(claim.note.get("en")),
        "note_zh" => Cell::of(claim.note.get("zh")),
        "tags" => Cell::of(&claim.tags.join(";")),
        "link" => Cell::Text(context.permalink(&claim.id)),
        other => source_cell(context.dataset.source(&claim.source), other),
    }
}

fn event_cell(context: &ExportContext, event: &Event, column: &str) -> Cell {
    let day = |day: Option<chrono::NaiveDate>| day.map_or(Cell::Empty, |day| Cell::Text(day.to_string()));
    match column {
        "id" => Cell::of(&event.id),
        "record" => Cell::of("event"),
        "kind" => Cell::of(&event.kind),
        "area" => Cell::of(&event.areas.join(";")),
        "area_name" => areas(context, &event.areas),
        "start" => day(event.start),
        "end" => day(event.end),
        "campaign" => event.campaign.as_deref().map_or(Cell::Empty, Cell::of),
        "text_en" => Cell::of(event.text.get("en")),
        "text_zh" => Cell::of(event.text.get("zh")),
        "note_en" => Cell::of(event.note.get("en")),
        "note_zh" => Cell::of(event.note.get("zh")),
        "link" => Cell::Text(context.permalink(&event.id)),
        other => source_cell(context.dataset.source(&event.source), other),
    }
}

fn areas(context: &ExportContext, codes: &[String]) -> Cell {
    let names =
        codes.iter().filter_map(|code| context.dataset.area(code)).map(|area| context.language.pick(&area.name));
    Cell::of(&names.collect::<Vec<_>>().join(";"))
}

fn source_cell(source: Option<&Source>, column: &str) -> Cell {
    let Some(source) = source else { return Cell::Empty };
    match column {
        "publisher" => Cell::of(&source.publisher),
        "published" => source.published.map_or(Cell::Empty, |day| Cell::Text(day.to_string())),
        "source_language" => Cell::of(&source.language),
        "reliability" => Cell::Text(name(source.reliability)),
        "url" => Cell::of(&source.url),
        _ => Cell::Empty,
    }
}
