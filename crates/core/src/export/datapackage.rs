//! A Data Package of some records and everything they refer to.

mod columns;

use std::collections::HashSet;

use serde::Serialize;

use super::{
    Delivery, ExportContext, TableFormat,
    cell::{Column, cells, names},
    csv::table,
    json::pretty,
    zip,
};
use crate::{
    dataset::{Campaign, Claim, DESCRIPTOR, Event, RESOURCES},
    query::Record,
};

/// A Data Package as a zip archive.
pub(super) const FORMAT: TableFormat = TableFormat {
    label: |_| "Data Package",
    stem: "package",
    extension: "zip",
    mime: "application/zip",
    delivery: Delivery::File,
    write: package,
};

/// The package as a zip archive, dated as the dataset is.
fn package(context: &ExportContext) -> Vec<u8> {
    let files = files(context);
    let day = context.dataset.day().unwrap_or_default();
    zip(files.iter().map(|(name, text)| (*name, text.as_bytes())), day)
}

/// The names and texts of the package's files. Texts are guarded as in [`super::csv()`].
pub fn files(context: &ExportContext) -> Vec<(&'static str, String)> {
    let (mut claims, mut events): (Vec<&Claim>, Vec<&Event>) = Default::default();
    for record in context.records {
        match record {
            Record::Claim(claim) => claims.push(claim),
            Record::Event(event) => events.push(event),
        }
    }
    let data = context.dataset;
    let metrics: HashSet<&str> = claims.iter().map(|row| &*row.metric).collect();
    let areas = claims.iter().map(|row| &row.area).chain(events.iter().flat_map(|row| &row.areas));
    let areas: HashSet<&str> = areas.map(|code| &**code).collect();
    let campaigns = claims.iter().map(|row| &row.campaign).chain(events.iter().map(|row| &row.campaign));
    let campaigns: HashSet<&str> = campaigns.filter_map(Option::as_deref).collect();
    let campaigns: Vec<&Campaign> = data.campaigns.iter().filter(|row| campaigns.contains(&*row.id)).collect();
    let cited = claims.iter().map(|row| &row.source).chain(events.iter().map(|row| &row.source));
    let sources: HashSet<&str> = cited.chain(campaigns.iter().map(|row| &row.source)).map(|id| &**id).collect();
    let texts = [
        resource(columns::SOURCES, data.sources.iter().filter(|row| sources.contains(&*row.id))),
        resource(columns::METRICS, data.metrics.iter().filter(|row| metrics.contains(&*row.id))),
        resource(columns::AREAS, data.areas.iter().filter(|row| areas.contains(&*row.code))),
        resource(columns::CAMPAIGNS, campaigns.into_iter()),
        resource(columns::CLAIMS, claims.into_iter()),
        resource(columns::EVENTS, events.into_iter()),
    ];
    [(DESCRIPTOR, describe(context))].into_iter().chain(RESOURCES.into_iter().zip(texts)).collect()
}

fn resource<'a, T: 'a>(columns: &[Column<T>], rows: impl Iterator<Item = &'a T>) -> String {
    let rows: Vec<_> = rows.map(|row| cells(columns, row)).collect();
    table(&names(columns), &rows)
}

/// What was selected, and where.
#[derive(Serialize)]
struct Selected<'a> {
    query: &'a str,
    link: String,
    title: String,
}

/// The whole dataset's descriptor, whose schemas and licence hold for a part of it too, with what was selected.
fn describe(context: &ExportContext) -> String {
    let selected = Selected { query: context.query, link: context.link(), title: context.origin() };
    // The descriptor stays as it is written. A dataset was read through it, so that it is an object with members and ends on a brace.
    // To parse it into a map and write that would be 1 kB more for every reader to load.
    let (members, _) = context.descriptor.rsplit_once('}').unwrap_or_default();
    let selected = pretty(&selected).trim_end().replace('\n', "\n  ");
    format!("{},\n  \"selection\": {selected}\n}}\n", members.trim_end())
}
