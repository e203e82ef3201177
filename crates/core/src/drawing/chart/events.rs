//! What happened when: campaigns as spans, events below them, in rows, with labels where there is room.

use chrono::NaiveDate as Date;

use super::{pack::pack, scale::TimeScale};
use crate::drawing::finite::extent;
use crate::{
    dataset::{Campaign, Claim, Dataset, Event},
    sort::sort_by,
};

/// Least width of a mark.
pub const EVENT_MIN_WIDTH: f64 = 8.0;
/// Distance of two rows.
pub const EVENT_ROW: f64 = 13.0;
/// Height of a mark.
pub const EVENT_BAR: f64 = 9.0;
/// Room between a mark and its label, and between a label and the next mark.
const LABEL_GAP: f64 = 4.0;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkOf {
    /// An event; `id` is the event's.
    Event,
    /// A campaign from its launch to the last day that a claim or event of it speaks of; `id` is the campaign's.
    Campaign,
}

/// A mark on the lane.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMark {
    /// Id of the event or campaign.
    pub id: String,
    /// Which of the two.
    pub of: MarkOf,
    /// Kind of the event; `launch` for a campaign.
    pub kind: String,
    /// Campaign it belongs to.
    pub campaign: Option<String>,
    /// First day.
    pub start: Date,
    /// Last day.
    pub end: Date,
    /// Left edge.
    pub x: f64,
    /// Width, at least [`EVENT_MIN_WIDTH`] where the lane has it.
    pub width: f64,
    /// Top edge within the lane.
    pub y: f64,
    /// Height.
    pub height: f64,
    /// Row, from 0.
    pub row: usize,
    /// Where its label begins, where there is room for one.
    pub label: Option<f64>,
    /// Whether it began before the range.
    pub clipped_start: bool,
    /// Whether it goes on after the range.
    pub clipped_end: bool,
}

/// The lane.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLane {
    /// Campaigns, then events, each in time order.
    pub marks: Vec<EventMark>,
    /// Rows.
    pub rows: usize,
    /// Pixels from top to bottom.
    pub height: f64,
    /// Ids of events without a first day, or that end before it: listed, never drawn.
    pub undated: Vec<String>,
}

/// Room that the label of a mark takes, in pixels; nought for none.
pub type LabelWidth<'a> = dyn Fn(MarkOf, &str) -> f64 + 'a;

/// The event lane of some events, with the campaigns that they or the claims name.
pub fn events(
    dataset: &Dataset,
    (claims, events): (&[&Claim], &[&Event]),
    scale: &TimeScale,
    label: &LabelWidth<'_>,
) -> EventLane {
    let (mut marks, mut undated) = (Vec::new(), Vec::new());
    for event in events {
        match (event.start, event.end) {
            (Some(start), end) if end.unwrap_or(start) >= start => {
                let names = (event.id.as_str(), event.kind.as_str(), event.campaign.as_deref());
                marks.extend(mark(MarkOf::Event, names, (start, end.unwrap_or(start)), scale));
            }
            _ => undated.push(event.id.clone()),
        }
    }
    let spans = dataset.campaigns.iter().filter_map(|campaign| {
        let span = span(campaign, claims, events)?;
        mark(MarkOf::Campaign, (&campaign.id, "launch", Some(&campaign.id)), span, scale)
    });
    let (mut campaigns, above) = placed(spans.collect(), scale, label);
    let (mut marks, below) = placed(marks, scale, label);
    let rows = above + below;
    for mark in &mut marks {
        mark.row += above;
    }
    campaigns.append(&mut marks);
    for mark in &mut campaigns {
        mark.y = top(mark.row) + (EVENT_ROW - EVENT_BAR) / 2.0;
    }
    EventLane { marks: campaigns, rows, height: top(rows.max(1)), undated }
}

fn top(row: usize) -> f64 {
    row as f64 * EVENT_ROW
}

/// From the launch of a campaign to the last day that one of its claims or events speaks of; `None` where none does.
fn span(campaign: &Campaign, claims: &[&Claim], events: &[&Event]) -> Option<(Date, Date)> {
    let start = campaign.started?;
    let own = |name: &Option<String>| name.as_ref() == Some(&campaign.id);
    let claims = claims.iter().filter(|claim| own(&claim.campaign)).map(|claim| claim.end);
    let events = events.iter().filter(|event| own(&event.campaign)).map(|event| event.end.or(event.start));
    let last = claims.chain(events).flatten().max()?;
    Some((start, last.max(start)))
}

/// Marks into rows, and a label beside each for which its row has room.
fn placed(mut marks: Vec<EventMark>, scale: &TimeScale, label: &LabelWidth<'_>) -> (Vec<EventMark>, usize) {
    sort_by(&mut marks, |a, b| a.start.cmp(&b.start).then(b.end.cmp(&a.end)).then(a.id.cmp(&b.id)));
    let places: Vec<(f64, f64)> = marks.iter().map(|mark| (mark.x, mark.width)).collect();
    let (places, rows) = pack(&places, 2.0);
    for (mark, row) in marks.iter_mut().zip(places) {
        mark.row = row;
    }
    for at in 0..marks.len() {
        let EventMark { of, ref id, x, width, row, .. } = marks[at];
        let room = extent(label(of, id));
        let next = marks[at + 1..].iter().find(|next| next.row == row).map_or(scale.right, |next| next.x);
        // Inside a long bar, else after a short one.
        let inside = (room > 0.0 && width >= room + 2.0 * LABEL_GAP).then_some(x + LABEL_GAP);
        let after = x + width + LABEL_GAP;
        let beside = (room > 0.0 && after + room + LABEL_GAP <= next).then_some(after);
        marks[at].label = inside.or(beside);
    }
    (marks, rows)
}

fn mark(
    of: MarkOf,
    (id, kind, campaign): (&str, &str, Option<&str>),
    (start, end): (Date, Date),
    scale: &TimeScale,
) -> Option<EventMark> {
    let place = scale.stretch(start, end)?;
    let width = place.width.max(EVENT_MIN_WIDTH).min(scale.width());
    Some(EventMark {
        id: id.to_owned(),
        of,
        kind: kind.to_owned(),
        campaign: campaign.map(str::to_owned),
        start,
        end,
        x: place.x.min(scale.right - width).max(scale.left),
        width,
        y: 0.0,
        height: EVENT_BAR,
        row: 0,
        label: None,
        clipped_start: place.clipped_start,
        clipped_end: place.clipped_end,
    })
}
