//! A claim or an event, as the evidence lists them together.

use chrono::NaiveDate as Date;

use crate::dataset::{CampaignId, Claim, Dataset, Event, RecordId, SourceId, Text};

/// One or the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Record<'a> {
    /// A claim.
    Claim(&'a Claim),
    /// An event.
    Event(&'a Event),
}

impl<'a> Record<'a> {
    /// The record of a number: claims in file order, then events.
    pub(super) fn numbered(dataset: &'a Dataset, at: usize) -> Option<Self> {
        let claim = dataset.claims.get(at).map(Self::Claim);
        claim.or_else(|| dataset.events.get(at.checked_sub(dataset.claims.len())?).map(Self::Event))
    }

    /// Permalink.
    pub fn id(self) -> &'a RecordId {
        match self {
            Self::Claim(claim) => &claim.id,
            Self::Event(event) => &event.id,
        }
    }

    /// First and last day.
    pub fn dates(self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::Claim(claim) => (claim.start, claim.end),
            Self::Event(event) => (event.start, event.end),
        }
    }

    /// What its source says.
    pub fn text(self) -> &'a Text {
        match self {
            Self::Claim(claim) => &claim.text,
            Self::Event(event) => &event.text,
        }
    }

    /// Id of its campaign.
    pub fn campaign(self) -> Option<&'a CampaignId> {
        match self {
            Self::Claim(claim) => claim.campaign.as_ref(),
            Self::Event(event) => event.campaign.as_ref(),
        }
    }

    /// Id of its source.
    pub fn source(self) -> &'a SourceId {
        match self {
            Self::Claim(claim) => &claim.source,
            Self::Event(event) => &event.source,
        }
    }

    /// The last day it speaks of, else the first.
    pub fn date(self) -> Option<Date> {
        let (start, end) = self.dates();
        end.or(start)
    }
}
