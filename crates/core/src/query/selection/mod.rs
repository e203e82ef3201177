//! What the reader asks for: one plain value in parts, one a view, changed by one function.

mod chart;
mod listing;
mod map;
mod query;

pub use chart::{ChartOptions, MONTHLY_CHANGE_LIMIT, Per, REVISIONS, ScaleKind};
pub use listing::{COMPARE_LIMIT, Group, Listing, Sort, TEXT_LIMIT};
pub use map::{Count, MapOptions, MapView};
pub use query::{Query, Range, Scope};

use strum::{EnumString, IntoStaticStr, VariantNames};

use super::{Column, Facet};
use crate::dataset::{AreaCode, CampaignId, MetricId, Month, RecordId};

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

/// A view that another page can frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub enum Embed {
    /// The decline chart.
    Decline,
    /// The map of partners.
    Map,
    /// The claim or event in focus.
    Claim,
}

/// Everything that an address says. A view reads only its parts, so that a change of another part does not draw it again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Read by every view.
    pub query: Query,
    /// The month that the map shows and by which the evidence is counted; `None` for the latest.
    pub date: Option<Month>,
    /// Read by the decline chart alone.
    pub chart: ChartOptions,
    /// Read by the map alone.
    pub map: MapOptions,
    /// Read by the evidence alone.
    pub listing: Listing,
    /// Id of the claim or event in focus.
    pub focus: Option<RecordId>,
    /// The theme that the address asks for; `None` leaves it to what the reader chose before.
    pub theme: Option<Theme>,
    /// The one view to show in a frame of another page.
    pub embed: Option<Embed>,
}

/// One change that the reader makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The article or all sources.
    Scope(Scope),
    /// A metric, or all.
    Metric(Option<MetricId>),
    /// A range of months, or all.
    Range(Option<Range>),
    /// An area, or all.
    Area(Option<AreaCode>),
    /// A campaign, or all.
    Campaign(Option<CampaignId>),
    /// The month that the map shows, or the latest.
    Date(Option<Month>),
    /// Scale of the level lane.
    Scale(ScaleKind),
    /// Time that averages are over.
    Per(Per),
    /// Another assumption about months, or none.
    MaxMonthlyChange(Option<u32>),
    /// Allows totals to have grown by so many percent since they were published: one of [`REVISIONS`].
    Revision(u32),
    /// Keeps a claim out of the bounds, or lets it in again.
    Without(RecordId),
    /// How much of the earth the map shows.
    MapView(MapView),
    /// What the map counts in place of a metric.
    Count(Option<Count>),
    /// Compares an area, or no longer.
    CompareArea(AreaCode),
    /// New search text.
    Text(String),
    /// A value of a facet, or all.
    Facet(Facet, Option<String>),
    /// Sorts the evidence by a column, or turns its order.
    SortBy(Column),
    /// What rows are put together by.
    Group(Option<Group>),
    /// Shows or hides a column of the evidence.
    ToggleColumn(Column),
    /// Compares a claim, or no longer.
    CompareClaim(RecordId),
    /// Opens a claim or event.
    Focus(RecordId),
    /// Closes a claim or event, unless another was opened in the meantime.
    Close(RecordId),
    /// Removes the theme from the address, once the reader has chosen one.
    ForgetTheme,
    /// Another selection altogether, as from the address bar.
    Open(Box<Selection>),
    /// Removes every restriction, the assumption and all comparisons; keeps how things are shown.
    Clear,
}

impl Selection {
    /// The selection after one change.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        let Self { query, chart, map, listing, .. } = &mut next;
        match action {
            Action::Scope(scope) => query.scope = scope,
            // A metric chosen anywhere is what the map shows, too.
            Action::Metric(metric) => (query.metric, map.count) = (metric, None),
            Action::Range(range) => query.range = range,
            Action::Area(area) => query.area = area,
            Action::Campaign(campaign) => query.campaign = campaign,
            Action::Date(date) => next.date = date,
            Action::Scale(scale) => chart.scale = scale,
            Action::Per(per) => chart.per = per,
            Action::MaxMonthlyChange(percent) => chart.max_monthly_change = percent,
            Action::Revision(percent) => chart.revision = percent,
            Action::Without(claim) => chart.toggle_claim(claim),
            Action::MapView(view) => map.view = view,
            Action::Count(count) => map.count = count,
            Action::CompareArea(code) => map.toggle_area(code),
            Action::Text(text) => listing.text = text,
            Action::Facet(Facet::Metric, metric) => return self.after(Action::Metric(metric.map(MetricId::from))),
            Action::Facet(Facet::Area, area) => query.area = area.map(AreaCode::from),
            Action::Facet(Facet::Campaign, campaign) => query.campaign = campaign.map(CampaignId::from),
            Action::Facet(facet, value) => listing.choose(facet, value),
            Action::SortBy(column) => listing.sort_by(column),
            Action::Group(group) => listing.group = group,
            Action::ToggleColumn(column) => listing.columns = listing.columns.toggled(column),
            Action::CompareClaim(id) => listing.toggle_claim(id),
            Action::Focus(id) => next.focus = Some(id),
            Action::Close(id) => next.focus = next.focus.filter(|open| *open != id),
            Action::ForgetTheme => next.theme = None,
            Action::Open(selection) => next = *selection,
            Action::Clear => next = self.cleared(),
        }
        next
    }

    fn cleared(&self) -> Self {
        let Self { chart, map, listing, theme, embed, .. } = self;
        Self {
            chart: ChartOptions { scale: chart.scale, per: chart.per, ..ChartOptions::default() },
            map: MapOptions { view: map.view, ..MapOptions::default() },
            listing: Listing {
                sort: listing.sort,
                group: listing.group,
                columns: listing.columns,
                ..Listing::default()
            },
            theme: *theme,
            embed: *embed,
            ..Self::default()
        }
    }
}
