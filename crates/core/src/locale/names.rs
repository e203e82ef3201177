//! Names of what a dataset holds, as each language writes them.

use super::Language;
use crate::dataset::{AreaCode, CampaignId, Claim, Dataset, Event, MetricId};

impl Language {
    /// The name of a metric, or its id where the dataset has no such metric.
    pub fn metric_name<'a>(self, dataset: &'a Dataset, id: &'a MetricId) -> &'a str {
        dataset.metric(id).map_or(id, |metric| self.pick(&metric.label))
    }

    /// The name of an area, or its code where the dataset has no such area.
    pub fn area_name<'a>(self, dataset: &'a Dataset, code: &'a AreaCode) -> &'a str {
        dataset.area(code).map_or(code, |area| self.pick(&area.name))
    }

    /// The name of a campaign, or its id where the dataset has no such campaign.
    pub fn campaign_name<'a>(self, dataset: &'a Dataset, id: &'a CampaignId) -> &'a str {
        dataset.campaign(id).map_or(id, |campaign| self.pick(&campaign.name))
    }

    /// The kind and areas of an event: Handover: Myanmar, Yunnan.
    pub fn event_name(self, dataset: &Dataset, event: &Event) -> String {
        let areas: Vec<&str> = event.areas.iter().map(|code| self.area_name(dataset, code)).collect();
        self.labelled(self.words().event_kind(&event.kind), &self.list(&areas))
    }

    /// The metric, period and figure of a claim: Cases cracked, 2023: 437,000 cases.
    pub fn claim_sentence(self, dataset: &Dataset, claim: &Claim) -> String {
        let name = self.list(&[self.metric_name(dataset, &claim.metric), &self.claim_period(claim)]);
        self.labelled(&name, &self.claim_figure(dataset, claim))
    }
}
