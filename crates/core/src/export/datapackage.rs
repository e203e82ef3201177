//! A Data Package of some records and everything they refer to.

use std::collections::HashSet;

use chrono::NaiveDate;

use super::{
    ExportContext,
    csv::{guarded, table},
    lines::origin,
    rows::{name, quoted},
    zip,
};
use crate::{
    dataset::{Area, COLUMNS, Campaign, Claim, DESCRIPTOR, Event, Metric, RESOURCES, Source, Text},
    query::Record,
};

/// The package as a zip archive, dated as the dataset is.
pub fn package(context: &ExportContext, descriptor: &str) -> Vec<u8> {
    let files = files(context, descriptor);
    let day = context.dataset.day().unwrap_or_default();
    zip(files.iter().map(|(name, text)| (*name, text.as_bytes())), day)
}

/// The files of the package. `descriptor` is the whole dataset's, whose schemas and licence hold for a part of it too.
/// Texts are guarded as in [`super::csv()`]; numbers stay numbers, so that those below zero keep their sign.
pub fn files(context: &ExportContext, descriptor: &str) -> Vec<(&'static str, String)> {
    let (mut claims, mut events): (Vec<&Claim>, Vec<&Event>) = Default::default();
    for record in context.records {
        match record {
            Record::Claim(claim) => claims.push(claim),
            Record::Event(event) => events.push(event),
        }
    }
    let data = context.dataset;
    let metrics: HashSet<&str> = claims.iter().map(|row| row.metric.as_str()).collect();
    let areas: HashSet<&str> = claims
        .iter()
        .map(|row| &row.area)
        .chain(events.iter().flat_map(|row| &row.areas))
        .map(String::as_str)
        .collect();
    let campaigns: HashSet<&str> = claims
        .iter()
        .filter_map(|row| row.campaign.as_deref())
        .chain(events.iter().filter_map(|row| row.campaign.as_deref()))
        .collect();
    let campaigns: Vec<&Campaign> = data.campaigns.iter().filter(|row| campaigns.contains(row.id.as_str())).collect();
    let cited = claims.iter().map(|row| &row.source).chain(events.iter().map(|row| &row.source));
    let sources: HashSet<&str> = cited.chain(campaigns.iter().map(|row| &row.source)).map(String::as_str).collect();
    let sources = data.sources.iter().filter(|row| sources.contains(row.id.as_str()));
    let metrics = data.metrics.iter().filter(|row| metrics.contains(row.id.as_str()));
    let areas = data.areas.iter().filter(|row| areas.contains(row.code.as_str()));
    let texts = [
        resource(0, sources, source),
        resource(1, metrics, metric),
        resource(2, areas, area),
        resource(3, campaigns.into_iter(), campaign),
        resource(4, claims.into_iter(), claim),
        resource(5, events.into_iter(), event),
    ];
    let described = [(DESCRIPTOR, describe(context, descriptor))];
    described.into_iter().chain(RESOURCES.into_iter().zip(texts)).collect()
}

/// The dataset's descriptor with what was selected and where, in front of all it says of the dataset itself.
fn describe(context: &ExportContext, descriptor: &str) -> String {
    let (query, link, what) = (quoted(context.query), quoted(&context.link()), quoted(&origin(context)));
    let rest = descriptor.trim_start().strip_prefix('{').unwrap_or(descriptor);
    format!("{{\n  \"selection\": {{ \"query\": {query}, \"link\": {link}, \"title\": {what} }},{rest}")
}

fn resource<'a, T: 'a>(at: usize, rows: impl Iterator<Item = &'a T>, cell: fn(&T, &str) -> String) -> String {
    let columns = COLUMNS[at].all();
    let header = columns.clone();
    let rows = rows.map(|row| columns.iter().map(|column| cell(row, column)).collect());
    table([header].into_iter().chain(rows))
}

/// The wording of a text in the language that the column's name ends on.
fn side(text: &Text, column: &str) -> String {
    guarded(text.get(column.rsplit('_').next().unwrap_or_default()).to_owned())
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

fn flag(holds: bool) -> String {
    if holds { "true".to_owned() } else { String::new() }
}

fn source(row: &Source, column: &str) -> String {
    match column {
        "id" => row.id.clone(),
        "publisher" => guarded(row.publisher.clone()),
        "url" => row.url.clone(),
        "published" => day(row.published),
        "language" => guarded(row.language.clone()),
        "kind" => guarded(row.kind.clone()),
        _ => name(row.reliability),
    }
}

fn metric(row: &Metric, column: &str) -> String {
    match column {
        "id" => row.id.clone(),
        "unit" => guarded(row.unit.clone()),
        "unit_en" | "unit_zh" => side(&row.unit_name, column),
        "measures" => name(row.measures),
        "brought_to_china" => flag(row.brought_to_china),
        "trend" => flag(row.trend),
        "headline" => row.headline.map(|place| place.to_string()).unwrap_or_default(),
        "aggregation" => name(row.aggregation),
        "original_term" => guarded(row.original_term.clone()),
        "label_en" | "label_zh" => side(&row.label, column),
        _ => side(&row.definition, column),
    }
}

fn area(row: &Area, column: &str) -> String {
    match column {
        "code" => row.code.clone(),
        "kind" => name(row.kind),
        "lon" => row.lon.to_string(),
        "lat" => row.lat.to_string(),
        _ => side(&row.name, column),
    }
}

fn campaign(row: &Campaign, column: &str) -> String {
    match column {
        "id" => row.id.clone(),
        "also_known_as" => guarded(row.also_known_as.join(";")),
        "started" => day(row.started),
        "source" => row.source.clone(),
        "name_en" | "name_zh" => side(&row.name, column),
        "focus_en" | "focus_zh" => side(&row.focus, column),
        "authority_en" | "authority_zh" => side(&row.authority, column),
        _ => side(&row.note, column),
    }
}

fn claim(row: &Claim, column: &str) -> String {
    let (figure, change) = (row.figure, row.change);
    match column {
        "id" => row.id.clone(),
        "metric" => row.metric.clone(),
        "area" => row.area.clone(),
        "start" => day(row.start),
        "end" => day(row.end),
        "basis" => name(row.basis),
        "value" => figure.map(|figure| figure.value.to_string()).unwrap_or_default(),
        "qualifier" => figure.map(|figure| name(figure.qualifier)).unwrap_or_default(),
        "rounding" => figure.map(|figure| figure.rounding.to_string()).unwrap_or_default(),
        "direction" => change.map(|change| name(change.direction)).unwrap_or_default(),
        "comparator" => change.map(|change| name(change.comparator)).unwrap_or_default(),
        "streak" => change.and_then(|change| change.streak).map(|months| months.to_string()).unwrap_or_default(),
        "change_pct" => {
            let percent = change.and_then(|change| change.percent);
            percent.map(|it| format!("{:.*}", usize::from(it.decimals), it.value)).unwrap_or_default()
        }
        "campaign" => row.campaign.clone().unwrap_or_default(),
        "source" => row.source.clone(),
        "locator" => guarded(row.locator.clone().unwrap_or_default()),
        "text_en" | "text_zh" => side(&row.text, column),
        "note_en" | "note_zh" => side(&row.note, column),
        _ => row.tags.join(";"),
    }
}

fn event(row: &Event, column: &str) -> String {
    match column {
        "id" => row.id.clone(),
        "start" => day(row.start),
        "end" => day(row.end),
        "kind" => row.kind.clone(),
        "areas" => row.areas.join(";"),
        "place" => guarded(row.place.clone()),
        "people" => guarded(row.people.join(";")),
        "campaign" => row.campaign.clone().unwrap_or_default(),
        "source" => row.source.clone(),
        "text_en" | "text_zh" => side(&row.text, column),
        _ => side(&row.note, column),
    }
}
