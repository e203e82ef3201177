//! A lane of the chart, and what it is built from.

use chrono::NaiveDate as Date;

use super::{
    mark::{Mark, MarkKind, Row, Shape},
    scale::TimeScale,
};
use crate::{
    analysis::{bounds::Implied, derived_months::DerivedMonth},
    dataset::{AreaCode, Claim, Dataset, Event, MetricId, RecordId},
    locale::{Language, Words},
    query::{Per, ScaleKind},
};

/// What the reader asks of the level lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelRequest<'a> {
    /// Id of the metric.
    pub metric: &'a MetricId,
    /// Code of the area.
    pub area: &'a AreaCode,
    /// Kind of the scale.
    pub scale: ScaleKind,
    /// What averages are taken over.
    pub per: Per,
}

/// What a chart is made of.
#[derive(Clone, Copy)]
pub struct ChartInput<'a> {
    /// Names of metrics, areas and campaigns, and all records of campaigns.
    pub dataset: &'a Dataset,
    /// Language of all sentences.
    pub language: Language,
    /// Claims of any metrics and areas.
    pub claims: &'a [&'a Claim],
    /// Events.
    pub events: &'a [&'a Event],
    /// Months that several claims imply together; one that follows from other claims than `claims` is left out.
    pub derived_months: &'a [DerivedMonth],
    /// Bounds of the level lane's metric and area, once they are known.
    pub bounds: Option<&'a Implied>,
    /// What the level lane shows.
    pub level: LevelRequest<'a>,
}

/// What a lane is built from: the chart's input on its time scale.
#[derive(Clone, Copy)]
pub struct LaneInput<'a> {
    /// Of the whole chart.
    pub chart: ChartInput<'a>,
    /// Time to pixels.
    pub scale: TimeScale,
    /// Height of a lane with a scale of values, pixels.
    pub plot_height: f64,
}

/// A marked value of a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct GridLine {
    /// Distance from the lane's top.
    pub y: f64,
    /// The value.
    pub label: String,
}

/// A lane: marks in one band of the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// What it shows.
    pub title: String,
    /// Distance of its marks from the chart's top; the title is above.
    pub top: f64,
    /// Height without the title.
    pub height: f64,
    /// The kinds of marks that it may have, in the order of the legend.
    pub kinds: &'static [MarkKind],
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// Marked values, where it has a scale of values.
    pub grid: Vec<GridLine>,
    /// What stands in its middle where it has nothing to draw.
    pub message: Option<&'static str>,
    /// Ids of claims and events that cannot be drawn, since they have no usable dates.
    pub undated: Vec<RecordId>,
    /// Ids of claims whose figure belongs on another axis.
    pub aside: Vec<RecordId>,
}

impl Lane {
    /// The kinds that are drawn.
    pub fn drawn_kinds(&self) -> impl Iterator<Item = MarkKind> {
        let drawn = |kind: &&MarkKind| self.marks.iter().any(|mark| mark.kind == **kind && !mark.shapes.is_empty());
        self.kinds.iter().filter(drawn).copied()
    }

    /// Class and path data of the merged rectangles of each kind.
    pub fn merged(&self) -> impl Iterator<Item = (&'static str, String)> {
        let outline = |kind: &MarkKind| {
            let shapes = self.marks.iter().filter(|mark| mark.kind == *kind).flat_map(|mark| &mark.shapes);
            let rects = shapes.filter_map(|shape| match shape {
                Shape::Merged(rect) => Some(rect),
                _ => None,
            });
            let d: String = rects
                .map(|rect| {
                    format!("M{:.1} {:.1}h{:.1}v{:.1}h{:.1}z", rect.x, rect.y, rect.width, rect.height, -rect.width)
                })
                .collect();
            (kind.class, d)
        };
        self.kinds.iter().map(outline).filter(|(_, d)| !d.is_empty())
    }
}

impl LaneInput<'_> {
    /// The words of the chart's language.
    pub(super) fn words(&self) -> &'static Words {
        self.chart.language.words()
    }

    /// A mark of what one claim reports: "Cases cracked, 2023: 437,000 cases".
    pub(super) fn claim_mark(&self, kind: MarkKind, claim: &Claim, period: (Date, Date)) -> Mark {
        let ChartInput { dataset, language, .. } = self.chart;
        let sentence = language.claim_sentence(dataset, claim);
        let row = Row {
            period: language.claim_period(claim),
            subject: language.metric_name(dataset, &claim.metric).to_owned(),
            figure: language.claim_figure(dataset, claim),
        };
        let interval = claim.figure.map(|figure| figure.interval()).map(|interval| (interval.low, interval.high));
        let records = vec![claim.id.clone()];
        Mark {
            kind,
            modifiers: Vec::new(),
            shapes: Vec::new(),
            period,
            interval,
            records,
            tooltip: sentence.clone(),
            sentence,
            row,
        }
    }

    /// A mark of what holds in a period: "Aug 2023: contested". `tooltip` is the sentence without its period.
    pub(super) fn period_mark(
        &self,
        kind: MarkKind,
        period: (Date, Date),
        tooltip: String,
        of: (String, String),
    ) -> Mark {
        let language = self.chart.language;
        let (subject, figure) = of;
        let row = Row { period: language.period(Some(period.0), Some(period.1)), subject, figure };
        let sentence = language.labelled(&row.period, &tooltip);
        Mark {
            kind,
            modifiers: Vec::new(),
            shapes: Vec::new(),
            period,
            interval: None,
            records: Vec::new(),
            sentence,
            tooltip,
            row,
        }
    }

    /// A mark of a least and a greatest value: "Dec 2023: 45,000 – 47,000, implied by the totals".
    pub(super) fn bounds_mark(
        &self,
        kind: MarkKind,
        period: (Date, Date),
        (low, high): (f64, Option<f64>),
        subject: &str,
    ) -> Mark {
        let figure = self.chart.language.bounds(low, high);
        let tooltip = self.chart.language.phrases(&[&figure, subject]);
        self.period_mark(kind, period, tooltip, (subject.to_owned(), figure)).interval(low, high)
    }
}
