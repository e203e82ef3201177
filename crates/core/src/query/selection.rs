//! What the reader asks for: one plain value, changed by one function.

use super::Listing;
use crate::dataset::Month;

/// Whether to show the founding article alone or the whole record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// Every claim and event.
    #[default]
    All,
    /// Only claims of the founding article (CCTV, 5 January 2024).
    Article,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    #[default]
    Auto,
    /// Dark text on a light page.
    Light,
    /// Light text on a dark page.
    Dark,
}

/// How values are spread over the height of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScaleKind {
    /// Equal distances are equal differences, so that areas are figures.
    #[default]
    Linear,
    /// Equal distances are equal ratios.
    Log,
}

/// The time that an average is taken over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Per {
    /// A month of average length.
    #[default]
    Month,
    /// A day.
    Day,
}

/// Largest assumption about months, in percent, that is taken from an address.
pub const MONTHLY_CHANGE_LIMIT: u32 = 10_000;

/// A view that another page can frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Embed {
    /// The decline chart.
    Decline,
    /// The map of partners.
    Map,
    /// The claim or event in focus.
    Claim,
}

impl Embed {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Decline, Self::Map, Self::Claim];

    /// Its name in the address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Decline => "decline",
            Self::Map => "map",
            Self::Claim => "claim",
        }
    }

    /// The view with a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|embed| embed.name() == name)
    }
}

/// An inclusive range of months, first not after last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    first: Month,
    last: Month,
}

impl Range {
    /// The range between two months, in whichever order they come.
    pub fn between(a: Month, b: Month) -> Self {
        Self { first: a.min(b), last: a.max(b) }
    }

    /// First month.
    pub fn first(self) -> Month {
        self.first
    }

    /// Last month.
    pub fn last(self) -> Month {
        self.last
    }
}

/// How much of the earth the map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MapView {
    /// East, South and South-East Asia.
    #[default]
    Region,
    /// All countries.
    World,
}

/// Records that the map counts in place of a metric's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// Events that name a country.
    Events,
    /// Claims about a country.
    Claims,
}

/// Everything that decides what the page shows. `None` means no restriction.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The article or all sources.
    pub scope: Scope,
    /// Id of a metric.
    pub metric: Option<String>,
    /// Months that a claim's period must touch.
    pub range: Option<Range>,
    /// Code of an area.
    pub area: Option<String>,
    /// Id of a campaign.
    pub campaign: Option<String>,
    /// Full-text search of the evidence.
    pub text: String,
    /// Id of the claim or event in focus.
    pub claim: Option<String>,
    /// The reader's assumption: by how many percent a month may differ from the one before.
    pub max_monthly_change: Option<u32>,
    /// Ids of claims that the reader keeps out of the bounds, in order.
    pub without: Vec<String>,
    /// Scale of the level lane.
    pub scale: ScaleKind,
    /// What the level lane's averages are taken over.
    pub per: Per,
    /// The month that the map speaks of, by which the evidence is counted; `None` for the latest.
    pub date: Option<Month>,
    /// Codes of areas to hold against each other, in the order chosen, none twice.
    pub compare: Vec<String>,
    /// How much of the earth the map shows.
    pub map: MapView,
    /// What the map counts in place of a metric.
    pub count: Option<Count>,
    /// Light or dark.
    pub theme: Theme,
    /// How the evidence is listed.
    pub listing: Listing,
    /// The one view to show in a frame of another page.
    pub embed: Option<Embed>,
}

/// One step of the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// The article or all sources.
    Scope(Scope),
    /// A metric, or all.
    Metric(Option<String>),
    /// A range of months, or all.
    Range(Option<Range>),
    /// An area, or all.
    Area(Option<String>),
    /// A campaign, or all.
    Campaign(Option<String>),
    /// New search text.
    Text(String),
    /// Opens a claim or event.
    Focus(String),
    /// Closes a claim or event, unless another was opened in the meantime.
    Close(String),
    /// Another assumption about months, or none.
    MaxMonthlyChange(Option<u32>),
    /// Takes a claim out of the bounds, or back in.
    Without(String),
    /// Scale of the level lane.
    Scale(ScaleKind),
    /// What averages are taken over.
    Per(Per),
    /// The month that the map speaks of, or the latest.
    Date(Option<Month>),
    /// Puts an area among those compared, or takes it out.
    Compare(String),
    /// How much of the earth the map shows.
    Map(MapView),
    /// What the map counts in place of a metric.
    Count(Option<Count>),
    /// Light or dark.
    Theme(Theme),
    /// Another listing of the evidence.
    List(Box<Listing>),
    /// Another selection altogether, as from the address bar.
    Open(Box<Selection>),
    /// Takes back every restriction, the assumption and the choice of claims; keeps how things are shown.
    Clear,
}

impl Selection {
    /// The selection after one step.
    #[must_use]
    pub fn after(&self, action: Action) -> Self {
        let mut next = self.clone();
        match action {
            Action::Scope(scope) => next.scope = scope,
            // A metric chosen anywhere is what the map shows, too.
            Action::Metric(metric) => (next.metric, next.count) = (metric, None),
            Action::Range(range) => next.range = range,
            Action::Area(area) => next.area = area,
            Action::Campaign(campaign) => next.campaign = campaign,
            Action::Text(text) => next.text = text,
            Action::Focus(claim) => next.claim = Some(claim),
            Action::Close(claim) => next.claim = next.claim.filter(|open| *open != claim),
            Action::MaxMonthlyChange(percent) => next.max_monthly_change = percent,
            Action::Without(claim) => match next.without.binary_search(&claim) {
                Ok(at) => drop(next.without.remove(at)),
                Err(at) => next.without.insert(at, claim),
            },
            Action::Scale(scale) => next.scale = scale,
            Action::Per(per) => next.per = per,
            Action::Date(date) => next.date = date,
            Action::Compare(code) => match next.compare.iter().position(|area| *area == code) {
                Some(at) => drop(next.compare.remove(at)),
                None => next.compare.push(code),
            },
            Action::Map(map) => next.map = map,
            Action::Count(count) => next.count = count,
            Action::Theme(theme) => next.theme = theme,
            Action::List(listing) => next.listing = *listing,
            Action::Open(selection) => next = *selection,
            Action::Clear => {
                let listing = Listing { chosen: Vec::new(), compare: Vec::new(), ..next.listing };
                next = Self { listing, ..self.looks() };
            }
        }
        next
    }

    /// The part of it that chart and map depend on.
    #[must_use]
    pub fn drawn(&self) -> Self {
        let kept = self.clone();
        Self { claim: None, text: String::new(), theme: Theme::default(), listing: Listing::default(), ..kept }
    }

    /// The month that the map speaks of: the reader's, else the last of those asked for; `None` for all there is.
    pub fn map_date(&self) -> Option<Month> {
        self.date.or(self.range.map(Range::last))
    }

    /// The selection without what the map alone reads, so that another view of it redraws nothing else. Its month is the
    /// evidence's, too.
    #[must_use]
    pub fn beside_the_map(&self) -> Self {
        Self { compare: Vec::new(), map: MapView::default(), count: None, ..self.clone() }
    }

    /// The selection without what the decline chart alone reads, so that another scale or assumption redraws nothing else.
    #[must_use]
    pub fn beside_the_chart(&self) -> Self {
        let Self { scale, per, .. } = Self::default();
        Self { max_monthly_change: None, without: Vec::new(), scale, per, ..self.clone() }
    }

    /// Whether anything but the whole record is asked for.
    pub fn is_restricted(&self) -> bool {
        let listing = Listing { chosen: vec![], ..self.listing.clone() };
        let date = self.date;
        self.beside_the_map() != Self { claim: self.claim.clone(), date, listing, ..self.looks() }
    }

    /// The whole record, chart and page shown as they are now.
    #[must_use]
    pub fn looks(&self) -> Self {
        Self { theme: self.theme, embed: self.embed, scale: self.scale, per: self.per, ..Self::default() }
    }
}
