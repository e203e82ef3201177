//! What the reader asks for: one plain value, changed by one function.

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
    /// The month that the map speaks of; `None` for the latest.
    pub date: Option<Month>,
    /// Codes of areas to hold against each other, in the order chosen, none twice.
    pub compare: Vec<String>,
    /// How much of the earth the map shows.
    pub map: MapView,
    /// What the map counts in place of a metric.
    pub count: Option<Count>,
    /// Light or dark.
    pub theme: Theme,
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
    /// Another selection altogether, as from the address bar.
    Open(Box<Selection>),
    /// Takes back every restriction; keeps the theme.
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
            Action::Date(date) => next.date = date,
            Action::Compare(code) => match next.compare.iter().position(|area| *area == code) {
                Some(at) => drop(next.compare.remove(at)),
                None => next.compare.push(code),
            },
            Action::Map(map) => next.map = map,
            Action::Count(count) => next.count = count,
            Action::Theme(theme) => next.theme = theme,
            Action::Open(selection) => next = *selection,
            Action::Clear => next = Self { theme: self.theme, ..Self::default() },
        }
        next
    }

    /// The month that the map speaks of: the reader's, else the last of those asked for; `None` for all there is.
    pub fn map_date(&self) -> Option<Month> {
        self.date.or(self.range.map(Range::last))
    }

    /// The selection without what the map alone reads, so that a step of the map redraws nothing else.
    #[must_use]
    pub fn beside_the_map(&self) -> Self {
        Self { date: None, compare: Vec::new(), map: MapView::default(), count: None, ..self.clone() }
    }

    /// Whether anything but the whole record is asked for.
    pub fn is_restricted(&self) -> bool {
        let unrestricted = Self { theme: self.theme, claim: self.claim.clone(), ..Self::default() };
        self.beside_the_map() != unrestricted
    }
}
