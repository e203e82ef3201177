//! Selection ↔ URL query. Reading never fails: what cannot be used falls back and is reported.

use form_urlencoded::{Serializer, parse};

use super::{Count, Embed, MONTHLY_CHANGE_LIMIT, MapView, Per, Range, ScaleKind, Scope, Selection, Theme};
use crate::dataset::{Dataset, Month};

/// Longest search text that is taken from an address, in characters.
pub const TEXT_LIMIT: usize = 200;

/// A part of the address that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The parameter.
    pub key: &'static str,
    /// The value found, shortened for display.
    pub found: String,
}

impl Selection {
    /// Reads a query string, with or without `?`. Parameters with other names are left alone, since others append their own to links.
    pub fn from_query(dataset: &Dataset, query: &str) -> (Self, Vec<Notice>) {
        let mut selection = Self::default();
        let mut notices = Vec::new();
        let (mut from, mut to) = (None, None);
        for (key, value) in parse(query.trim_start_matches('?').as_bytes()) {
            let value = value.as_ref();
            let known = |exists: bool| exists.then(|| value.to_owned());
            let read = match key.as_ref() {
                "scope" => keep(&mut selection.scope, scope(value), "scope"),
                "metric" => keep_some(&mut selection.metric, known(dataset.metric(value).is_some()), "metric"),
                "area" => keep_some(&mut selection.area, known(dataset.area(value).is_some()), "area"),
                "campaign" => keep_some(&mut selection.campaign, known(dataset.campaign(value).is_some()), "campaign"),
                "claim" => {
                    let exists = dataset.claim(value).is_some() || dataset.event(value).is_some();
                    keep_some(&mut selection.claim, known(exists), "claim")
                }
                "from" => keep_some(&mut from, value.parse::<Month>().ok(), "from"),
                "to" => keep_some(&mut to, value.parse::<Month>().ok(), "to"),
                "q" => keep(&mut selection.text, (value.chars().count() <= TEXT_LIMIT).then(|| value.to_owned()), "q"),
                "max_monthly_change" => {
                    keep_some(&mut selection.max_monthly_change, max_monthly_change(value), "max_monthly_change")
                }
                "without" => without(dataset, &mut selection.without, value),
                "scale" => keep(&mut selection.scale, scale(value), "scale"),
                "per" => keep(&mut selection.per, per(value), "per"),
                "date" => keep_some(&mut selection.date, value.parse::<Month>().ok(), "date"),
                "compare" => keep(&mut selection.compare, compared(dataset, value), "compare"),
                "map" => keep(&mut selection.map, map(value), "map"),
                "count" => keep_some(&mut selection.count, count(value), "count"),
                "embed" => keep_some(&mut selection.embed, Embed::named(value), "embed"),
                "theme" => keep(&mut selection.theme, theme(value), "theme"),
                key => selection
                    .listing
                    .read(dataset, key, value)
                    .map_or(Ok(()), |(key, used)| used.then_some(()).ok_or(key)),
            };
            if let Err(key) = read {
                notices.push(Notice { key, found: value.chars().take(40).collect() });
            }
        }
        selection.range = range(dataset, from, to, &mut notices);
        selection.date = date(dataset, &selection, &mut notices);
        (selection, notices)
    }

    /// The query string without `?`; empty for the default selection.
    pub fn to_query(&self) -> String {
        let mut query = Serializer::new(String::new());
        let mut put = |key, value: Option<&str>| {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                query.append_pair(key, value);
            }
        };
        put("scope", (self.scope == Scope::Article).then_some("article"));
        put("metric", self.metric.as_deref());
        put("area", self.area.as_deref());
        put("from", self.range.map(|range| range.first().to_string()).as_deref());
        put("to", self.range.map(|range| range.last().to_string()).as_deref());
        put("campaign", self.campaign.as_deref());
        put("q", Some(&self.text));
        put("max_monthly_change", self.max_monthly_change.map(|percent| percent.to_string()).as_deref());
        put("without", Some(&self.without.join(",")));
        put("scale", (self.scale == ScaleKind::Log).then_some("log"));
        put("per", (self.per == Per::Day).then_some("day"));
        put("claim", self.claim.as_deref());
        put("date", self.date.map(|month| month.to_string()).as_deref());
        put("compare", Some(&self.compare.join(",")));
        put("map", (self.map == MapView::World).then_some("world"));
        put(
            "count",
            self.count.map(|count| match count {
                Count::Events => "events",
                Count::Claims => "claims",
            }),
        );
        put(
            "theme",
            match self.theme {
                Theme::Auto => None,
                Theme::Light => Some("light"),
                Theme::Dark => Some("dark"),
            },
        );
        put("embed", self.embed.map(Embed::name));
        self.listing.write(|key, value| put(key, Some(value)));
        query.finish()
    }
}

fn keep<T>(slot: &mut T, value: Option<T>, key: &'static str) -> Result<(), &'static str> {
    *slot = value.ok_or(key)?;
    Ok(())
}

fn keep_some<T>(slot: &mut Option<T>, value: Option<T>, key: &'static str) -> Result<(), &'static str> {
    keep(slot, value.map(Some), key)
}

fn scope(value: &str) -> Option<Scope> {
    match value {
        "all" => Some(Scope::All),
        "article" => Some(Scope::Article),
        _ => None,
    }
}

fn max_monthly_change(value: &str) -> Option<u32> {
    value.parse().ok().filter(|percent| *percent <= MONTHLY_CHANGE_LIMIT)
}

/// Ids one after another, parted by commas. Those that the record has are kept, whether or not there are others.
fn without(dataset: &Dataset, kept: &mut Vec<String>, value: &str) -> Result<(), &'static str> {
    let (known, unknown): (Vec<&str>, Vec<&str>) = value.split(',').partition(|id| dataset.claim(id).is_some());
    kept.extend(known.into_iter().map(str::to_owned));
    kept.sort_unstable();
    kept.dedup();
    if unknown.is_empty() { Ok(()) } else { Err("without") }
}

fn scale(value: &str) -> Option<ScaleKind> {
    match value {
        "linear" => Some(ScaleKind::Linear),
        "log" => Some(ScaleKind::Log),
        _ => None,
    }
}

fn map(value: &str) -> Option<MapView> {
    match value {
        "region" => Some(MapView::Region),
        "world" => Some(MapView::World),
        _ => None,
    }
}

fn per(value: &str) -> Option<Per> {
    match value {
        "month" => Some(Per::Month),
        "day" => Some(Per::Day),
        _ => None,
    }
}

fn count(value: &str) -> Option<Count> {
    match value {
        "events" => Some(Count::Events),
        "claims" => Some(Count::Claims),
        _ => None,
    }
}

/// Codes of areas separated by commas; nothing where one is not in the record.
fn compared(dataset: &Dataset, value: &str) -> Option<Vec<String>> {
    let mut codes = Vec::<String>::new();
    for code in value.split(',').filter(|code| !code.is_empty()) {
        let area = dataset.area(code)?;
        if !codes.contains(&area.code) {
            codes.push(area.code.clone());
        }
    }
    Some(codes)
}

/// The map's month, held to the months asked for.
fn date(dataset: &Dataset, selection: &Selection, notices: &mut Vec<Notice>) -> Option<Month> {
    let (month, span) = (selection.date?, selection.range.or(super::span(dataset))?);
    let held = month.clamp(span.first(), span.last());
    if held != month {
        notices.push(Notice { key: "date", found: month.to_string() });
    }
    Some(held)
}

fn theme(value: &str) -> Option<Theme> {
    match value {
        "auto" => Some(Theme::Auto),
        "light" => Some(Theme::Light),
        "dark" => Some(Theme::Dark),
        _ => None,
    }
}

/// An open end is the record's own; months outside the record are held to it, so that a chart never has centuries to draw.
fn range(dataset: &Dataset, from: Option<Month>, to: Option<Month>, notices: &mut Vec<Notice>) -> Option<Range> {
    if from.is_none() && to.is_none() {
        return None;
    }
    let span = super::span(dataset)?;
    let mut hold = |month: Month, key| {
        let held = month.clamp(span.first(), span.last());
        if held != month {
            notices.push(Notice { key, found: month.to_string() });
        }
        held
    };
    let first = from.map_or(span.first(), |month| hold(month, "from"));
    let last = to.map_or(span.last(), |month| hold(month, "to"));
    Some(Range::between(first, last))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::query::{Column, Columns, Facet, Group, Listing, Sort, tests::record};

    #[test]
    fn bad_values_fall_back_and_are_reported() {
        let (selection, notices) = Selection::from_query(
            &record(),
            "?metric=nonsense&area=MMR&from=2023-99&theme=pink&max_monthly_change=-1&without=mmr-2024,no&utm_source=x",
        );
        let without = vec!["mmr-2024".to_owned()];
        assert_eq!(selection, Selection { area: Some("MMR".into()), without, ..Selection::default() });
        let keys: Vec<_> = notices.iter().map(|notice| notice.key).collect();
        assert_eq!(keys, ["metric", "from", "theme", "max_monthly_change", "without"]);
    }

    #[test]
    fn months_outside_the_record_are_held_to_it() {
        let (selection, notices) = Selection::from_query(&record(), "from=0001-01&to=9999-12");
        assert_eq!(selection.range, crate::query::span(&record()));
        assert_eq!(notices.len(), 2);
    }

    #[test]
    fn the_map_reads_its_own_parameters() {
        let read = |query| Selection::from_query(&record(), query);
        let (selection, notices) = read("date=2023-05&compare=MMR,CHN,MMR&map=world&count=events");
        assert_eq!(selection.compare, ["MMR", "CHN"]);
        assert_eq!((selection.map, selection.count), (MapView::World, Some(Count::Events)));
        assert_eq!(notices, vec![]);
        let (selection, notices) = read("date=1999-01&compare=MMR,XXX&map=moon&count=all");
        assert_eq!(selection.date, crate::query::span(&record()).map(Range::first));
        assert_eq!(notices.iter().map(|notice| notice.key).collect::<Vec<_>>(), ["compare", "map", "count", "date"]);
    }

    proptest! {
        #[test]
        fn any_query_is_read(query in "\\PC{0,300}") {
            let _ = Selection::from_query(&record(), &query);
        }

        #[test]
        fn written_selections_read_back(
            article in any::<bool>(),
            area in any::<bool>(),
            metric in any::<bool>(),
            claim in any::<bool>(),
            text in "\\PC{0,200}",
            months in proptest::option::of((0i32..23, 0i32..23)),
            looks in (any::<bool>(), any::<bool>()),
            max_monthly_change in proptest::option::of(0..=MONTHLY_CHANGE_LIMIT),
            without in any::<bool>(),
            at in proptest::option::of(0i32..23),
            compare in proptest::sample::subsequence(vec!["MMR", "CHN"], 0..=2),
            world in any::<bool>(),
            count in proptest::option::of(prop_oneof![Just(Count::Events), Just(Count::Claims)]),
            theme in prop_oneof![Just(Theme::Auto), Just(Theme::Light), Just(Theme::Dark)],
            (column, descending, group) in (0usize..9, any::<bool>(), 0usize..5),
            (year, claims) in (any::<bool>(), any::<bool>()),
        ) {
            let dataset = record();
            let first = crate::query::span(&dataset).expect("the record has dates").first();
            let selection = Selection {
                scope: if article { Scope::Article } else { Scope::All },
                metric: metric.then(|| "cases_cracked".into()),
                area: area.then(|| "MMR".into()),
                claim: claim.then(|| "cracked-2023-01-11".into()),
                range: months.map(|(a, b)| Range::between(first.plus(a), first.plus(b))),
                campaign: None,
                text,
                max_monthly_change,
                without: if without { vec!["cracked-2023-01-11".into(), "mmr-2024".into()] } else { vec![] },
                scale: if looks.0 { ScaleKind::Log } else { ScaleKind::Linear },
                per: if looks.1 { Per::Day } else { Per::Month },
                date: at.map(|at| first.plus(at)).map(|date| match months {
                    Some((a, b)) => date.clamp(first.plus(a.min(b)), first.plus(a.max(b))),
                    None => date,
                }),
                compare: compare.into_iter().map(str::to_owned).collect(),
                map: if world { MapView::World } else { MapView::Region },
                count,
                theme,
                embed: Embed::ALL.get(group).copied(),
                listing: Listing {
                    sort: Sort { column: Column::ALL[column], descending },
                    group: Group::ALL.get(group).copied(),
                    chosen: if year { vec![(Facet::Year, "2023".into())] } else { vec![] },
                    compare: if claims { vec!["mmr-2024".into(), "cracked-2023-01-11".into()] } else { vec![] },
                    columns: if claims { Columns::default().toggled(Column::ALL[column]) } else { Columns::default() },
                },
            };
            prop_assert_eq!(Selection::from_query(&dataset, &selection.to_query()), (selection, vec![]));
        }
    }
}
