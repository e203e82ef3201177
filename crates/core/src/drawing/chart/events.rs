//! The lane of events: campaigns as spans, single events below them, in rows, with labels where there is room.

use chrono::NaiveDate as Date;

use super::{
    lane::{Lane, LaneInput},
    mark::{Mark, MarkKind, Rect, Shape, Tooltip},
    pack::pack,
};
use crate::{
    dataset::{Campaign, CampaignId, Event},
    drawing::text_width::text_width,
    locale::Words,
    sort::sort_by,
};

/// Least width of a mark.
const LEAST_WIDTH: f64 = 8.0;
/// Distance of two rows.
const ROW: f64 = 13.0;
/// Height of a mark.
const HEIGHT: f64 = 9.0;
/// Size of labels.
const LABEL_SIZE: f64 = 10.5;
/// Room between a mark and its label, and between a label and the next mark.
const LABEL_GAP: f64 = 4.0;

const CAMPAIGN: MarkKind = kind("campaign", |words| words.chart.legend.campaign, Tooltip::Hidden);
const EVENT: MarkKind = kind("event", |words| words.chart.legend.event, Tooltip::Listed);
const LAUNCH: MarkKind = kind("event launch", |words| words.chart.legend.launch, Tooltip::Listed);
const VERDICT: MarkKind = kind("event verdict", |words| words.chart.legend.verdict, Tooltip::Listed);

const KINDS: [MarkKind; 4] = [CAMPAIGN, EVENT, LAUNCH, VERDICT];

const fn kind(class: &'static str, legend: fn(&Words) -> &'static str, tooltip: Tooltip) -> MarkKind {
    MarkKind { class, swatch: (15.0, 8.0), derived: false, legend, tooltip }
}

/// The lane: the campaigns that claims or events name, then the events, each in time order.
pub fn lane(input: &LaneInput<'_>) -> Lane {
    let (mut events, mut undated) = (Vec::new(), Vec::new());
    for event in input.chart.events {
        match (event.start, event.end.or(event.start)) {
            (Some(start), Some(end)) if end >= start => events.push(event_mark(input, event, (start, end))),
            _ => undated.push(event.id.clone()),
        }
    }
    let campaigns = input.chart.dataset.campaigns.iter().filter_map(|campaign| campaign_mark(input, campaign));
    let (mut marks, above) = placed(input, campaigns.collect(), 0);
    let (events, below) = placed(input, events, above);
    marks.extend(events);
    Lane {
        title: input.words().common.events.to_owned(),
        height: (above + below).max(1) as f64 * ROW,
        kinds: &KINDS,
        marks,
        undated,
        ..Lane::default()
    }
}

fn event_mark(input: &LaneInput<'_>, event: &Event, period: (Date, Date)) -> Mark {
    let kind = match event.kind.as_str() {
        "launch" => LAUNCH,
        "verdict" | "execution" => VERDICT,
        _ => EVENT,
    };
    let named = kind.class.split(' ').any(|class| class == event.kind);
    let name = input.chart.language.event_name(input.chart.dataset, event);
    input
        .period_mark(kind, period, name.clone(), (name, String::new()))
        .modified(!named, &event.kind)
        .records(vec![event.id.clone()])
}

/// A campaign from its launch to the last day that one of its claims or events speaks of; `None` where none does.
fn campaign_mark(input: &LaneInput<'_>, campaign: &Campaign) -> Option<Mark> {
    let start = campaign.started?;
    let own = |name: &Option<CampaignId>| name.as_ref() == Some(&campaign.id);
    let claims = input.chart.claims.iter().filter(|claim| own(&claim.campaign)).map(|claim| claim.end);
    let events = input.chart.events.iter().filter(|event| own(&event.campaign)).map(|event| event.end.or(event.start));
    let last = claims.chain(events).flatten().max()?;
    let dataset = input.chart.dataset;
    let events = dataset.events.iter().filter(|event| own(&event.campaign)).map(|event| event.id.clone());
    let claims = dataset.claims.iter().filter(|claim| own(&claim.campaign)).map(|claim| claim.id.clone());
    let name = input.chart.language.campaign_name(dataset, &campaign.id).to_owned();
    let mark = input
        .period_mark(CAMPAIGN, (start, last.max(start)), name.clone(), (name, String::new()))
        .modified(true, "launch")
        .records(events.chain(claims).collect());
    Some(mark)
}

/// The marks in the range, in rows from `first_row` on, each with a label where its row has room; and how many rows they need.
fn placed(input: &LaneInput<'_>, mut marks: Vec<Mark>, first_row: usize) -> (Vec<Mark>, usize) {
    let scale = &input.scale;
    sort_by(&mut marks, |a, b| {
        let order = a.period.0.cmp(&b.period.0).then(b.period.1.cmp(&a.period.1));
        order.then_with(|| a.records.first().cmp(&b.records.first()))
    });
    let place = |mark: &Mark| {
        let place = scale.stretch(mark.period.0, mark.period.1)?;
        let width = place.width.max(LEAST_WIDTH).min(scale.width());
        Some((place.x.min(scale.right - width).max(scale.left), width))
    };
    let (marks, places): (Vec<Mark>, Vec<(f64, f64)>) =
        marks.into_iter().filter_map(|mark| place(&mark).map(|place| (mark, place))).unzip();
    let (rows, count) = pack(&places, 2.0);
    let drawn = marks.into_iter().enumerate().map(|(at, mark)| {
        let (x, width) = places[at];
        let next = (at + 1..rows.len()).find(|next| rows[*next] == rows[at]).map_or(scale.right, |next| places[next].0);
        let y = (first_row + rows[at]) as f64 * ROW + (ROW - HEIGHT) / 2.0;
        let round = if mark.kind == CAMPAIGN { 0.0 } else { 3.0 };
        let target = Shape::Target(Rect::new(x, y, width, HEIGHT).rounded(round));
        let label = label_x(&mark.row.subject, (x, width), next);
        let label = label.map(|x| Shape::Label { x, y: y + HEIGHT - 1.5, text: mark.row.subject.clone() });
        mark.shapes([target].into_iter().chain(label))
    });
    (drawn.collect(), count)
}

/// Where the label of a mark begins: inside it where it is long enough, else after it where there is room before the next mark.
fn label_x(name: &str, (x, width): (f64, f64), next: f64) -> Option<f64> {
    let needed = text_width(name, LABEL_SIZE);
    let after = x + width + LABEL_GAP;
    if name.is_empty() {
        None
    } else if width >= needed + 2.0 * LABEL_GAP {
        Some(x + LABEL_GAP)
    } else {
        (after + needed + LABEL_GAP <= next).then_some(after)
    }
}
