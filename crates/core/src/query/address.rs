//! Selection ↔ URL query. Reading never fails: what cannot be used falls back and is reported.

use form_urlencoded::{Serializer, parse};

use super::{
    Range, Selection,
    parameters::{Draft, OLD_NAMES, PARAMETERS, current_name},
};
use crate::dataset::{Dataset, Month};

/// A part of the address that could not be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The parameter, as the address names it.
    pub key: &'static str,
    /// The value found, shortened for display.
    pub found: String,
}

impl Selection {
    /// Reads a query string, with or without `?`. Parameters with other names are left alone, since others append their own to links.
    pub fn from_query(dataset: &Dataset, query: &str) -> (Self, Vec<Notice>) {
        let mut draft = Draft::default();
        let mut notices = Vec::new();
        for (key, value) in parse(query.trim_start_matches('?').as_bytes()) {
            let Some(parameter) = PARAMETERS.iter().find(|parameter| parameter.name == current_name(&key)) else {
                continue;
            };
            if !parameter.read(&mut draft, dataset, &value) {
                let old = OLD_NAMES.iter().find(|(old, _)| *old == key);
                let key = old.map_or(parameter.name, |(old, _)| old);
                notices.push(Notice { key, found: value.chars().take(40).collect() });
            }
        }
        let Draft { mut selection, from, to } = draft;
        selection.query.range = range(dataset, from, to, &mut notices);
        selection.date = date(dataset, &selection, &mut notices);
        (selection, notices)
    }

    /// The query string without `?`; empty for the default selection.
    pub fn to_query(&self) -> String {
        let mut query = Serializer::new(String::new());
        for parameter in &PARAMETERS {
            if let Some(value) = parameter.write(self).filter(|value| !value.is_empty()) {
                query.append_pair(parameter.name, &value);
            }
        }
        query.finish()
    }
}

/// The map's month, moved into the months asked for.
fn date(dataset: &Dataset, selection: &Selection, notices: &mut Vec<Notice>) -> Option<Month> {
    let (month, span) = (selection.date?, selection.query.range.or(super::span(dataset))?);
    Some(within(span, month, "date", notices))
}

/// An open end is the dataset's own. Months outside the dataset are moved into it, so that a chart never has centuries to draw.
fn range(dataset: &Dataset, from: Option<Month>, to: Option<Month>, notices: &mut Vec<Notice>) -> Option<Range> {
    if from.is_none() && to.is_none() {
        return None;
    }
    let span = super::span(dataset)?;
    let first = from.map_or(span.first(), |month| within(span, month, "from", notices));
    let last = to.map_or(span.last(), |month| within(span, month, "to", notices));
    Some(Range::between(first, last))
}

fn within(span: Range, month: Month, key: &'static str, notices: &mut Vec<Notice>) -> Month {
    let clamped = month.clamp(span.first(), span.last());
    if clamped != month {
        notices.push(Notice { key, found: month.to_string() });
    }
    clamped
}

#[cfg(test)]
mod tests {
    use proptest::{
        option,
        prelude::*,
        sample::{select, subsequence},
    };

    use super::*;
    use crate::query::{
        ChartOptions, Column, Columns, Count, Embed, Facet, Group, Listing, MONTHLY_CHANGE_LIMIT, MapOptions, MapView,
        Per, Query, REVISIONS, ScaleKind, Scope, Sort, Theme, parameters::OLD_VALUES,
    };
    use crate::{
        dataset::{AreaCode, RecordId},
        testing::small_dataset,
    };

    fn read(query: &str) -> (Selection, Vec<Notice>) {
        Selection::from_query(&small_dataset(), query)
    }

    fn keys(notices: &[Notice]) -> Vec<&'static str> {
        notices.iter().map(|notice| notice.key).collect()
    }

    #[test]
    fn bad_values_fall_back_and_are_reported() {
        let (selection, notices) = read(
            "?metric=nonsense&area=MMR&from=2023-99&theme=pink&max_monthly_change=-1&revision=1000&without=mmr-2024,no&utm_source=x",
        );
        let query = Query { area: Some("MMR".into()), ..Query::default() };
        let chart = ChartOptions { without: vec!["mmr-2024".into()], ..ChartOptions::default() };
        assert_eq!(selection, Selection { query, chart, ..Selection::default() });
        assert_eq!(keys(&notices), ["metric", "from", "theme", "max_monthly_change", "revision", "without"]);
    }

    #[test]
    fn months_outside_the_dataset_are_moved_into_it() {
        let (selection, notices) = read("from=0001-01&to=9999-12");
        assert_eq!(selection.query.range, crate::query::span(&small_dataset()));
        assert_eq!(keys(&notices), ["from", "to"]);
    }

    #[test]
    fn the_map_reads_its_own_parameters() {
        let (selection, notices) = read("date=2023-05&compare_areas=MMR,CHN,MMR&map=world&count=events");
        let compare = vec!["MMR".into(), "CHN".into()];
        assert_eq!(selection.map, MapOptions { view: MapView::World, count: Some(Count::Events), compare });
        assert_eq!(notices, vec![]);
        let (selection, notices) = read("date=1999-01&compare_areas=MMR,XXX&map=moon&count=all");
        assert_eq!(selection.date, crate::query::span(&small_dataset()).map(Range::first));
        assert_eq!(selection.map.compare, ["MMR"]);
        assert_eq!(keys(&notices), ["compare_areas", "map", "count", "date"]);
    }

    #[test]
    fn a_facet_has_the_values_of_its_names_or_of_the_dataset() {
        let (selection, notices) = read("qualifier=nearly&conflict=yes&article=other&year=2023");
        assert_eq!(selection.listing.chosen.len(), 4);
        assert_eq!(notices, vec![]);
        let (selection, notices) = read("qualifier=sure&conflict=maybe&article=both&year=1999&publisher=nobody");
        assert_eq!(selection, Selection::default());
        assert_eq!(keys(&notices), ["qualifier", "conflict", "article", "year", "publisher"]);
    }

    #[test]
    fn a_theme_is_written_only_where_the_address_had_it() {
        assert_eq!(Selection::default().to_query(), "");
        for theme in ["auto", "light", "dark"] {
            let query = format!("theme={theme}");
            let (selection, _) = read(&query);
            assert_eq!(selection.to_query(), query);
            assert_eq!(selection.after(crate::query::Action::Clear).to_query(), query, "it is of the whole visit");
            assert_eq!(selection.after(crate::query::Action::ForgetTheme).to_query(), "");
        }
    }

    #[test]
    fn an_allowance_is_one_of_those_offered_until_all_is_cleared() {
        let (selection, notices) = read("revision=5");
        assert_eq!((selection.chart.revision, notices.len()), (5, 0));
        assert_eq!(selection.to_query(), "revision=5");
        assert_eq!(selection.after(crate::query::Action::Revision(0)).to_query(), "");
        assert_eq!(selection.after(crate::query::Action::Clear).to_query(), "");
        for wrong in ["revision=3", "revision=-1", "revision=two"] {
            let (selection, notices) = read(wrong);
            assert_eq!((selection, keys(&notices)), (Selection::default(), vec!["revision"]), "{wrong}");
        }
    }

    #[test]
    fn old_names_are_read_and_never_written() {
        for (old, query, written) in [
            ("step", "step=50", "max_monthly_change=50"),
            ("compare", "compare=MMR,CHN", "compare_areas=MMR%2CCHN"),
            ("claims", "claims=mmr-2024", "compare_claims=mmr-2024"),
        ] {
            assert!(OLD_NAMES.iter().any(|(name, _)| *name == old), "{old}");
            let (selection, notices) = read(query);
            assert_eq!((selection.to_query().as_str(), notices), (written, vec![]), "{query}");
        }
        assert_eq!(OLD_NAMES.len(), 3, "each is tried above");
        assert_eq!(keys(&read("compare=XXX&step=many").1), ["compare", "step"], "a notice names what the address has");
    }

    #[test]
    fn old_values_are_read_and_never_written() {
        for (parameter, old, current) in OLD_VALUES {
            let (selection, notices) = read(&format!("{parameter}={old}"));
            assert_eq!((&selection, notices), (&read(&format!("{parameter}={current}")).0, vec![]));
            assert!(selection != Selection::default() && !selection.to_query().contains(old), "{parameter}={old}");
        }
        assert_eq!(read("sort=-says").0.to_query(), "sort=-wording");
        let (selection, notices) = read("columns=period,area,what,figure,says,source,campaign");
        assert_eq!(selection.listing.columns, Columns::default().toggled(Column::Campaign));
        assert_eq!(notices, vec![]);
    }

    prop_compose! {
        fn query()(
            article in any::<bool>(),
            metric in any::<bool>(),
            area in any::<bool>(),
            months in option::of((0i32..23, 0i32..23)),
        ) -> Query {
            let first = crate::query::span(&small_dataset()).expect("the record has dates").first();
            Query {
                scope: if article { Scope::Article } else { Scope::All },
                metric: metric.then(|| "cases_cracked".into()),
                area: area.then(|| "MMR".into()),
                range: months.map(|(a, b)| Range::between(first.plus(a), first.plus(b))),
                campaign: None,
            }
        }
    }

    prop_compose! {
        fn chart()(
            (log, day) in any::<(bool, bool)>(),
            max_monthly_change in option::of(0..=MONTHLY_CHANGE_LIMIT),
            revision in select(REVISIONS.to_vec()),
            without in subsequence(vec!["cracked-2023-01-11", "mmr-2024"], 0..=2),
        ) -> ChartOptions {
            ChartOptions {
                scale: if log { ScaleKind::Log } else { ScaleKind::Linear },
                per: if day { Per::Day } else { Per::Month },
                max_monthly_change,
                revision,
                without: without.into_iter().map(RecordId::from).collect(),
            }
        }
    }

    prop_compose! {
        fn map()(
            world in any::<bool>(),
            count in option::of(prop_oneof![Just(Count::Events), Just(Count::Claims)]),
            compare in subsequence(vec!["MMR", "CHN"], 0..=2),
        ) -> MapOptions {
            let view = if world { MapView::World } else { MapView::Region };
            MapOptions { view, count, compare: compare.into_iter().map(AreaCode::from).collect() }
        }
    }

    prop_compose! {
        fn listing()(
            text in "\\PC{0,200}",
            (column, toggled) in (0..Column::ALL.len(), 0..Column::ALL.len()),
            descending in any::<bool>(),
            group in 0..Group::ALL.len() + 1,
            (year, exact) in any::<(bool, bool)>(),
            compare in subsequence(vec!["mmr-2024", "cracked-2023-01-11"], 0..=2),
        ) -> Listing {
            let year = year.then(|| (Facet::Year, "2023".to_owned()));
            let exact = exact.then(|| (Facet::Qualifier, "exact".to_owned()));
            Listing {
                text,
                sort: Sort { column: Column::ALL[column], descending },
                group: Group::ALL.get(group).copied(),
                chosen: year.into_iter().chain(exact).collect(),
                compare: compare.into_iter().map(RecordId::from).collect(),
                columns: Columns::default().toggled(Column::ALL[toggled]),
            }
        }
    }

    proptest! {
        #[test]
        fn no_query_makes_reading_panic(query in "\\PC{0,300}") {
            let _ = read(&query);
        }

        #[test]
        fn written_selections_read_back(
            (query, chart, map, listing) in (query(), chart(), map(), listing()),
            at in option::of(0i32..23),
            claim in any::<bool>(),
            theme in option::of(prop_oneof![Just(Theme::Auto), Just(Theme::Light), Just(Theme::Dark)]),
            embed in option::of(prop_oneof![Just(Embed::Decline), Just(Embed::Map), Just(Embed::Claim)]),
        ) {
            let span = crate::query::span(&small_dataset()).expect("the record has dates");
            let shown = query.range.unwrap_or(span);
            let date = at.map(|at| span.first().plus(at).clamp(shown.first(), shown.last()));
            let focus = claim.then(|| "cracked-2023-01-11".into());
            let selection = Selection { query, date, chart, map, listing, focus, theme, embed };
            prop_assert_eq!(read(&selection.to_query()), (selection, vec![]));
        }
    }
}
