//! The columns of each resource of a Data Package, in the order of the dataset's own files.

use crate::{
    dataset::{Area, Campaign, Claim, Event, Metric, Source},
    export::{
        cell::{
            Cell,
            Column::{self, One, Text},
        },
        rows::{change_pct, change_qualifier, change_rounding, streak, used},
    },
};

pub(super) const SOURCES: &[Column<Source>] = &[
    One("id", |row| Cell::text(&row.id)),
    One("publisher", |row| Cell::text(&row.publisher)),
    One("url", |row| Cell::text(&row.url)),
    One("published", |row| Cell::date(row.published)),
    One("language", |row| Cell::text(&row.language)),
    One("kind", |row| Cell::text(&row.kind)),
    One("reliability", |row| Cell::name(row.reliability)),
];

pub(super) const METRICS: &[Column<Metric>] = &[
    One("id", |row| Cell::text(&row.id)),
    Text("label", |row| &row.label),
    One("unit", |row| Cell::text(&row.unit)),
    Text("unit", |row| &row.unit_name),
    One("aggregation", |row| Cell::name(row.aggregation)),
    One("measures", |row| Cell::name(row.measures)),
    One("brought_to_china", |row| Cell::flag(row.brought_to_china)),
    One("trend", |row| Cell::flag(row.trend)),
    One("headline", |row| Cell::number(row.headline.map(f64::from))),
    Text("definition", |row| &row.definition),
    One("original_term", |row| Cell::text(&row.original_term)),
];

pub(super) const AREAS: &[Column<Area>] = &[
    One("code", |row| Cell::text(&row.code)),
    One("kind", |row| Cell::name(row.kind)),
    Text("name", |row| &row.name),
    One("lon", |row| Cell::Number(row.lon)),
    One("lat", |row| Cell::Number(row.lat)),
];

pub(super) const CAMPAIGNS: &[Column<Campaign>] = &[
    One("id", |row| Cell::text(&row.id)),
    Text("name", |row| &row.name),
    One("also_known_as", |row| Cell::list(&row.also_known_as)),
    One("started", |row| Cell::date(row.started)),
    Text("focus", |row| &row.focus),
    One("source", |row| Cell::text(&row.source)),
    Text("authority", |row| &row.authority),
    Text("note", |row| &row.note),
];

pub(super) const CLAIMS: &[Column<Claim>] = &[
    One("id", |row| Cell::text(&row.id)),
    One("metric", |row| Cell::text(&row.metric)),
    One("area", |row| Cell::text(&row.area)),
    One("start", |row| Cell::date(row.start)),
    One("end", |row| Cell::date(row.end)),
    One("basis", |row| Cell::name(row.basis)),
    One("value", |row| Cell::number(row.figure.map(|figure| figure.value))),
    One("qualifier", |row| row.figure.map_or(Cell::Empty, |figure| Cell::name(figure.qualifier))),
    One("rounding", |row| Cell::number(row.figure.map(|figure| figure.rounding))),
    One("direction", |row| row.change.map_or(Cell::Empty, |change| Cell::name(change.direction))),
    One("comparator", |row| row.change.map_or(Cell::Empty, |change| Cell::name(change.comparator))),
    One("streak", streak),
    One("change_pct", change_pct),
    One("campaign", |row| Cell::maybe(row.campaign.as_deref())),
    One("source", |row| Cell::text(&row.source)),
    One("locator", |row| Cell::maybe(row.locator.as_deref())),
    Text("text", |row| &row.text),
    Text("note", |row| &row.note),
    One("tags", |row| Cell::list(&row.tags)),
    One("start_to", |row| Cell::date(row.start_to)),
    One("end_from", |row| Cell::date(row.end_from)),
    One("change_qualifier", change_qualifier),
    One("change_rounding", change_rounding),
    One("use", used),
];

pub(super) const EVENTS: &[Column<Event>] = &[
    One("id", |row| Cell::text(&row.id)),
    One("start", |row| Cell::date(row.start)),
    One("end", |row| Cell::date(row.end)),
    One("kind", |row| Cell::text(&row.kind)),
    One("areas", |row| Cell::list(&row.areas)),
    One("place", |row| Cell::text(&row.place)),
    One("people", |row| Cell::list(&row.people)),
    One("campaign", |row| Cell::maybe(row.campaign.as_deref())),
    Text("text", |row| &row.text),
    One("source", |row| Cell::text(&row.source)),
    Text("note", |row| &row.note),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{COLUMNS, RESOURCES},
        export::cell::names,
    };

    #[test]
    fn the_columns_written_are_those_that_are_read() {
        let written = [names(SOURCES), names(METRICS), names(AREAS), names(CAMPAIGNS), names(CLAIMS), names(EVENTS)];
        for ((file, read), written) in RESOURCES.iter().zip(&COLUMNS).zip(written) {
            assert_eq!(written, read.all(), "{file}");
        }
    }
}
