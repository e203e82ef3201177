use proptest::prelude::*;

use super::*;
use crate::testing::{claim, fixture, small_dataset};

static METRIC: MetricId = MetricId::literal("suspects_handed_over");

fn figure(dataset: &Dataset, code: &str, date: Option<&str>) -> Option<(RecordId, f64)> {
    let date = date.map(|month| month.parse().expect("a month"));
    let partners = partners(dataset, &Query::default(), date, &METRIC);
    let partner = partners.into_iter().find(|partner| partner.code == code)?;
    partner.status.figure().map(|reported| (reported.claim.clone(), reported.value))
}

#[test]
fn the_greatest_figure_stands_and_is_never_a_sum() {
    let mut dataset = small_dataset();
    dataset.claims.push(claim("mmr-small", &METRIC, "MMR", 2023, 763.0));
    assert_eq!(figure(&dataset, "MMR", None), Some(("mmr-2024".into(), 49_000.0)));
    assert_eq!(partners(&dataset, &Query::default(), None, &METRIC)[0].claims, 2);
}

#[test]
fn the_partners_own_figure_stands_only_alone() {
    let mut dataset = small_dataset();
    let mut own = claim("mmr-own", &METRIC, "MMR", 2024, 70_000.0);
    own.tags.push("partner".into());
    dataset.claims.push(own);
    assert_eq!(figure(&dataset, "MMR", None), Some(("mmr-2024".into(), 49_000.0)));
    dataset.claims.retain(Claim::by_partner);
    assert_eq!(figure(&dataset, "MMR", None), Some(("mmr-own".into(), 70_000.0)));
}

#[test]
fn a_country_without_the_metric_is_only_named() {
    assert_eq!(
        partners(&small_dataset(), &Query::default(), None, &"cases_cracked".into())[0].status,
        PartnerStatus::Named
    );
}

#[test]
fn a_correction_of_a_running_total_stands() {
    let mut dataset = small_dataset();
    dataset.claims.clear();
    for (id, year, value) in [("first", 2023, 635.0), ("corrected", 2024, 630.0)] {
        let start = Date::from_ymd_opt(2023, 7, 1);
        dataset.claims.push(Claim { basis: Basis::AsOf, start, ..claim(id, &METRIC, "MMR", year, value) });
    }
    assert_eq!(figure(&dataset, "MMR", None), Some(("corrected".into(), 630.0)));
    assert_eq!(figure(&dataset, "MMR", Some("2023-12")), Some(("first".into(), 635.0)));
    // Without a stated start they may count different things, so that none corrects the other.
    dataset.claims.iter_mut().for_each(|claim| claim.start = None);
    assert_eq!(figure(&dataset, "MMR", None), Some(("first".into(), 635.0)));
}

#[test]
fn myanmars_running_total_grows_as_it_was_reported() {
    let dataset = fixture();
    let at = |month| figure(&dataset, "MMR", Some(month)).map(|(_, value)| value);
    for (month, value) in [
        ("2023-10", 4_666.0),
        ("2023-11", 31_000.0),
        ("2023-12", 41_000.0),
        ("2024-01", 44_000.0),
        ("2024-04", 48_000.0),
        ("2024-05", 49_000.0),
    ] {
        assert_eq!(at(month), Some(value), "{month}");
    }
    assert_eq!(figure(&dataset, "MMR", Some("2011-01")), None);
    let timeline = timeline(&dataset, &Query::default(), &METRIC, &"MMR".into());
    assert_eq!((timeline.running.len(), timeline.batches.len(), timeline.by_partner.len()), (8, 4, 2));
    let changes = slider_months(&dataset, &Query::default(), &METRIC).expect("dated");
    assert!(changes.figures.iter().chain(&changes.events).all(|month| *month >= changes.span.first()));
}

#[test]
fn every_area_is_named_in_the_latest_month() {
    let dataset = fixture();
    let partners = partners(&dataset, &Query::default(), None, &METRIC);
    let codes: Vec<&str> = partners.iter().map(|partner| partner.code.as_str()).collect();
    for area in dataset.areas.iter().filter(|area| area.code != HOME) {
        assert!(codes.contains(&area.code.as_str()), "{}", area.code);
    }
}

proptest! {
    /// What stands is what a claim says that had ended by then, and running totals of one start only grow with the months.
    #[test]
    fn a_standing_is_a_claim_of_the_past(rows in proptest::collection::vec((2015i32..2030, 1u32..13, 1u32..100_000, any::<bool>()), 1..12)) {
        let mut dataset = small_dataset();
        dataset.claims.clear();
        let mut total = 0.0;
        let mut rows = rows;
        rows.sort_unstable();
        for (at, (year, month, value, running)) in rows.iter().enumerate() {
            total += f64::from(*value);
            let (basis, value) = if *running { (Basis::AsOf, total) } else { (Basis::Period, f64::from(*value)) };
            let end = Date::from_ymd_opt(*year, *month, 28);
            let start = Date::from_ymd_opt(2014, 1, 1);
            dataset.claims.push(Claim { basis, end, start, ..claim(&format!("c{at}"), &METRIC, "MMR", *year, value) });
        }
        let mut before = 0.0;
        for year in 2014..=2030 {
            let date = Month::new(year, 6);
            let Some((id, value)) = figure(&dataset, "MMR", date.map(|month| month.to_string()).as_deref()) else { continue };
            let claim = dataset.claim(&id).expect("a claim of the dataset");
            prop_assert!(date.is_some_and(|date| claim.end.is_some_and(|end| end <= date.last_day())));
            prop_assert_eq!(claim.figure.map(|figure| figure.value), Some(value));
            prop_assert!(value >= before);
            before = value;
        }
    }
}
