//! A month by whose end something must have happened.

use crate::dataset::{Claim, Event, Month};

/// The end of what is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cutoff(pub Option<Month>);

impl Cutoff {
    /// Whether a claim was counted by then. Without a month undated claims are, too.
    pub fn claim(self, claim: &Claim) -> bool {
        self.0.is_none_or(|month| claim.end.or(claim.start).is_some_and(|day| day <= month.last_day()))
    }

    /// Whether an event had begun by then.
    pub fn event(self, event: &Event) -> bool {
        self.0.is_none_or(|month| event.start.or(event.end).is_some_and(|day| day <= month.last_day()))
    }
}
