//! The words of the interface, grouped by section. A struct and not a table of texts, so that a missing translation does not compile.

// The names say what the words are for; what they say stands in the files of the languages.
#![allow(missing_docs)]

use crate::dataset::{Qualifier, Reliability};

/// Words of one language.
#[derive(Debug)]
pub struct Words {
    pub site: Site,
    pub theme: Theme,
    pub nav: Nav,
    pub notices: Notices,
    pub common: Common,
    pub inferred: Inferred,
    pub selection: Selection,
    pub headline: Headline,
    pub chart: Chart,
    pub bounds: Bounds,
    pub map: Map,
    pub areas: Areas,
    pub panel: Panel,
    pub evidence: Evidence,
    pub facets: Facets,
    pub columns: Columns,
    pub precision: Precision,
    pub reliability: SourceReliability,
    pub compare: Compare,
    pub dialog: Dialog,
    pub contradictions: Contradictions,
    pub method: Method,
    pub download: Download,
    pub embed: Embed,
}

/// The page as a whole.
#[derive(Debug)]
pub struct Site {
    pub title: &'static str,
    pub tagline: &'static str,
    pub lede: &'static str,
    pub skip: &'static str,
    pub footer: &'static str,
}

/// Choice between light and dark.
#[derive(Debug)]
pub struct Theme {
    pub label: &'static str,
    pub auto: &'static str,
    pub light: &'static str,
    pub dark: &'static str,
}

/// Links to the sections.
#[derive(Debug)]
pub struct Nav {
    pub label: &'static str,
    pub decline: &'static str,
    pub partners: &'static str,
    pub evidence: &'static str,
    pub contradictions: &'static str,
    pub method: &'static str,
}

/// Messages above the page, and the one shown when the application stops.
#[derive(Debug)]
pub struct Notices {
    pub title: &'static str,
    pub ignored: &'static str,
    pub dismiss: &'static str,
    pub wording_failed: &'static str,
    pub retry: &'static str,
    pub failure: &'static str,
    pub reload: &'static str,
}

/// Words that several sections share.
#[derive(Debug)]
pub struct Common {
    pub metric: &'static str,
    pub area: &'static str,
    pub campaign: &'static str,
    pub period: &'static str,
    pub source: &'static str,
    pub source_language: &'static str,
    pub event: &'static str,
    pub claims: &'static str,
    pub events: &'static str,
    pub legend: &'static str,
    pub view: &'static str,
    pub loading: &'static str,
    pub show_all: &'static str,
    pub undated: &'static str,
    pub close: &'static str,
    pub by_partner: &'static str,
    pub people_note: &'static str,
    pub copy_link: &'static str,
    /// Names of the languages that sources are written in, by ISO 639-1 code.
    pub languages: &'static [(&'static str, &'static str)],
    /// Names of the kinds of events, by the name in the dataset.
    pub event_kinds: &'static [(&'static str, &'static str)],
}

/// Which dates of a claim its source does not state.
#[derive(Debug)]
pub struct Inferred {
    pub start: &'static str,
    pub end: &'static str,
    pub start_and_end: &'static str,
    pub dates: &'static str,
}

/// The chips of what is selected.
#[derive(Debug)]
pub struct Selection {
    pub label: &'static str,
    pub clear: &'static str,
    pub remove: &'static str,
    pub max_change: &'static str,
    pub revision: &'static str,
    pub excluded: &'static str,
}

/// The first screen.
#[derive(Debug)]
pub struct Headline {
    pub article: &'static str,
    pub falling: &'static str,
    pub no_months: &'static str,
    pub scope: &'static str,
    pub all_sources: &'static str,
    pub article_only: &'static str,
}

/// The chart of the decline.
#[derive(Debug)]
pub struct Chart {
    pub title: &'static str,
    pub lede: &'static str,
    pub metric_auto: &'static str,
    pub from: &'static str,
    pub to: &'static str,
    pub all_years: &'static str,
    pub article_months: &'static str,
    pub scale: &'static str,
    pub linear: &'static str,
    pub logarithmic: &'static str,
    pub logarithmic_note: &'static str,
    pub average_over: &'static str,
    pub a_month: &'static str,
    pub a_day: &'static str,
    pub months_shown: &'static str,
    pub first_month: &'static str,
    pub last_month: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub earlier: &'static str,
    pub later: &'static str,
    pub keys: &'static str,
    pub direction_lane: &'static str,
    pub running_total: &'static str,
    pub value: &'static str,
    pub per_month: &'static str,
    pub per_day: &'static str,
    pub empty: &'static str,
    pub undated: &'static str,
    pub not_charted: &'static str,
    pub readout: &'static str,
    pub readout_hint: &'static str,
    pub table_show: &'static str,
    pub table_hide: &'static str,
    pub more: &'static str,
    pub running_start_unstated: &'static str,
    pub caution_solved: &'static str,
    pub caution_enforcement: &'static str,
    pub caution_money: &'static str,
    pub caution_case: &'static str,
    pub directions: Directions,
    pub legend: ChartLegend,
    pub derived: DerivedMonths,
    pub proofs: Proofs,
}

/// What is reported for a month.
#[derive(Debug)]
pub struct Directions {
    pub down_yoy: &'static str,
    pub down_mom: &'static str,
    pub down_unspecified: &'static str,
    pub up: &'static str,
    pub flat: &'static str,
    pub contested: &'static str,
    pub cumulative: &'static str,
    pub nothing: &'static str,
}

/// What the marks of the chart mean.
#[derive(Debug)]
pub struct ChartLegend {
    pub total: &'static str,
    pub gap: &'static str,
    pub derived_month: &'static str,
    pub average_bounds: &'static str,
    pub month_bounds: &'static str,
    pub upper_bound: &'static str,
    pub between: &'static str,
    pub campaign: &'static str,
    pub run_down: &'static str,
    pub run_up: &'static str,
    pub run_flat: &'static str,
    pub run_cumulative: &'static str,
    pub running_total: &'static str,
    pub value: &'static str,
    pub event: &'static str,
    pub launch: &'static str,
    pub verdict: &'static str,
}

/// Months that follow from the totals.
#[derive(Debug)]
pub struct DerivedMonths {
    pub title: &'static str,
    pub lede: &'static str,
}

/// What follows from the runs of months.
#[derive(Debug)]
pub struct Proofs {
    pub title: &'static str,
    pub lede: &'static str,
    /// Names what is left of a period after its first part.
    pub rest: &'static str,
    /// Stands after dates that no source states.
    pub inferred: &'static str,
}

/// What the totals imply, under the chart.
#[derive(Debug)]
pub struct Bounds {
    pub max_change: &'static str,
    pub no_assumption: &'static str,
    pub smallest_change: &'static str,
    pub no_change_fits: &'static str,
    pub note: &'static str,
    pub revision: &'static str,
    pub revision_note: &'static str,
    pub calculating: &'static str,
    pub failed: &'static str,
    pub totals: &'static str,
    pub totals_lede: &'static str,
    pub contradicts: &'static str,
    pub contradicts_assumption: &'static str,
    pub switched_off: &'static str,
    pub range_sum: &'static str,
    pub implied: &'static str,
    pub no_upper_limit: &'static str,
}

/// The map of partners.
#[derive(Debug)]
pub struct Map {
    pub title: &'static str,
    pub lede: &'static str,
    pub label: &'static str,
    pub colour_by: &'static str,
    pub event_count: &'static str,
    pub claim_count: &'static str,
    pub region: &'static str,
    pub world: &'static str,
    pub as_of: &'static str,
    pub play: &'static str,
    pub pause: &'static str,
    pub previous_month: &'static str,
    pub next_month: &'static str,
    pub marks: &'static str,
    pub zoom_in: &'static str,
    pub zoom_out: &'static str,
    pub whole: &'static str,
    pub keys: &'static str,
    pub loading: &'static str,
    pub failed: &'static str,
    pub outside_view: &'static str,
    pub not_in_data: &'static str,
    pub empty: &'static str,
    pub others: &'static str,
    pub boundaries: &'static str,
    pub legend: MapLegend,
}

/// What the marks of the map mean.
#[derive(Debug)]
pub struct MapLegend {
    pub named: &'static str,
    pub not_named: &'static str,
    pub home: &'static str,
    pub circle: &'static str,
    pub beyond: &'static str,
    pub flow: &'static str,
}

/// The list of areas next to the map.
#[derive(Debug)]
pub struct Areas {
    pub label: &'static str,
    pub provinces: &'static str,
    pub find: &'static str,
    pub hint: &'static str,
    pub none_found: &'static str,
}

/// The panel of one area, and the comparison of several.
#[derive(Debug)]
pub struct Panel {
    pub pick: &'static str,
    pub running_total: &'static str,
    pub largest: &'static str,
    pub by_partner: &'static str,
    pub no_figure: &'static str,
    pub not_yet: &'static str,
    pub single_figures: &'static str,
    pub people: &'static str,
    pub campaigns: &'static str,
    pub compare_with: &'static str,
    pub choose: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub show_all: &'static str,
    pub series: &'static str,
    pub compare_title: &'static str,
    pub compare_remove: &'static str,
}

/// The table of all records.
#[derive(Debug)]
pub struct Evidence {
    pub title: &'static str,
    pub lede: &'static str,
    pub one_by_one: &'static str,
    pub by_source: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub more_filters: &'static str,
    pub records: &'static str,
    pub none_found: &'static str,
    pub remove_filter: &'static str,
}

/// The filters of the table.
#[derive(Debug)]
pub struct Facets {
    pub all_metrics: &'static str,
    pub all_areas: &'static str,
    pub all_campaigns: &'static str,
    pub any: &'static str,
    pub publisher: &'static str,
    pub year: &'static str,
    pub direction: &'static str,
    pub article: &'static str,
    pub in_article: &'static str,
    pub not_in_article: &'static str,
    pub in_contradiction: &'static str,
    pub not_in_contradiction: &'static str,
    pub group_by: &'static str,
    pub no_groups: &'static str,
}

/// Names of the table's columns.
#[derive(Debug)]
pub struct Columns {
    pub label: &'static str,
    pub period: &'static str,
    pub area: &'static str,
    pub what: &'static str,
    pub figure: &'static str,
    pub summary: &'static str,
    pub source: &'static str,
    pub published: &'static str,
}

/// How exact a figure is.
#[derive(Debug)]
pub struct Precision {
    pub label: &'static str,
    pub names: OfQualifier,
    /// Which rule gives the range that a figure stands for.
    pub range_rules: OfQualifier,
}

/// Words for each qualifier of a figure.
#[derive(Debug)]
pub struct OfQualifier {
    pub exact: &'static str,
    pub rounded: &'static str,
    pub about: &'static str,
    pub more_than: &'static str,
    pub over: &'static str,
    pub at_least: &'static str,
    pub nearly: &'static str,
}

impl OfQualifier {
    pub fn of(&self, qualifier: Qualifier) -> &'static str {
        match qualifier {
            Qualifier::Exact => self.exact,
            Qualifier::Rounded => self.rounded,
            Qualifier::About => self.about,
            Qualifier::MoreThan => self.more_than,
            Qualifier::Over => self.over,
            Qualifier::AtLeast => self.at_least,
            Qualifier::Nearly => self.nearly,
        }
    }
}

/// How reliable a source is.
#[derive(Debug)]
pub struct SourceReliability {
    pub label: &'static str,
    pub names: OfReliability,
    /// The names and what they mean.
    pub meanings: OfReliability,
}

/// Words for each degree of reliability.
#[derive(Debug)]
pub struct OfReliability {
    pub high: &'static str,
    pub medium: &'static str,
    pub low: &'static str,
}

impl OfReliability {
    pub fn of(&self, reliability: Reliability) -> &'static str {
        match reliability {
            Reliability::High => self.high,
            Reliability::Medium => self.medium,
            Reliability::Low => self.low,
        }
    }
}

/// Claims side by side.
#[derive(Debug)]
pub struct Compare {
    pub add: &'static str,
    pub remove: &'static str,
    pub title: &'static str,
    pub hint: &'static str,
    pub difference: &'static str,
    pub same_thing: &'static str,
}

/// The dialog of a claim or event.
#[derive(Debug)]
pub struct Dialog {
    pub range: &'static str,
    pub range_why: &'static str,
    pub change: &'static str,
    pub definition: &'static str,
    pub original_term: &'static str,
    pub reported_by: &'static str,
    pub doubts: &'static str,
    pub not_used: &'static str,
    pub not_comparable: &'static str,
    pub view_source: &'static str,
    pub permalink: &'static str,
    pub people: &'static str,
    pub contradictions: &'static str,
    pub implied: &'static str,
    pub same_figure: &'static str,
    pub same_period: &'static str,
    pub same_metric: &'static str,
    pub previous: &'static str,
    pub next: &'static str,
    pub basis: Bases,
}

/// Kinds of claims.
#[derive(Debug)]
pub struct Bases {
    pub label: &'static str,
    pub period: &'static str,
    pub as_of: &'static str,
    pub change: &'static str,
    pub statement: &'static str,
}

/// Claims that cannot all be true.
#[derive(Debug)]
pub struct Contradictions {
    pub title: &'static str,
    pub lede: &'static str,
    pub none: &'static str,
    pub show_on_chart: &'static str,
    pub all: &'static str,
    pub inconsistent: Rule,
    pub different_figures: Rule,
    pub repeated_figure: Rule,
    pub sum_of_others: Rule,
    pub unit_slip: Rule,
    pub squeezed: Rule,
    pub strained: Rule,
    pub tight_loop: Rule,
    pub implied_base: Rule,
    pub misdated: Rule,
    pub first_month_or_base: Rule,
    pub contested_month: Rule,
    pub run_length: Rule,
}

/// One rule: its name, and what a finding of it means.
#[derive(Debug)]
pub struct Rule {
    pub name: &'static str,
    pub why: &'static str,
}

/// How to read the page.
#[derive(Debug)]
pub struct Method {
    pub title: &'static str,
    pub claims: &'static str,
    pub figures: &'static str,
    pub dates: &'static str,
    pub difference: &'static str,
    pub conflict: &'static str,
    pub overlap: &'static str,
    pub direction: &'static str,
    pub not_found: &'static str,
    pub in_full: &'static str,
    pub data: &'static str,
    pub package: &'static str,
    pub metrics: &'static str,
    pub campaigns: &'static str,
    pub launched: &'static str,
    pub also_known_as: &'static str,
    pub authority: &'static str,
}

/// Ways to save and copy records.
#[derive(Debug)]
pub struct Download {
    pub title: &'static str,
    pub excel: &'static str,
    pub copy_table: &'static str,
    pub copy_text: &'static str,
    pub copy: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub cite: &'static str,
    pub save_image: &'static str,
    pub save_failed: &'static str,
}

/// Markup for another page.
#[derive(Debug)]
pub struct Embed {
    pub label: &'static str,
    pub note: &'static str,
    pub paste: &'static str,
    pub open: &'static str,
}
impl Words {
    /// The name of a language; its code where it has none here.
    pub fn language_name<'a>(&self, code: &'a str) -> &'a str {
        self.common.languages.iter().find(|(id, _)| *id == code).map_or(code, |(_, name)| name)
    }

    /// The name of a kind of event; for a kind that has none here, the word for any event.
    pub fn event_kind(&self, kind: &str) -> &'static str {
        self.common.event_kinds.iter().find(|(id, _)| *id == kind).map_or(self.common.event, |(_, name)| name)
    }
}
