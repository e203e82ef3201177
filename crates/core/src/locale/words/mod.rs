//! The interface's words, one field an idea, so that a missing translation does not compile.

mod en;
mod zh;

use crate::dataset::Reliability;

pub use en::EN;
pub use zh::ZH;

/// Words of one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// Name of the explorer.
    pub title: &'static str,
    /// The first heading.
    pub tagline: &'static str,
    /// What the page is.
    pub lede: &'static str,
    /// Introduces the article's figures.
    pub article_lead: &'static str,
    /// The article's statement of decline.
    pub article_falling: &'static str,
    /// What the article lacks.
    pub article_no_months: &'static str,
    /// Skip link.
    pub skip: &'static str,
    /// Link to the other language, in that language.
    pub language_other: &'static str,
    /// Theme switch.
    pub theme: &'static str,
    /// Auto.
    pub theme_auto: &'static str,
    /// Light.
    pub theme_light: &'static str,
    /// Dark.
    pub theme_dark: &'static str,
    /// Scope switch.
    pub scope: &'static str,
    /// All sources.
    pub scope_all: &'static str,
    /// The article only.
    pub scope_article: &'static str,
    /// Accessible name of the section links.
    pub nav: &'static str,
    /// Decline.
    pub nav_decline: &'static str,
    /// Partners.
    pub nav_partners: &'static str,
    /// Evidence.
    pub nav_evidence: &'static str,
    /// Checks.
    pub nav_checks: &'static str,
    /// Method.
    pub nav_method: &'static str,
    /// Precedes the chips of the selection.
    pub selected: &'static str,
    /// Takes back all restrictions.
    pub clear: &'static str,
    /// Accessible prefix of a chip's button.
    pub remove: &'static str,
    /// The decline, as it was reported.
    pub decline_title: &'static str,
    /// Monthly figures were almost never published. The top lane…
    pub decline_lede: &'static str,
    /// Metric.
    pub metric: &'static str,
    /// Choose for me.
    pub metric_auto: &'static str,
    /// All metrics.
    pub metric_all: &'static str,
    /// Period.
    pub period: &'static str,
    /// From.
    pub from: &'static str,
    /// To.
    pub to: &'static str,
    /// All years.
    pub preset_all: &'static str,
    /// The article’s months.
    pub preset_article: &'static str,
    /// Reported direction: fraud incidents and cases filed, China.
    pub lane_direction: &'static str,
    /// Events.
    pub lane_events: &'static str,
    /// running total.
    pub lane_total: &'static str,
    /// a month on average.
    pub per_month: &'static str,
    /// down on a year earlier.
    pub dir_down_yoy: &'static str,
    /// down on the month before.
    pub dir_down_mom: &'static str,
    /// down, base not stated.
    pub dir_down_unspecified: &'static str,
    /// up.
    pub dir_up: &'static str,
    /// flat.
    pub dir_flat: &'static str,
    /// contested: sources disagree.
    pub dir_contested: &'static str,
    /// only a change over a longer period.
    pub dir_cumulative: &'static str,
    /// nothing reported.
    pub dir_nothing: &'static str,
    /// Legend.
    pub legend: &'static str,
    /// total over a reported span.
    pub legend_block: &'static str,
    /// no figure reported.
    pub legend_gap: &'static str,
    /// Legend: a run of falling months.
    pub legend_run_down: &'static str,
    /// Legend: a run of rising months.
    pub legend_run_up: &'static str,
    /// Legend: a run of months without change.
    pub legend_run_flat: &'static str,
    /// Legend: a change that says nothing about single months.
    pub legend_run_cumulative: &'static str,
    /// Legend: a running total.
    pub legend_running_total: &'static str,
    /// Legend: a value that holds at a time.
    pub legend_value: &'static str,
    /// Legend: an event.
    pub legend_event: &'static str,
    /// Legend: the launch of a campaign.
    pub legend_launch: &'static str,
    /// Legend: a verdict or execution.
    pub legend_verdict: &'static str,
    /// What the axis of a metric counts that is a level.
    pub lane_value: &'static str,
    /// Caution for cases cracked.
    pub caution_cracked: &'static str,
    /// No dated figure is reported for this metric and selection.
    pub empty_level: &'static str,
    /// Not drawn, since the source gives no full dates:
    pub undated_claims: &'static str,
    /// Introduces figures of the metric that belong on another axis.
    pub aside_claims: &'static str,
    /// Hint in the empty panel below the chart.
    pub readout_hint: &'static str,
    /// Accessible name of the panel that lists the claims of a mark.
    pub readout: &'static str,
    /// Who took part.
    pub partners_title: &'static str,
    /// Countries that reports name as partners. Colour shows the…
    pub partners_lede: &'static str,
    /// Accessible name.
    pub map: &'static str,
    /// Colour by.
    pub map_metric: &'static str,
    /// named, no number.
    pub map_named: &'static str,
    /// not named.
    pub map_none: &'static str,
    /// China.
    pub map_home: &'static str,
    /// Boundaries: Natural Earth, simplified, as its default vie…
    pub map_note: &'static str,
    /// The article also speaks of “other countries” that it does…
    pub map_others: &'static str,
    /// Accessible name.
    pub partner_list: &'static str,
    /// Choose a country on the map or in the list.
    pub panel_pick: &'static str,
    /// Largest figure reported at once.
    pub panel_largest: &'static str,
    /// Named without a number for this metric.
    pub panel_no_number: &'static str,
    /// Claims.
    pub panel_claims: &'static str,
    /// Events.
    pub panel_events: &'static str,
    /// Show all countries.
    pub panel_close: &'static str,
    /// The evidence.
    pub evidence_title: &'static str,
    /// Every claim and event, with its source. Search in English…
    pub evidence_lede: &'static str,
    /// Search the evidence.
    pub search: &'static str,
    /// e.g. Broken Card, 断卡, Yunnan.
    pub search_hint: &'static str,
    /// Area.
    pub area: &'static str,
    /// All areas.
    pub area_all: &'static str,
    /// Campaign.
    pub campaign: &'static str,
    /// All campaigns.
    pub campaign_all: &'static str,
    /// Period.
    pub column_period: &'static str,
    /// Area.
    pub column_area: &'static str,
    /// What.
    pub column_what: &'static str,
    /// Figure.
    pub column_figure: &'static str,
    /// What the source says.
    pub column_says: &'static str,
    /// Source.
    pub column_source: &'static str,
    /// The choice of columns.
    pub columns: &'static str,
    /// The day on which a source was published.
    pub column_published: &'static str,
    /// Records without groups.
    pub one_by_one: &'static str,
    /// Records under their sources.
    pub sources: &'static str,
    /// Follows a count.
    pub records: &'static str,
    /// Button under a shortened table, before the number of rows.
    pub show_all: &'static str,
    /// Nothing in the record matches all of this. Loosen one of …
    pub none_found: &'static str,
    /// Stands where wording is still on its way.
    pub loading: &'static str,
    /// The wording could not be fetched.
    pub wording_failed: &'static str,
    /// Fetches again.
    pub retry: &'static str,
    /// Event.
    pub event: &'static str,
    /// Names of the languages that sources are written in, by ISO 639-1 code.
    pub languages: &'static [(&'static str, &'static str)],
    /// Kinds of events as the dataset names them, and their names for the reader.
    pub event_kinds: &'static [(&'static str, &'static str)],
    /// Heads whose figure it is, where it is not a Chinese authority's.
    pub reported_by: &'static str,
    /// The other country's police, court or ministry.
    pub by_partner: &'static str,
    /// not dated.
    pub undated: &'static str,
    /// Close.
    pub dialog_close: &'static str,
    /// Stands for.
    pub stands_for: &'static str,
    /// Change.
    pub change: &'static str,
    /// What is counted.
    pub definition: &'static str,
    /// Chinese term.
    pub original_term: &'static str,
    /// Kind of claim.
    pub basis: &'static str,
    /// a total over a period.
    pub basis_period: &'static str,
    /// a running total.
    pub basis_as_of: &'static str,
    /// a change only.
    pub basis_change: &'static str,
    /// words only.
    pub basis_statement: &'static str,
    /// Doubts.
    pub doubts: &'static str,
    /// Source.
    pub source: &'static str,
    /// Reliability.
    pub reliability: &'static str,
    /// high: the authority itself or state media relaying it.
    pub reliability_high: &'static str,
    /// medium: a named outlet quoting the authority.
    pub reliability_medium: &'static str,
    /// low: a mirror or repost.
    pub reliability_low: &'static str,
    /// Open the source.
    pub open_source: &'static str,
    /// Link to this claim.
    pub permalink: &'static str,
    /// People named.
    pub people: &'static str,
    /// Place.
    pub place: &'static str,
    /// Named as in the notice or verdict of that date.
    pub people_note: &'static str,
    /// A month given away by subtraction.
    pub legend_given: &'static str,
    /// Months that the totals give away.
    pub given_title: &'static str,
    /// No source states these months…
    pub given_lede: &'static str,
    /// What does not fit together.
    pub checks_title: &'static str,
    /// Claims that cannot all be taken at face value…
    pub checks_lede: &'static str,
    /// Nothing found.
    pub checks_none: &'static str,
    /// Show on the chart.
    pub checks_show: &'static str,
    /// All contradictions on one page.
    pub checks_all: &'static str,
    /// Totals that exclude each other.
    pub check_impossible: &'static str,
    /// The first claim cannot hold if…
    pub check_impossible_why: &'static str,
    /// Different figures for one period.
    pub check_different: &'static str,
    /// Same metric, area and dates…
    pub check_different_why: &'static str,
    /// One figure for different periods.
    pub check_repeated: &'static str,
    /// It may be chance…
    pub check_repeated_why: &'static str,
    /// A figure that is the sum of two others.
    pub check_sum: &'static str,
    /// The first figure equals…
    pub check_sum_why: &'static str,
    /// The same digits at another size.
    pub check_unit: &'static str,
    /// Probably a slip between units…
    pub check_unit_why: &'static str,
    /// Runs that disagree about a month.
    pub check_start: &'static str,
    /// One run takes in a month…
    pub check_start_why: &'static str,
    /// A run longer or shorter than its dates.
    pub check_length: &'static str,
    /// The months counted are not…
    pub check_length_why: &'static str,
    /// How to read this.
    pub method_title: &'static str,
    /// No number without its claim. Every figure opens the claim…
    pub method_rule: &'static str,
    /// A printed figure stands for an interval. A rounded figure…
    pub method_interval: &'static str,
    /// Periods overlap. Blocks are drawn over the span each tota…
    pub method_overlap: &'static str,
    /// “Down on a year earlier” for a run of months says nothing…
    pub method_direction: &'static str,
    /// Not known: any monthly series; full-year totals of cases …
    pub method_unknown: &'static str,
    /// The data.
    pub method_data: &'static str,
    /// The dataset is a Data Package under CC BY 4.0:
    pub method_download: &'static str,
    /// Metrics.
    pub method_metrics: &'static str,
    /// Campaigns.
    pub method_campaigns: &'static str,
    /// started.
    pub started: &'static str,
    /// Precedes the other names of a campaign.
    pub also_known_as: &'static str,
    /// Who launched a campaign.
    pub authority: &'static str,
    /// An independent record of public reports; not affiliated w…
    pub footer: &'static str,
    /// Part of the address could not be used.
    pub notice_title: &'static str,
    /// Between the parameter and its value.
    pub notice_ignored: &'static str,
    /// Dismiss.
    pub dismiss: &'static str,
    /// Shown when the application stops.
    pub failure: &'static str,
    /// Button that loads the page again.
    pub reload: &'static str,
    /// Scale of values.
    pub scale: &'static str,
    /// Linear.
    pub scale_linear: &'static str,
    /// Logarithmic.
    pub scale_log: &'static str,
    /// On a logarithmic scale areas say nothing…
    pub scale_log_note: &'static str,
    /// What averages are taken over.
    pub per: &'static str,
    /// A month.
    pub per_month_choice: &'static str,
    /// A day.
    pub per_day_choice: &'static str,
    /// a day on average.
    pub per_day: &'static str,
    /// A month differs from the one before by at most.
    pub assumption: &'static str,
    /// no assumption.
    pub assumption_none: &'static str,
    /// the least that all totals allow.
    pub assumption_swing: &'static str,
    /// No assumption of this kind fits all totals.
    pub assumption_swing_none: &'static str,
    /// Your assumption, not anybody’s claim…
    pub assumption_note: &'static str,
    /// Working out the bounds …
    pub bounds_working: &'static str,
    /// The bounds could not be precomputed out in this browser.
    pub bounds_failed: &'static str,
    /// Totals that the bounds rest on.
    pub used_title: &'static str,
    /// Switch a total off…
    pub used_lede: &'static str,
    /// left out: contradicts.
    pub used_contradicts: &'static str,
    /// left out: contradicts the assumption.
    pub used_assumption: &'static str,
    /// switched off.
    pub used_off: &'static str,
    /// All months shown together.
    pub range_sum: &'static str,
    /// implied by the totals.
    pub implied: &'static str,
    /// no upper limit.
    pub open_ended: &'static str,
    /// at least.
    pub at_least: &'static str,
    /// least and greatest average that the totals imply.
    pub legend_bound_block: &'static str,
    /// least and greatest of a single month.
    pub legend_bound_month: &'static str,
    /// a month of which only a sum is known: from nothing up to this.
    pub legend_bound_most: &'static str,
    /// between two running totals.
    pub legend_between: &'static str,
    /// campaign, from its launch to the last report of it.
    pub legend_campaign: &'static str,
    /// Months shown.
    pub brush: &'static str,
    /// First month shown.
    pub brush_first: &'static str,
    /// Last month shown.
    pub brush_last: &'static str,
    /// Zoom in.
    pub zoom_in: &'static str,
    /// Zoom out.
    pub zoom_out: &'static str,
    /// Earlier.
    pub earlier: &'static str,
    /// Later.
    pub later: &'static str,
    /// How to move about in the chart.
    pub chart_keys: &'static str,
    /// Show as a table.
    pub table_show: &'static str,
    /// Hide the table.
    pub table_hide: &'static str,
    /// reported.
    pub table_reported: &'static str,
    /// more.
    pub more_claims: &'static str,
    /// Chip of the assumption: months differ by at most.
    pub assumed: &'static str,
    /// Chip of claims switched off: totals switched off.
    pub without: &'static str,
    /// This counts what authorities did…
    pub caution_output: &'static str,
    /// Heading of the ways to take evidence away.
    pub take_title: &'static str,
    /// CSV that Excel opens as UTF-8.
    pub take_excel: &'static str,
    /// Copies a Markdown table.
    pub copy_table: &'static str,
    /// Copies plain text.
    pub copy_text: &'static str,
    /// Copies the address of the view.
    pub copy_link: &'static str,
    /// Copies a text.
    pub copy: &'static str,
    /// The clipboard refused; the text follows.
    pub copy_failed: &'static str,
    /// What an embedded view does.
    pub embed_note: &'static str,
    /// Said after copying.
    pub copied: &'static str,
    /// Heading of the ways to cite.
    pub cite: &'static str,
    /// Before the formats of a picture.
    pub picture: &'static str,
    /// Shows the frame for another page.
    pub embed: &'static str,
    /// Before the markup of the frame.
    pub embed_hint: &'static str,
    /// Link from an embedded view to the whole.
    pub embed_open: &'static str,
    /// Heads the rule that gives the interval.
    pub why: &'static str,
    /// Heads the contradictions that name the claim.
    pub conflicts: &'static str,
    /// Heads the months that follow from the claim.
    pub derived: &'static str,
    /// Heads claims with the same figure.
    pub related_figure: &'static str,
    /// Heads claims of the same area and period.
    pub related_period: &'static str,
    /// Heads claims of the same metric and area.
    pub related_metric: &'static str,
    /// To the claim before.
    pub previous: &'static str,
    /// To the claim after.
    pub next: &'static str,
    /// Puts a claim beside others.
    pub compare_add: &'static str,
    /// Takes a claim away from beside the others.
    pub compare_remove: &'static str,
    /// Heads the claims side by side.
    pub compare_title: &'static str,
    /// Said while there is only one claim.
    pub compare_hint: &'static str,
    /// Before the difference of two totals.
    pub compare_rest: &'static str,
    /// Holds for a difference.
    pub compare_alike: &'static str,
    /// Label of the grouping.
    pub group_by: &'static str,
    /// No grouping.
    pub group_none: &'static str,
    /// Opens more facets.
    pub more_facets: &'static str,
    /// No choice in a facet.
    pub any: &'static str,
    /// Label of a facet.
    pub publisher: &'static str,
    /// Label of a facet.
    pub source_language: &'static str,
    /// Label of a facet.
    pub year: &'static str,
    /// Label of a facet.
    pub qualifier: &'static str,
    /// Label of a facet.
    pub direction: &'static str,
    /// Label of a facet.
    pub article_facet: &'static str,
    /// Value of a facet.
    pub article_yes: &'static str,
    /// Value of a facet.
    pub article_no: &'static str,
    /// Value of a facet.
    pub conflict_yes: &'static str,
    /// Value of a facet.
    pub conflict_no: &'static str,
    /// Before a restriction that may be taken back.
    pub loosen: &'static str,
    /// Names of the qualifiers, in the order of [`crate::dataset::Qualifier`].
    pub qualifiers: [&'static str; 6],
    /// Which rule gives the interval, in the same order.
    pub interval_why: [&'static str; 6],
    /// High, medium, low.
    pub reliabilities: [&'static str; 3],
    /// Heads the choice between views of the same: region or world, one by one or by source.
    pub map_view: &'static str,
    /// Asia.
    pub map_region: &'static str,
    /// The world.
    pub map_world: &'static str,
    /// The map counts events.
    pub map_events: &'static str,
    /// The map counts claims.
    pub map_claims: &'static str,
    /// Precedes the month that the map speaks of.
    pub map_date: &'static str,
    /// Starts to step through the months.
    pub map_play: &'static str,
    /// Stops.
    pub map_pause: &'static str,
    /// One month earlier.
    pub map_back: &'static str,
    /// One month later.
    pub map_on: &'static str,
    /// What the marks under the slider mean.
    pub map_marks: &'static str,
    /// Zooms in.
    pub map_near: &'static str,
    /// Zooms out.
    pub map_far: &'static str,
    /// The whole map.
    pub map_whole: &'static str,
    /// How to use the keyboard on the map.
    pub map_keys: &'static str,
    /// The geography is on its way.
    pub map_loading: &'static str,
    /// The geography could not be fetched.
    pub map_failed: &'static str,
    /// Follows the name of an area that the view does not show.
    pub map_outside: &'static str,
    /// Follows the name of an area that no view can show.
    pub map_unplaced: &'static str,
    /// No country has a figure.
    pub map_empty: &'static str,
    /// What marks at the edge of the map mean.
    pub legend_beyond: &'static str,
    /// What circles mean.
    pub legend_circle: &'static str,
    /// What flows mean.
    pub legend_flow: &'static str,
    /// Heads China's provinces.
    pub provinces: &'static str,
    /// Search box over the list.
    pub find_area: &'static str,
    /// Example.
    pub find_hint: &'static str,
    /// Nothing found.
    pub find_none: &'static str,
    /// Running total.
    pub panel_total: &'static str,
    /// The area is no partner up to the month.
    pub panel_not_yet: &'static str,
    /// Figures of single periods.
    pub panel_batches: &'static str,
    /// The partner's own figures.
    pub panel_partner: &'static str,
    /// Accessible name of the small drawing.
    pub panel_series: &'static str,
    /// People named by notices.
    pub panel_people: &'static str,
    /// Campaigns.
    pub panel_campaigns: &'static str,
    /// The area before in the list.
    pub panel_previous: &'static str,
    /// The area after in the list.
    pub panel_next: &'static str,
    /// Adds an area to the comparison.
    pub compare_with: &'static str,
    /// Nothing chosen yet.
    pub compare_choose: &'static str,
    /// Heads the comparison.
    pub map_compare_title: &'static str,
    /// Takes an area out of the comparison.
    pub compare_drop: &'static str,
}

impl Words {
    /// What a degree of reliability means.
    pub fn reliability_of(&self, reliability: Reliability) -> &'static str {
        match reliability {
            Reliability::High => self.reliability_high,
            Reliability::Medium => self.reliability_medium,
            Reliability::Low => self.reliability_low,
        }
    }

    /// The name of a language; its code where it has none here.
    pub fn language_name<'a>(&self, code: &'a str) -> &'a str {
        self.languages.iter().find(|(id, _)| *id == code).map_or(code, |(_, name)| name)
    }

    /// The name of a kind of event; for a kind that has none here, the word for any event.
    pub fn event_kind(&self, kind: &str) -> &'static str {
        self.event_kinds.iter().find(|(id, _)| *id == kind).map_or(self.event, |(_, name)| name)
    }
}
