//! What a row of a Markdown table or a paragraph of text says of a record.

use super::ExportContext;
use crate::{
    dataset::{AreaCode, Source},
    query::Record,
};

/// A record in words.
pub(super) struct RecordLine {
    /// When.
    pub period: String,
    /// Where.
    pub areas: String,
    /// Metric and figure with its interval, or the kind of event.
    pub what: String,
    /// What the source says.
    pub wording: String,
    /// Who published it, and when.
    pub publisher: String,
    /// Where it can be read; empty where unknown.
    pub url: String,
}

impl RecordLine {
    pub(super) fn of(context: &ExportContext, record: &Record) -> Self {
        let (dataset, language) = (context.dataset, context.language);
        let area =
            |code: &AreaCode| dataset.area(code).map_or(code.to_string(), |area| language.pick(&area.name).to_owned());
        let (period, areas, what, text, source) = match record {
            Record::Claim(claim) => {
                let label = dataset.metric(&claim.metric).map_or("", |metric| language.pick(&metric.label));
                let mut what = language.labelled(label, &language.claim_figure(dataset, claim));
                if let Some(figure) = claim.figure {
                    what.push_str(&format!(" [{}]", language.interval(figure.interval())));
                }
                (language.claim_dates(claim), area(&claim.area), what, &claim.text, &claim.source)
            }
            Record::Event(event) => {
                let areas: Vec<String> = event.areas.iter().map(area).collect();
                let areas = language.list(&areas.iter().map(String::as_str).collect::<Vec<_>>());
                let kind = language.words().event_kind(&event.kind).to_owned();
                (language.event_period(event), areas, kind, &event.text, &event.source)
            }
        };
        let source = dataset.source(source);
        let published = source.and_then(|source| source.published).map(|day| format!(", {}", language.date(day)));
        let publisher = source.map(|source| source.publisher.clone()).unwrap_or_default();
        Self {
            period,
            areas,
            what,
            wording: language.pick(text).to_owned(),
            publisher: publisher + &published.unwrap_or_default(),
            url: source.map(|Source { url, .. }| url.clone()).unwrap_or_default(),
        }
    }
}
