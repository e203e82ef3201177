//! Where each partner stands for a metric as of a month: a figure, a mention, or nothing.

use chrono::NaiveDate as Date;

use super::{Cutoff, Facet, Query, Range, claims, events, span};
use crate::{
    dataset::{AreaCode, AreaKind, Basis, Claim, Dataset, HOME, Interval, MetricId, Month, RecordId},
    sort::sort_by,
};

/// A figure and the claim that reports it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReportedFigure {
    /// Claim that reports it.
    pub claim: RecordId,
    /// The figure as printed.
    pub value: f64,
    /// The true values that it stands for.
    pub interval: Interval,
    /// Whether it is a running total, not the figure of one period.
    pub running: bool,
    /// Whether the partner's own side reported it.
    pub by_partner: bool,
    /// Month in which its period ends, where dated.
    pub month: Option<Month>,
}

/// What is reported for one area.
#[derive(Clone, Debug, PartialEq)]
pub enum PartnerStatus {
    /// The greatest figure that one claim alone reports: of running totals that state the same start the latest, any other total,
    /// or a single period. Never a sum. What the partner's own side reported stands only where no Chinese authority gave a figure.
    Figure(ReportedFigure),
    /// Named in claims or events, without a figure for this metric.
    Named,
}

impl PartnerStatus {
    /// The figure, if there is one.
    pub fn figure(&self) -> Option<&ReportedFigure> {
        match self {
            Self::Figure(reported) => Some(reported),
            Self::Named => None,
        }
    }
}

/// An area named by the claims or events of the query.
#[derive(Clone, Debug, PartialEq)]
pub struct Partner {
    /// Code of the area.
    pub code: AreaCode,
    /// Country or province.
    pub kind: AreaKind,
    /// See [`PartnerStatus`].
    pub status: PartnerStatus,
    /// Claims that name it.
    pub claims: usize,
    /// Events that name it.
    pub events: usize,
}

/// Every country but China and every province that the query's claims and events name by a month, whatever area is chosen,
/// for one metric: figures first, largest first, then the merely named, by code; countries before provinces.
pub fn partners(dataset: &Dataset, query: &Query, date: Option<Month>, metric: &MetricId) -> Vec<Partner> {
    let (but, as_of) = ([Facet::Area, Facet::Metric], Cutoff(query.map_month(date)));
    let mut claims = claims(dataset, query, &but);
    claims.retain(|claim| as_of.claim(claim));
    let mut events = events(dataset, query, &but);
    events.retain(|event| as_of.event(event));
    let mut partners: Vec<Partner> = dataset
        .areas
        .iter()
        .filter(|area| area.code != HOME)
        .map(|area| Partner {
            code: area.code.clone(),
            kind: area.kind,
            status: status(claims.iter().copied().filter(|c| c.area == area.code && c.metric == *metric)),
            claims: claims.iter().filter(|claim| claim.area == area.code).count(),
            events: events.iter().filter(|event| event.areas.contains(&area.code)).count(),
        })
        .filter(|partner| partner.claims + partner.events > 0)
        .collect();
    let provincial = |partner: &Partner| partner.kind == AreaKind::Province;
    sort_by(&mut partners, |a, b| {
        let by_figure = rank(b).total_cmp(&rank(a)).then_with(|| a.code.cmp(&b.code));
        provincial(a).cmp(&provincial(b)).then(by_figure)
    });
    partners
}

/// The figures of one area and metric over all months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Running totals, by month.
    pub running: Vec<ReportedFigure>,
    /// Figures of single periods, by month. They may overlap each other and lie within the totals.
    pub batches: Vec<ReportedFigure>,
    /// What the partner's own side reported, by month.
    pub by_partner: Vec<ReportedFigure>,
    /// Figures whose end no source states.
    pub undated: Vec<ReportedFigure>,
}

/// The figures that a query asks for about one area and metric, of every month.
pub fn timeline(dataset: &Dataset, query: &Query, metric: &MetricId, area: &AreaCode) -> Timeline {
    let mut timeline = Timeline::default();
    let mut claims = claims(dataset, query, &[Facet::Area, Facet::Metric]);
    claims.retain(|claim| claim.area == *area && claim.metric == *metric);
    sort_by(&mut claims, |a, b| a.end.cmp(&b.end));
    for reported in claims.into_iter().filter_map(reported) {
        let list = match (reported.month, reported.by_partner, reported.running) {
            (None, ..) => &mut timeline.undated,
            (_, true, _) => &mut timeline.by_partner,
            (_, _, true) => &mut timeline.running,
            _ => &mut timeline.batches,
        };
        list.push(reported);
    }
    timeline
}

/// The months of the map's slider, and those among them in which a figure for the metric ends or an event begins.
#[derive(Clone, Debug, PartialEq)]
pub struct SliderMonths {
    /// From the first month that names a partner, or the months of the query.
    pub span: Range,
    /// Months in which the period of a figure of the metric ends, in order, none twice.
    pub figures: Vec<Month>,
    /// Months in which an event begins, likewise.
    pub events: Vec<Month>,
}

/// What the map's slider has to mark; `None` where nothing is dated. With an area chosen, its own figures and events.
pub fn slider_months(dataset: &Dataset, query: &Query, metric: &MetricId) -> Option<SliderMonths> {
    let asked = |code: &AreaCode| *code != HOME && query.area.as_ref().is_none_or(|area| area == code);
    let claims = claims(dataset, query, &[Facet::Area, Facet::Metric]);
    let figures = claims.iter().filter(|claim| asked(&claim.area) && claim.metric == *metric && claim.figure.is_some());
    let events = events(dataset, query, &[Facet::Area, Facet::Metric]);
    let events = events.iter().filter(|event| event.areas.iter().any(&asked));
    let span = query.range.or_else(|| abroad(dataset))?;
    let within = |mut days: Vec<Date>| {
        sort_by(&mut days, Date::cmp);
        let mut months: Vec<Month> = days.into_iter().map(Month::of).collect();
        months.dedup();
        months.retain(|month| (span.first()..=span.last()).contains(month));
        months
    };
    let figures = within(figures.filter_map(|claim| claim.end).collect());
    let events = within(events.filter_map(|event| event.start.or(event.end)).collect());
    Some(SliderMonths { span, figures, events })
}

/// From the first month in which a country but China is named to the last of the record.
fn abroad(dataset: &Dataset) -> Option<Range> {
    let claims = dataset.claims.iter().filter(|claim| claim.area != HOME).map(|claim| claim.end.or(claim.start));
    let events = dataset.events.iter().filter(|event| event.areas.iter().any(|code| *code != HOME));
    let first = claims.chain(events.map(|event| event.start.or(event.end))).flatten().min()?;
    Some(Range::between(Month::of(first), span(dataset)?.last()))
}

fn reported(claim: &Claim) -> Option<ReportedFigure> {
    let figure = claim.figure?;
    Some(ReportedFigure {
        claim: claim.id.clone(),
        value: figure.value,
        interval: figure.interval(),
        running: claim.basis == Basis::AsOf,
        by_partner: claim.by_partner(),
        month: claim.end.map(Month::of),
    })
}

fn status<'a>(claims: impl Iterator<Item = &'a Claim>) -> PartnerStatus {
    // Running totals of the same side and the same stated start replace each other, so that a later correction stands. Totals
    // that state no start may count different things.
    let counter = |claim: &Claim| {
        let start = claim.start.filter(|_| claim.basis == Basis::AsOf)?;
        Some((claim.by_partner(), start))
    };
    let mut candidates = Vec::<&Claim>::new();
    for claim in claims.filter(|claim| claim.figure.is_some()) {
        let same = candidates.iter_mut().find(|other| counter(other).is_some() && counter(other) == counter(claim));
        match same {
            Some(other) if (claim.end, value(claim)) > (other.end, value(other)) => *other = claim,
            Some(_) => {}
            None => candidates.push(claim),
        }
    }
    let greatest = candidates.into_iter().max_by(|a, b| {
        let chinese = |claim: &Claim| !claim.by_partner();
        chinese(a).cmp(&chinese(b)).then(value(a).total_cmp(&value(b))).then(a.end.cmp(&b.end))
    });
    greatest.and_then(reported).map_or(PartnerStatus::Named, PartnerStatus::Figure)
}

fn value(claim: &Claim) -> f64 {
    claim.figure.map_or(0.0, |figure| figure.value)
}

fn rank(partner: &Partner) -> f64 {
    partner.status.figure().map_or(-1.0, |reported| reported.value)
}

#[cfg(test)]
mod tests;
