//! A Data Package read into a [`Dataset`], every rule of the format enforced and every breach reported.

mod figures;

use std::collections::HashSet;

use chrono::NaiveDate as Date;

use super::{
    Aggregation, Area, AreaCode, AreaKind, Basis, Campaign, CampaignId, Claim, Dataset, Event, Measures, Metric,
    Package, Problem, RESOURCES, Source, Tag, Text,
    columns::COLUMNS,
    csv::{Problems, Row, is_key, rows},
    descriptor::Declared,
};
use crate::named::Named;

/// The keys of what has been read, for foreign keys.
#[derive(Default)]
struct Keys {
    sources: HashSet<String>,
    metrics: HashSet<String>,
    headline: HashSet<u32>,
    areas: HashSet<String>,
    campaigns: HashSet<String>,
    /// Claims and events share one space of permalinks.
    records: HashSet<String>,
    /// Whether wording must be there.
    worded: bool,
}

impl Keys {
    /// A text that only a light dataset may lack.
    fn wording(&self, row: &mut Row, stem: &str) -> Text {
        if self.worded { row.both(stem) } else { row.both_or_neither(stem) }
    }
}

impl Dataset {
    /// Reads and checks a package.
    ///
    /// # Errors
    /// Every breach of the format's rules, not only the first.
    pub fn read(package: &Package) -> Result<Self, Vec<Problem>> {
        let mut problems = Problems::new();
        let (keys, noted) = (&mut Keys { worded: package.wording, ..Keys::default() }, &mut problems);
        let [sources, metrics, areas, campaigns, claims, events] = &package.resources;
        let [source_file, metric_file, area_file, campaign_file, claim_file, event_file] = RESOURCES;
        let Declared { version, created, allowed } = super::descriptor::read(&package.descriptor, noted);
        let [source_may, metric_may, area_may, campaign_may, claim_may, event_may] = &allowed;
        let [source_has, metric_has, area_has, campaign_has, claim_has, event_has] = &COLUMNS;
        let dataset = Self {
            version,
            created,
            wording: package.wording,
            sources: rows(source_file, sources, source_has, source_may, noted, |row| source(row, keys)),
            metrics: rows(metric_file, metrics, metric_has, metric_may, noted, |row| metric(row, keys)),
            areas: rows(area_file, areas, area_has, area_may, noted, |row| area(row, keys)),
            campaigns: rows(campaign_file, campaigns, campaign_has, campaign_may, noted, |row| campaign(row, keys)),
            claims: rows(claim_file, claims, claim_has, claim_may, noted, |row| claim(row, keys)),
            events: rows(event_file, events, event_has, event_may, noted, |row| event(row, keys)),
        };
        if problems.is_empty() { Ok(dataset) } else { Err(problems) }
    }
}

fn unique(row: &mut Row, column: &str, key: &str, keys: &mut HashSet<String>) {
    let new = keys.insert(key.to_owned());
    row.demand(new, column, "an id that no other row has");
}

fn reference(row: &mut Row, column: &str, keys: &HashSet<String>, file: &str) -> String {
    let key = row.cell(column).to_owned();
    row.demand(keys.contains(&key) || row.lacks_rows_of(file), column, &format!("an id in {file}"));
    key
}

fn maybe_reference(row: &mut Row, column: &str, keys: &HashSet<String>, file: &str) -> Option<String> {
    row.maybe(column).map(|_| reference(row, column, keys, file))
}

fn source(row: &mut Row, keys: &mut Keys) -> Option<Source> {
    let id = row.key("id", '-');
    unique(row, "id", &id, &mut keys.sources);
    let url = if keys.worded { row.text("url") } else { row.cell("url").to_owned() };
    let absent = url.is_empty() && !keys.worded;
    let address = url.starts_with("http://") || url.starts_with("https://");
    row.demand(address || absent, "url", "an http or https address");
    Some(Source {
        id: id.into(),
        publisher: row.text("publisher"),
        url,
        published: row.date("published"),
        language: row.text("language"),
        kind: row.text("kind"),
        reliability: row.must_choose("reliability", "high, medium, low")?,
    })
}

fn metric(row: &mut Row, keys: &mut Keys) -> Option<Metric> {
    let id = row.key("id", '_');
    unique(row, "id", &id, &mut keys.metrics);
    let headline = row.parse::<u32>("headline", "a whole number from 1");
    row.demand(headline != Some(0), "headline", "a whole number from 1");
    if let Some(place) = headline {
        let new = keys.headline.insert(place);
        row.demand(new, "headline", "a number that no other row has");
    }
    let measures = row.must_choose::<Measures>("measures", "fraud, enforcement, money, case");
    let money = measures != Some(Measures::Money) || row.cell("unit") == "CNY";
    row.demand(money, "unit", "CNY, as measures is money");
    Some(Metric {
        id: id.into(),
        label: row.both("label"),
        unit: row.text("unit"),
        unit_name: row.both("unit"),
        measures: measures?,
        brought_to_china: row.flag("brought_to_china"),
        trend: row.flag("trend"),
        headline,
        definition: keys.wording(row, "definition"),
        original_term: row.text("original_term"),
        aggregation: row.must_choose::<Aggregation>("aggregation", "flow, running, level, trend")?,
    })
}

fn area(row: &mut Row, keys: &mut Keys) -> Option<Area> {
    let code = row.text("code");
    unique(row, "code", &code, &mut keys.areas);
    let kind = row.must_choose::<AreaKind>("kind", "country, province");
    let letters = |text: &str, n| text.len() == n && text.bytes().all(|b| b.is_ascii_uppercase());
    let good = kind.is_none_or(|kind| match kind {
        AreaKind::Country => letters(&code, 3),
        AreaKind::Province => code.strip_prefix("CN-").is_some_and(|tail| letters(tail, 2)),
    });
    row.demand(good, "code", "ISO 3166-1 alpha-3 for a country, ISO 3166-2 for a province");
    let (lon, lat) = (row.number("lon"), row.number("lat"));
    row.demand(lon.is_some_and(|lon| lon.abs() <= 180.0), "lon", "degrees from -180 to 180");
    row.demand(lat.is_some_and(|lat| lat.abs() <= 90.0), "lat", "degrees from -90 to 90");
    Some(Area { code: code.into(), name: row.both("name"), kind: kind?, lon: lon?, lat: lat? })
}

fn campaign(row: &mut Row, keys: &mut Keys) -> Option<Campaign> {
    let id = row.key("id", '-');
    unique(row, "id", &id, &mut keys.campaigns);
    Some(Campaign {
        id: id.into(),
        name: row.both("name"),
        also_known_as: row.list("also_known_as"),
        started: row.date("started"),
        focus: keys.wording(row, "focus"),
        authority: row.both_or_neither("authority"),
        note: row.both_or_neither("note"),
        source: reference(row, "source", &keys.sources, "sources.csv").into(),
    })
}

fn dates(row: &mut Row) -> (Option<Date>, Option<Date>) {
    let (start, end) = (row.date("start"), row.date("end"));
    if let (Some(start), Some(end)) = (start, end) {
        row.demand(start <= end, "end", "a day not before the start");
    }
    (start, end)
}

/// The days between which an inferred first and last day lie.
fn inferred_dates(row: &mut Row, (start, end): (Option<Date>, Option<Date>)) -> (Option<Date>, Option<Date>) {
    let (start_to, end_from) = (row.date("start_to"), row.date("end_from"));
    if let Some(day) = start_to {
        let inside = start.is_some_and(|start| start <= day) && end.is_none_or(|end| day <= end);
        row.demand(inside, "start_to", "a day from the start to the end");
    }
    if let Some(day) = end_from {
        let inside = end.is_some_and(|end| day <= end) && start.is_none_or(|start| start <= day);
        row.demand(inside, "end_from", "a day from the start to the end");
    }
    (start_to, end_from)
}

/// Whether bounds may rest on a claim.
fn used(row: &mut Row, keys: &Keys) -> bool {
    row.demand(matches!(row.cell("use"), "" | "yes" | "no"), "use", "yes, no or nothing");
    let unused = row.cell("use") == "no";
    row.demand(!unused || noted(row, keys), "note_en", "the reason, since use is no");
    !unused
}

/// Whether a row has a note; in a light dataset it may be one whose note was cut.
fn noted(row: &Row, keys: &Keys) -> bool {
    row.has("note_en") || !keys.worded
}

fn claim(row: &mut Row, keys: &mut Keys) -> Option<Claim> {
    let id = row.key("id", '-');
    unique(row, "id", &id, &mut keys.records);
    let (start, end) = dates(row);
    let (start_to, end_from) = inferred_dates(row, (start, end));
    let (figure, change) = (figures::figure(row), figures::change(row));
    let used = used(row, keys);
    let basis = row.must_choose::<Basis>("basis", "period, as_of, change, statement");
    let printed = row.has("value");
    match basis {
        Some(Basis::Period) => row.demand(printed, "value", "a figure, since the basis is period"),
        Some(Basis::AsOf) => {
            row.demand(printed, "value", "a figure, since the basis is as_of");
            row.demand(end.is_some(), "end", "the day of the running total");
        }
        Some(Basis::Change) => {
            row.demand(!printed, "value", "no figure, since the basis is change");
            row.demand(row.has("direction"), "direction", "a direction, since the basis is change");
        }
        Some(Basis::Statement) => row.demand(!printed, "value", "no figure, since the basis is statement"),
        None => {}
    }
    let tags = row.list("tags");
    row.demand(tags.iter().all(|tag| is_key(tag, '-')), "tags", "words of a–z and 0–9, joined by -, separated by ;");
    let own_unit = tags.iter().any(|tag| tag == Tag::Unit.name());
    row.demand(!own_unit || noted(row, keys), "note_en", "the reason, since there is the tag unit");
    Some(Claim {
        id: id.into(),
        metric: reference(row, "metric", &keys.metrics, "metrics.csv").into(),
        area: reference(row, "area", &keys.areas, "areas.csv").into(),
        start,
        start_to,
        end_from,
        end,
        figure,
        change,
        used,
        campaign: maybe_reference(row, "campaign", &keys.campaigns, "campaigns.csv").map(CampaignId::from),
        source: reference(row, "source", &keys.sources, "sources.csv").into(),
        locator: row.maybe("locator"),
        text: keys.wording(row, "text"),
        note: row.both_or_neither("note"),
        tags,
        basis: basis?,
    })
}

fn event(row: &mut Row, keys: &mut Keys) -> Option<Event> {
    let id = row.key("id", '-');
    unique(row, "id", &id, &mut keys.records);
    let (start, end) = dates(row);
    let areas = row.list("areas");
    let known = areas.iter().all(|code| keys.areas.contains(code)) || row.lacks_rows_of("areas.csv");
    row.demand(known, "areas", "codes in areas.csv, separated by ;");
    Some(Event {
        id: id.into(),
        start,
        end,
        kind: row.key("kind", '_'),
        areas: areas.into_iter().map(AreaCode::from).collect(),
        place: row.cell("place").into(),
        people: row.list("people"),
        campaign: maybe_reference(row, "campaign", &keys.campaigns, "campaigns.csv").map(CampaignId::from),
        text: keys.wording(row, "text"),
        source: reference(row, "source", &keys.sources, "sources.csv").into(),
        note: row.both_or_neither("note"),
    })
}
