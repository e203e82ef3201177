//! Records as rows of a flat table, with names and source in the row of each figure.

use super::{
    ExportContext,
    cell::{
        Cell,
        Column::{self, One, Text},
        cells, names,
    },
};
use crate::{
    dataset::{AreaCode, Claim, Event, Figure, Interval, Metric, Percent, Source},
    query::Record,
};

/// Rows under one header.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// Names of the columns; those of the dataset keep its names.
    pub columns: Vec<String>,
    /// As many cells a row as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// One row a record.
    pub fn of(context: &ExportContext) -> Self {
        let columns = columns();
        let rows = context.records.iter().map(|record| cells(&columns, &Row { context, record: *record }));
        Self { columns: names(&columns), rows: rows.collect() }
    }
}

/// A claim or event with what is needed to look up what it refers to.
struct Row<'a> {
    context: &'a ExportContext<'a>,
    record: Record<'a>,
}

/// `record` is claim or event, `kind` the kind of event. `low` and `high` are the interval that the figure stands for. `change_pct` is
/// signed, as printed; where an inferred date may lie is between `start` and `start_to`, and between `end_from` and `end`.
fn columns<'a>() -> [Column<Row<'a>>; 35] {
    [
        One("id", |row| Cell::text(row.record.id())),
        One("record", |row| row.either(|_| Cell::text("claim"), |_| Cell::text("event"))),
        One("kind", |row| row.event(|event| Cell::text(&event.kind))),
        One("metric", |row| row.claim(|claim| Cell::text(&claim.metric))),
        One("metric_name", |row| row.metric(|metric| row.context.language.pick(&metric.label))),
        One("area", |row| row.either(|claim| Cell::text(&claim.area), |event| Cell::list(&event.areas))),
        One("area_name", |row| {
            row.either(|claim| row.area_names(std::slice::from_ref(&claim.area)), |event| row.area_names(&event.areas))
        }),
        One("start", |row| row.either(|claim| Cell::date(claim.start), |event| Cell::date(event.start))),
        One("start_to", |row| row.claim(|claim| Cell::date(claim.start_to))),
        One("end_from", |row| row.claim(|claim| Cell::date(claim.end_from))),
        One("end", |row| row.either(|claim| Cell::date(claim.end), |event| Cell::date(event.end))),
        One("basis", |row| row.claim(|claim| Cell::name(claim.basis))),
        One("value", |row| row.figure(|figure| Cell::Number(figure.value))),
        One("unit", |row| row.metric(|metric| &metric.unit)),
        One("qualifier", |row| row.figure(|figure| Cell::name(figure.qualifier))),
        One("rounding", |row| row.figure(|figure| Cell::Number(figure.rounding))),
        One("low", |row| row.interval(|interval| Some(interval.low))),
        One("high", |row| row.interval(|interval| interval.high)),
        One("direction", |row| {
            row.claim(|claim| claim.change.map_or(Cell::Empty, |change| Cell::name(change.direction)))
        }),
        One("comparator", |row| {
            row.claim(|claim| claim.change.map_or(Cell::Empty, |change| Cell::name(change.comparator)))
        }),
        One("streak", |row| row.claim(streak)),
        One("change_pct", |row| row.claim(change_pct)),
        One("change_qualifier", |row| row.claim(change_qualifier)),
        One("change_rounding", |row| row.claim(change_rounding)),
        One("use", |row| row.claim(used)),
        One("campaign", |row| {
            row.either(|claim| Cell::maybe(claim.campaign.as_deref()), |event| Cell::maybe(event.campaign.as_deref()))
        }),
        Text("text", |row| row.either(|claim| &claim.text, |event| &event.text)),
        Text("note", |row| row.either(|claim| &claim.note, |event| &event.note)),
        One("tags", |row| row.claim(|claim| Cell::list(&claim.tags))),
        One("publisher", |row| row.source(|source| Cell::text(&source.publisher))),
        One("published", |row| row.source(|source| Cell::date(source.published))),
        One("source_language", |row| row.source(|source| Cell::text(&source.language))),
        One("reliability", |row| row.source(|source| Cell::name(source.reliability))),
        One("url", |row| row.source(|source| Cell::text(&source.url))),
        One("link", |row| Cell::Text(row.context.permalink(row.record.id()))),
    ]
}

/// The number of months in a row that the source counts.
pub(super) fn streak(claim: &Claim) -> Cell {
    Cell::number(claim.change.and_then(|change| change.streak).map(f64::from))
}

/// The reported percentage, with its sign and decimals as printed.
pub(super) fn change_pct(claim: &Claim) -> Cell {
    percent(claim, |percent| Cell::Decimal(percent.value, percent.decimals))
}

/// What the words say of the percentage's size.
pub(super) fn change_qualifier(claim: &Claim) -> Cell {
    percent(claim, |percent| Cell::name(percent.qualifier))
}

/// The unit that the percentage's size is rounded to.
pub(super) fn change_rounding(claim: &Claim) -> Cell {
    percent(claim, |percent| Cell::Number(percent.rounding))
}

fn percent(claim: &Claim, cell: impl Fn(Percent) -> Cell) -> Cell {
    claim.change.and_then(|change| change.percent).map_or(Cell::Empty, cell)
}

/// Whether bounds may rest on the claim.
pub(super) fn used(claim: &Claim) -> Cell {
    Cell::text(if claim.used { "yes" } else { "no" })
}

impl<'a> Row<'a> {
    fn either<T>(&self, claim: impl Fn(&'a Claim) -> T, event: impl Fn(&'a Event) -> T) -> T {
        match self.record {
            Record::Claim(row) => claim(row),
            Record::Event(row) => event(row),
        }
    }

    fn claim(&self, cell: impl Fn(&'a Claim) -> Cell) -> Cell {
        self.either(cell, |_| Cell::Empty)
    }

    fn event(&self, cell: impl Fn(&'a Event) -> Cell) -> Cell {
        self.either(|_| Cell::Empty, cell)
    }

    fn figure(&self, cell: impl Fn(Figure) -> Cell) -> Cell {
        self.claim(|claim| claim.figure.map_or(Cell::Empty, &cell))
    }

    fn interval(&self, end: impl Fn(Interval) -> Option<f64>) -> Cell {
        self.figure(|figure| Cell::number(end(figure.interval())))
    }

    fn metric(&self, text: impl Fn(&'a Metric) -> &'a str) -> Cell {
        self.claim(|claim| Cell::maybe(self.context.dataset.metric(&claim.metric).map(&text)))
    }

    fn source(&self, cell: impl Fn(&'a Source) -> Cell) -> Cell {
        let id = match self.record {
            Record::Claim(claim) => &claim.source,
            Record::Event(event) => &event.source,
        };
        self.context.dataset.source(id).map_or(Cell::Empty, cell)
    }

    fn area_names(&self, codes: &[AreaCode]) -> Cell {
        let ExportContext { dataset, language, .. } = self.context;
        let areas = codes.iter().filter_map(|code| dataset.area(code));
        Cell::list(&areas.map(|area| language.pick(&area.name).to_owned()).collect::<Vec<_>>())
    }
}
