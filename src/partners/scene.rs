//! What the map, the list and the panel show together.

use std::cmp::Ordering;

use crate::view::View;
use crackdown_core::{
    dataset::{AreaCode, AreaKind, Interval, MetricId, Month},
    drawing::map::{Basemap, Class, class_of, classes},
    query::{self, Count, MapOptions, MapView, Partner, Query},
    sort::sort_by,
};

/// Metric of the map where the reader has not chosen one.
pub static METRIC: MetricId = MetricId::literal("suspects_handed_over");

/// The partners as of the chosen month, on scales that hold for every month.
#[derive(Clone, PartialEq)]
pub struct Scene {
    /// Metric of the figures.
    pub metric: MetricId,
    /// What is counted in place of it.
    pub count: Option<Count>,
    /// Areas named by then.
    pub partners: Vec<Partner>,
    /// Classes of colour.
    pub classes: Vec<Class>,
    /// The greatest amount of any month.
    pub most: f64,
    /// The chosen area.
    pub area: Option<AreaCode>,
    /// How much of the earth is shown.
    pub view: MapView,
    /// Whether the figures are of people who were brought to China, so that they are drawn as flows.
    pub flows: bool,
}

impl Scene {
    /// The scene of a query in a month, the latest where there is none.
    pub fn of(view: &View, query: &Query, date: Option<Month>, map: &MapOptions) -> Self {
        let metric = query.metric.clone().unwrap_or_else(|| METRIC.clone());
        let all = query::partners(&view.dataset, query, None, &metric);
        let mut partners = match date {
            Some(_) => query::partners(&view.dataset, query, date, &metric),
            None => all.clone(),
        };
        let count = map.count;
        if count.is_some() {
            let rank = |partner: &Partner| (partner.kind == AreaKind::Country, value(partner, count));
            sort_by(&mut partners, |a, b| rank(b).partial_cmp(&rank(a)).unwrap_or(Ordering::Equal));
        }
        let amounts: Vec<f64> = all.iter().filter_map(|partner| value(partner, count)).collect();
        let most =
            all.iter().filter_map(|partner| amount(partner, count)).map(Interval::drawn_high).fold(0.0, f64::max);
        let brought = view.dataset.metric(&metric).is_some_and(|metric| metric.brought_to_china);
        let (flows, area, view) = (count.is_none() && brought, query.area.clone(), map.view);
        Self { metric, count, partners, classes: classes(&amounts), most, area, view, flows }
    }

    /// The partner with a code.
    pub fn partner(&self, code: &AreaCode) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.code == *code)
    }

    /// What a partner's circle stands for.
    pub fn amount(&self, partner: &Partner) -> Option<Interval> {
        amount(partner, self.count)
    }

    /// The class of a partner's colour.
    pub fn fill(&self, partner: &Partner) -> String {
        let class = value(partner, self.count).and_then(|value| class_of(value, &self.classes));
        class.map_or_else(|| "map-named".to_owned(), |class| format!("map-class-{class}"))
    }

    /// Height of the drawing.
    pub fn height(&self) -> f64 {
        match self.view {
            MapView::Region => Basemap::REGION,
            MapView::World => Basemap::WORLD,
        }
    }

    /// Size of symbols: on the world map countries are smaller.
    pub fn size(&self) -> f64 {
        match self.view {
            MapView::Region => 1.0,
            MapView::World => 0.5,
        }
    }

    /// A partner in few words: its figure or count, or that it is only named.
    pub fn says(&self, view: &View, partner: &Partner) -> String {
        if self.count.is_some() {
            return value(partner, self.count).map(|count| view.language.number(count)).unwrap_or_default();
        }
        let claim = partner.status.figure().and_then(|reported| view.dataset.claim(&reported.claim));
        let figure = claim.and_then(|claim| Some((claim, claim.figure?)));
        figure.map_or(view.words().map.legend.named.to_owned(), |(claim, figure)| {
            view.language.with_aside(&view.language.figure(&figure), &view.language.claim_period(claim))
        })
    }
}

fn value(partner: &Partner, count: Option<Count>) -> Option<f64> {
    // Counts of records are far below where a float would round.
    match count {
        Some(Count::Events) => Some(partner.events as f64),
        Some(Count::Claims) => Some(partner.claims as f64),
        None => partner.status.figure().map(|reported| reported.value),
    }
}

fn amount(partner: &Partner, count: Option<Count>) -> Option<Interval> {
    match count {
        Some(_) => value(partner, count).map(|value| Interval::between(value, value)),
        None => partner.status.figure().map(|reported| reported.interval),
    }
}
