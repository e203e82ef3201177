//! The columns of each resource of a Data Package, in the order of the dataset's own files.

use crate::{
    dataset::{Area, Campaign, Claim, Event, Metric, Source},
    export::{
        cell::{Cell, Column},
        rows::{change_pct, streak},
    },
};

pub(super) const SOURCES: &[Column<Source>] = &[
    ("id", |row| Cell::text(&row.id)),
    ("publisher", |row| Cell::text(&row.publisher)),
    ("url", |row| Cell::text(&row.url)),
    ("published", |row| Cell::date(row.published)),
    ("language", |row| Cell::text(&row.language)),
    ("kind", |row| Cell::text(&row.kind)),
    ("reliability", |row| Cell::name(row.reliability)),
];

pub(super) const METRICS: &[Column<Metric>] = &[
    ("id", |row| Cell::text(&row.id)),
    ("label_en", |row| Cell::text(&row.label.en)),
    ("label_zh", |row| Cell::text(&row.label.zh)),
    ("unit", |row| Cell::text(&row.unit)),
    ("unit_en", |row| Cell::text(&row.unit_name.en)),
    ("unit_zh", |row| Cell::text(&row.unit_name.zh)),
    ("aggregation", |row| Cell::name(row.aggregation)),
    ("measures", |row| Cell::name(row.measures)),
    ("brought_to_china", |row| Cell::flag(row.brought_to_china)),
    ("trend", |row| Cell::flag(row.trend)),
    ("headline", |row| Cell::number(row.headline.map(f64::from))),
    ("definition_en", |row| Cell::text(&row.definition.en)),
    ("definition_zh", |row| Cell::text(&row.definition.zh)),
    ("original_term", |row| Cell::text(&row.original_term)),
];

pub(super) const AREAS: &[Column<Area>] = &[
    ("code", |row| Cell::text(&row.code)),
    ("kind", |row| Cell::name(row.kind)),
    ("name_en", |row| Cell::text(&row.name.en)),
    ("name_zh", |row| Cell::text(&row.name.zh)),
    ("lon", |row| Cell::Number(row.lon)),
    ("lat", |row| Cell::Number(row.lat)),
];

pub(super) const CAMPAIGNS: &[Column<Campaign>] = &[
    ("id", |row| Cell::text(&row.id)),
    ("name_en", |row| Cell::text(&row.name.en)),
    ("name_zh", |row| Cell::text(&row.name.zh)),
    ("also_known_as", |row| Cell::list(&row.also_known_as)),
    ("started", |row| Cell::date(row.started)),
    ("focus_en", |row| Cell::text(&row.focus.en)),
    ("focus_zh", |row| Cell::text(&row.focus.zh)),
    ("source", |row| Cell::text(&row.source)),
    ("authority_en", |row| Cell::text(&row.authority.en)),
    ("authority_zh", |row| Cell::text(&row.authority.zh)),
    ("note_en", |row| Cell::text(&row.note.en)),
    ("note_zh", |row| Cell::text(&row.note.zh)),
];

pub(super) const CLAIMS: &[Column<Claim>] = &[
    ("id", |row| Cell::text(&row.id)),
    ("metric", |row| Cell::text(&row.metric)),
    ("area", |row| Cell::text(&row.area)),
    ("start", |row| Cell::date(row.start)),
    ("end", |row| Cell::date(row.end)),
    ("basis", |row| Cell::name(row.basis)),
    ("value", |row| Cell::number(row.figure.map(|figure| figure.value))),
    ("qualifier", |row| row.figure.map_or(Cell::Empty, |figure| Cell::name(figure.qualifier))),
    ("rounding", |row| Cell::number(row.figure.map(|figure| figure.rounding))),
    ("direction", |row| row.change.map_or(Cell::Empty, |change| Cell::name(change.direction))),
    ("comparator", |row| row.change.map_or(Cell::Empty, |change| Cell::name(change.comparator))),
    ("streak", streak),
    ("change_pct", change_pct),
    ("campaign", |row| Cell::maybe(row.campaign.as_deref())),
    ("source", |row| Cell::text(&row.source)),
    ("locator", |row| Cell::maybe(row.locator.as_deref())),
    ("text_en", |row| Cell::text(&row.text.en)),
    ("text_zh", |row| Cell::text(&row.text.zh)),
    ("note_en", |row| Cell::text(&row.note.en)),
    ("note_zh", |row| Cell::text(&row.note.zh)),
    ("tags", |row| Cell::list(&row.tags)),
];

pub(super) const EVENTS: &[Column<Event>] = &[
    ("id", |row| Cell::text(&row.id)),
    ("start", |row| Cell::date(row.start)),
    ("end", |row| Cell::date(row.end)),
    ("kind", |row| Cell::text(&row.kind)),
    ("areas", |row| Cell::list(&row.areas)),
    ("place", |row| Cell::text(&row.place)),
    ("people", |row| Cell::list(&row.people)),
    ("campaign", |row| Cell::maybe(row.campaign.as_deref())),
    ("text_en", |row| Cell::text(&row.text.en)),
    ("text_zh", |row| Cell::text(&row.text.zh)),
    ("source", |row| Cell::text(&row.source)),
    ("note_en", |row| Cell::text(&row.note.en)),
    ("note_zh", |row| Cell::text(&row.note.zh)),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::{COLUMNS, RESOURCES};

    fn names<T>(columns: &[Column<T>]) -> Vec<&'static str> {
        columns.iter().map(|(name, _)| *name).collect()
    }

    #[test]
    fn the_columns_written_are_those_that_are_read() {
        let written = [names(SOURCES), names(METRICS), names(AREAS), names(CAMPAIGNS), names(CLAIMS), names(EVENTS)];
        for ((file, read), written) in RESOURCES.iter().zip(&COLUMNS).zip(written) {
            assert_eq!(written, [read.required, read.optional].concat(), "{file}");
        }
    }
}
