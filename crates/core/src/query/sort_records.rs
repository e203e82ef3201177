//! Records in the order and groups that the reader asks for.

use std::{cmp::Ordering, collections::HashMap};

use chrono::Datelike;

use super::{Column, Group, Record, Sort, search::fold::folded};
use crate::{
    dataset::{AreaCode, Dataset, Text},
    sort::sort_by,
};

/// What a record is sorted by. Without a value it stands last, whichever way the order goes.
enum Key {
    None,
    Numbers(f64, f64),
    Words(String),
}

/// Sorts records. `pick` gives the side of a text that names are read in; equal ones keep their order.
pub fn sort_records(dataset: &Dataset, records: &mut Vec<Record>, sort: Sort, pick: impl Fn(&Text) -> String) {
    if sort == Sort::default() {
        return;
    }
    let mut keyed: Vec<(Key, Record)> =
        records.iter().map(|record| (key(dataset, record, sort.column, &pick), *record)).collect();
    sort_by(&mut keyed, |a, b| {
        let ordering = match (&a.0, &b.0) {
            (Key::None, Key::None) => return Ordering::Equal,
            (Key::None, _) => return Ordering::Greater,
            (_, Key::None) => return Ordering::Less,
            (Key::Numbers(a, c), Key::Numbers(b, d)) => a.total_cmp(b).then(c.total_cmp(d)),
            (Key::Words(a), Key::Words(b)) => a.cmp(b),
            (Key::Numbers(..), _) => Ordering::Less,
            (_, Key::Numbers(..)) => Ordering::Greater,
        };
        if sort.descending { ordering.reverse() } else { ordering }
    });
    *records = keyed.into_iter().map(|(_, record)| record).collect();
}

fn key(dataset: &Dataset, record: &Record, column: Column, pick: &impl Fn(&Text) -> String) -> Key {
    let words = |text: String| if text.is_empty() { Key::None } else { Key::Words(folded(&text)) };
    let source = dataset.source(record.source());
    let area = |code: &AreaCode| dataset.area(code).map(|area| pick(&area.name)).unwrap_or_default();
    match (column, record) {
        (Column::Period, _) => {
            let (start, end) = record.dates();
            let day = |day: Option<chrono::NaiveDate>| day.map_or(f64::MIN, |day| f64::from(day.num_days_from_ce()));
            end.or(start).map_or(Key::None, |_| Key::Numbers(day(end.or(start)), day(start)))
        }
        (Column::Area, Record::Claim(claim)) => words(area(&claim.area)),
        (Column::Area, Record::Event(event)) => words(event.areas.first().map(area).unwrap_or_default()),
        (Column::Metric, Record::Claim(claim)) => {
            words(dataset.metric(&claim.metric).map(|metric| pick(&metric.label)).unwrap_or_default())
        }
        (Column::Figure, Record::Claim(claim)) => claim.figure.map_or(Key::None, |figure| {
            let interval = figure.interval();
            Key::Numbers(interval.low, interval.high.unwrap_or(f64::INFINITY))
        }),
        (Column::Metric | Column::Figure, Record::Event(_)) => Key::None,
        (Column::Wording, _) => words(pick(record.text())),
        (Column::Source, _) => words(source.map(|source| source.publisher.clone()).unwrap_or_default()),
        (Column::Campaign, record) => {
            let campaign = record.campaign().and_then(|id| dataset.campaign(id));
            words(campaign.map(|campaign| pick(&campaign.name)).unwrap_or_default())
        }
        (Column::Published, _) => source.and_then(|source| source.published).map_or(Key::None, |published| {
            let day = f64::from(published.num_days_from_ce());
            Key::Numbers(day, day)
        }),
        (Column::Reliability, _) => source.map_or(Key::None, |source| {
            let rank = f64::from(source.reliability as u8);
            Key::Numbers(rank, rank)
        }),
    }
}

/// Records put together, groups in the order in which they are first met. The key of a group is the id of a metric, area or source,
/// `event:KIND`, a year, or nothing where there is no such thing.
pub fn groups<'a>(records: &[Record<'a>], group: Group) -> Vec<(String, Vec<Record<'a>>)> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<(String, Vec<Record>)> = Vec::new();
    for record in records {
        let key = match (group, record) {
            (Group::Metric, Record::Claim(claim)) => claim.metric.to_string(),
            (Group::Metric, Record::Event(event)) => format!("event:{}", event.kind),
            (Group::Area, Record::Claim(claim)) => claim.area.to_string(),
            (Group::Area, Record::Event(event)) => event.areas.first().map(AreaCode::to_string).unwrap_or_default(),
            (Group::Source, _) => record.source().to_string(),
            (Group::Year, _) => record.date().map(|day| day.year().to_string()).unwrap_or_default(),
        };
        let place = *places.entry(key.clone()).or_insert(groups.len());
        if place == groups.len() {
            groups.push((key, Vec::new()));
        }
        groups[place].1.push(*record);
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        dataset::{Figure, Qualifier},
        testing::{claim, small_dataset},
    };

    #[test]
    fn figures_are_sorted_by_their_intervals_and_what_has_none_is_last() {
        let figure = |id: &str, value, qualifier, rounding| {
            let mut claim = claim(id, "cases_cracked", "CHN", 2023, 0.0);
            claim.figure = (rounding > 0.0).then_some(Figure { value, qualifier, rounding });
            claim
        };
        let dataset = Dataset {
            claims: vec![
                figure("none", 0.0, Qualifier::Exact, 0.0),
                figure("more", 3_000.0, Qualifier::MoreThan, 1_000.0),
                figure("exact", 3_000.0, Qualifier::Exact, 1.0),
                figure("about", 3_100.0, Qualifier::About, 1_000.0),
            ],
            ..small_dataset()
        };
        for (descending, expected) in
            [(false, ["about", "exact", "more", "none"]), (true, ["more", "exact", "about", "none"])]
        {
            let mut records: Vec<Record> = dataset.claims.iter().map(Record::Claim).collect();
            sort_records(&dataset, &mut records, Sort { column: Column::Figure, descending }, |text| {
                text.get("en").to_owned()
            });
            assert_eq!(records.iter().map(|record| record.id()).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn every_column_sorts_the_whole_dataset_either_way() {
        let dataset = crate::testing::fixture();
        let all: Vec<Record> =
            dataset.claims.iter().map(Record::Claim).chain(dataset.events.iter().map(Record::Event)).collect();
        for &column in Column::ALL {
            let sorted = [true, false].map(|descending| {
                let mut records = all.clone();
                sort_records(&dataset, &mut records, Sort { column, descending }, |text| text.get("zh").to_owned());
                assert_eq!(records.len(), all.len());
                records[0].id()
            });
            assert_ne!(sorted[0], sorted[1], "{column:?}");
        }
    }

    #[test]
    fn groups_come_in_the_order_met() {
        let dataset = small_dataset();
        let records: Vec<Record> = dataset.claims.iter().rev().map(Record::Claim).collect();
        let keys = |group| groups(&records, group).into_iter().map(|(key, rows)| (key, rows.len())).collect::<Vec<_>>();
        assert_eq!(keys(Group::Year), [("2024".into(), 1), ("2023".into(), 1)]);
        assert_eq!(keys(Group::Source), [("xinhua".into(), 2)]);
    }
}
