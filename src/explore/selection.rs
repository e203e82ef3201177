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
    /// Light or dark.
    Theme(Theme),
    /// Another listing of the evidence.
    List(Box<Listing>),
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
            Action::Metric(metric) => next.metric = metric,
            Action::Range(range) => next.range = range,
            Action::Area(area) => next.area = area,
            Action::Campaign(campaign) => next.campaign = campaign,
            Action::Text(text) => next.text = text,
            Action::Focus(claim) => next.claim = Some(claim),
            Action::Close(claim) => next.claim = next.claim.filter(|open| *open != claim),
            Action::Theme(theme) => next.theme = theme,
            Action::List(listing) => next.listing = *listing,
            Action::Open(selection) => next = *selection,
            Action::Clear => next = Self { theme: self.theme, embed: self.embed, ..Self::default() },
        }
        next
    }

    /// The part of it that chart and map depend on.
    #[must_use]
    pub fn drawn(&self) -> Self {
        let kept = self.clone();
        Self { claim: None, text: String::new(), theme: Theme::default(), listing: Listing::default(), ..kept }
    }

    /// Whether anything but the whole record is asked for.
    pub fn is_restricted(&self) -> bool {
        let listing = Listing { chosen: vec![], ..self.listing.clone() };
        let (theme, claim, embed) = (self.theme, self.claim.clone(), self.embed);
        let unrestricted = Self { theme, claim, embed, listing, ..Self::default() };
        *self != unrestricted
    }
}
