//! What happened when: events and the starts of campaigns, in rows.

use chrono::NaiveDate as Date;

use super::{pack::pack, scale::TimeScale};
use crate::{
    dataset::{Dataset, Event},
    order::sort_by,
};

/// Least width of a mark.
pub const EVENT_MIN_WIDTH: f64 = 10.0;
/// Distance of two rows.
pub const EVENT_ROW: f64 = 14.0;
/// Height of a mark.
pub const EVENT_BAR: f64 = 10.0;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkOf {
    /// An event; `id` is the event's.
    Event,
    /// The first day of a campaign; `id` is the campaign's.
    CampaignStart,
}

/// A mark on the lane.
#[derive(Clone, Debug, PartialEq)]
pub struct EventMark {
    /// Id of the event or campaign.
    pub id: String,
    /// Which of the two.
    pub of: MarkOf,
    /// Kind of the event; `launch` for the start of a campaign.
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
    /// Whether it began before the range.
    pub clipped_start: bool,
    /// Whether it goes on after the range.
    pub clipped_end: bool,
}

/// The lane.
#[derive(Clone, Debug, PartialEq)]
pub struct EventLane {
    /// Marks in time order.
    pub marks: Vec<EventMark>,
    /// Rows.
    pub rows: usize,
    /// Pixels from top to bottom.
    pub height: f64,
    /// Ids of events without a first day, or that end before it: listed, never drawn.
    pub undated: Vec<String>,
}

/// The event lane of some events, with the starts of all campaigns that no `launch` event of the same day tells already.
pub fn events(dataset: &Dataset, events: &[&Event], scale: &TimeScale) -> EventLane {
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
    for campaign in &dataset.campaigns {
        let told = |event: &&&Event| {
            event.kind == "launch" && event.campaign.as_ref() == Some(&campaign.id) && event.start == campaign.started
        };
        if let Some(day) = campaign.started.filter(|_| !events.iter().any(|event| told(&event))) {
            let names = (campaign.id.as_str(), "launch", Some(campaign.id.as_str()));
            marks.extend(mark(MarkOf::CampaignStart, names, (day, day), scale));
        }
    }
    sort_by(&mut marks, |a, b| a.start.cmp(&b.start).then(b.end.cmp(&a.end)).then(a.id.cmp(&b.id)));
    let places: Vec<(f64, f64)> = marks.iter().map(|mark| (mark.x, mark.width)).collect();
    let (places, rows) = pack(&places, 2.0);
    #[allow(clippy::cast_precision_loss)]
    let top = |row: usize| row as f64 * EVENT_ROW;
    for (mark, row) in marks.iter_mut().zip(places) {
        (mark.row, mark.y) = (row, top(row) + (EVENT_ROW - EVENT_BAR) / 2.0);
    }
    EventLane { marks, rows, height: top(rows.max(1)), undated }
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
        clipped_start: place.clipped_start,
        clipped_end: place.clipped_end,
    })
}
