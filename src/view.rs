//! What every component reads: the dataset, the language, and how to ask for something else.

use std::rc::Rc;

use yew::{Callback, hook, use_context};

use crackdown_core::{
    analysis::precomputed::Precomputed,
    dataset::{AreaCode, CampaignId, Claim, Dataset, Event, MetricId, RecordId, Text},
    drawing::map::Basemap,
    locale::{Language, Words},
    query::{self, Action, Index, Record, RecordRequest, Selection},
};

/// The surroundings of a component. Equal when it is the same dataset in the same language.
#[derive(Clone)]
pub struct View {
    /// Language of the document.
    pub language: Language,
    /// The dataset.
    pub dataset: Rc<Dataset>,
    /// What was precomputed from it.
    pub precomputed: Rc<Precomputed>,
    /// Geography of the first view.
    pub geography: Rc<Basemap>,
    /// Its full-text index.
    pub index: Rc<Index>,
    /// Asks for something else.
    pub ask: Callback<Action>,
    /// Asks for the wording of all records.
    pub want: Callback<()>,
}

impl View {
    /// The words of the language.
    pub fn words(&self) -> &'static Words {
        self.language.words()
    }

    /// A callback that asks for one thing.
    pub fn asking<E>(&self, action: Action) -> Callback<E> {
        let ask = self.ask.clone();
        Callback::from(move |_| ask.emit(action.clone()))
    }

    /// The name of an area, or its code where the dataset has no such area.
    pub fn area_name<'a>(&'a self, code: &'a AreaCode) -> &'a str {
        self.language.area_name(&self.dataset, code)
    }

    /// The name of a metric, or its id.
    pub fn metric_name<'a>(&'a self, id: &'a MetricId) -> &'a str {
        self.language.metric_name(&self.dataset, id)
    }

    /// The name of a campaign, or its id.
    pub fn campaign_name<'a>(&'a self, id: &'a CampaignId) -> &'a str {
        self.language.campaign_name(&self.dataset, id)
    }

    /// What an event is, in few words: its kind and areas.
    pub fn event_name(&self, event: &Event) -> String {
        self.language.event_name(&self.dataset, event)
    }

    /// What a claim is, in few words: its metric and figure, area and period.
    pub fn claim_name(&self, claim: &Claim) -> String {
        let figure = self.language.claim_figure(&self.dataset, claim);
        let what = self.language.labelled(self.metric_name(&claim.metric), &figure);
        self.language.phrases(&[&what, self.area_name(&claim.area), &self.language.claim_period(claim)])
    }

    /// Claims and events requested, in the order of the listing.
    pub fn listed(&self, request: RecordRequest) -> Vec<Record<'_>> {
        let mut records = query::records(&self.dataset, &self.index, request);
        let pick = |text: &Text| self.language.pick(text).to_owned();
        query::sort_records(&self.dataset, &mut records, request.listing.sort, pick);
        records
    }

    /// The day of the dataset.
    pub fn day(&self) -> String {
        self.dataset.day().map(|day| self.language.date(day)).unwrap_or_default()
    }
}

impl PartialEq for View {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && Rc::ptr_eq(&self.dataset, &other.dataset) && self.ask == other.ask
    }
}

/// The view of the nearest provider.
#[hook]
pub fn use_view() -> View {
    // The application provides it above every component, so that a missing one is a mistake of the programmer.
    #[allow(clippy::expect_used)]
    use_context::<View>().expect("components stand inside the application")
}

/// The page of every row, which needs no scripts, next to the document.
pub const EVIDENCE_PAGE: &str = "evidence.html";

/// The address of one claim or event in the explorer.
pub fn claim_href(id: &RecordId) -> String {
    let selection = Selection { focus: Some(id.clone()), ..Selection::default() };
    format!("./?{}", selection.to_query())
}

/// The address of its row on [`EVIDENCE_PAGE`]; where scripts run, that page hands the query on to the explorer.
pub fn row_href(id: &RecordId) -> String {
    format!("{EVIDENCE_PAGE}{}#row-{id}", claim_href(id).trim_start_matches("./"))
}
