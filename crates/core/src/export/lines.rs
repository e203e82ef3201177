//! JSON, a Markdown table, and plain lines.

use super::{Cell, ExportContext, Sheet, rows::quoted};
use crate::{dataset::Source, query::Record};

/// The records as JSON, with the selection and the date of the dataset.
pub fn json(context: &ExportContext) -> String {
    let sheet = Sheet::of(context);
    let object = |row: &Vec<Cell>| {
        let pairs = sheet.columns.iter().zip(row).map(|(name, cell)| format!("\"{name}\": {}", cell.json()));
        format!("    {{{}}}", pairs.collect::<Vec<_>>().join(", "))
    };
    let records = sheet.rows.iter().map(object).collect::<Vec<_>>().join(",\n");
    format!(
        "{{\n  \"version\": {},\n  \"created\": {},\n  \"selection\": {},\n  \"link\": {},\n  \"license\": \"CC-BY-4.0\",\n  \
         \"records\": [\n{records}\n  ]\n}}\n",
        quoted(&context.dataset.version),
        quoted(&context.dataset.created),
        quoted(context.query),
        quoted(&context.link()),
    )
}

/// A row of what a table and a line say: period, area, what and figure, wording, publisher, address.
fn said(context: &ExportContext, record: &Record) -> [String; 6] {
    let (dataset, language) = (context.dataset, context.language);
    let area = |code: &str| dataset.area(code).map_or(code.to_owned(), |area| language.pick(&area.name).to_owned());
    let (period, areas, what, text, source) = match record {
        Record::Claim(claim) => {
            let label = dataset.metric(&claim.metric).map_or("", |metric| language.pick(&metric.label));
            let mut what = language.labelled(label, &language.claim_figure(dataset, claim));
            if let Some(figure) = claim.figure {
                what.push_str(&format!(" [{}]", language.interval(figure.interval())));
            }
            (language.claim_period(claim), area(&claim.area), what, &claim.text, &claim.source)
        }
        Record::Event(event) => {
            let areas: Vec<String> = event.areas.iter().map(|code| area(code)).collect();
            let areas = language.list(&areas.iter().map(String::as_str).collect::<Vec<_>>());
            let kind = language.words().event_kind(&event.kind).to_owned();
            (language.event_period(event), areas, kind, &event.text, &event.source)
        }
    };
    let source = dataset.source(source);
    let published = source.and_then(|source| source.published).map(|day| format!(", {}", language.date(day)));
    let publisher = source.map(|source| source.publisher.clone()).unwrap_or_default();
    let address = source.map(|Source { url, .. }| url.clone()).unwrap_or_default();
    [period, areas, what, language.pick(text).to_owned(), publisher + &published.unwrap_or_default(), address]
}

/// The records as a Markdown table, with a closing line that says where it comes from.
pub fn markdown(context: &ExportContext) -> String {
    let words = context.language.words();
    let header =
        [words.columns.period, words.columns.area, words.columns.what, words.columns.summary, words.columns.source]
            .join(" | ");
    let mut out = format!("| {header} |\n|---|---|---|---|---|\n");
    for record in context.records {
        let [period, areas, what, text, publisher, address] = said(context, record).map(|cell| escaped(&cell));
        let source = if address.is_empty() { publisher } else { format!("[{publisher}](<{address}>)") };
        out.push_str(&format!("| {period} | {areas} | {what} | {text} | {source} |\n"));
    }
    out.push_str(&format!("\n{}\n", escaped(&origin(context))));
    out
}

/// The records one paragraph each, with a closing line that says where they come from.
pub fn text(context: &ExportContext) -> String {
    let mut out = String::new();
    for record in context.records {
        let [period, areas, what, text, publisher, address] = said(context, record);
        out.push_str(&format!("{period} · {areas} · {what}\n{text}\n{publisher} {address}\n\n"));
    }
    out + &origin(context) + "\n"
}

/// Title, date of the dataset and address.
pub(super) fn origin(context: &ExportContext) -> String {
    let day = context.dataset.created.get(..10).unwrap_or_default();
    format!("{} {} {day} {}", context.language.words().site.title, context.dataset.version, context.link())
}

/// A text in which nothing is context for Markdown or ends a cell.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
