//! The lanes of directions and events.

use std::rc::Rc;

use yew::prelude::*;

use super::mark::{Mark, Place, mark};
use crate::{
    controls::claim_figure,
    view::{View, use_view},
};
use crackdown_core::{
    analysis::directions::{MonthState, RunKind},
    dataset::{Comparator, Direction},
    drawing::chart::{DeclineChart, EVENT_BAR, EventMark, MarkOf, MonthMark, RunBar, STRIP},
};

/// The chart for the lane of directions, which is drawn again only when its own part is another.
#[derive(Properties, Clone)]
pub struct DirectionProps {
    /// Geometry.
    pub chart: Rc<DeclineChart>,
}

impl PartialEq for DirectionProps {
    fn eq(&self, other: &Self) -> bool {
        self.chart.direction == other.chart.direction
    }
}

/// The chart for the lane of events, which is drawn again only when its own part is another.
#[derive(Properties, Clone)]
pub struct EventProps {
    /// Geometry.
    pub chart: Rc<DeclineChart>,
}

impl PartialEq for EventProps {
    fn eq(&self, other: &Self) -> bool {
        self.chart.events == other.chart.events
    }
}

/// Each month's reported direction, and the runs behind it.
#[component]
pub fn DirectionLane(props: &DirectionProps) -> Html {
    let view = use_view();
    let lane = &props.chart.direction;
    html! {
        <>
            { for lane.months.iter().enumerate().map(|(at, mark)| month(&view, at == 0, mark)) }
            { for lane.runs.iter().map(|bar| run(&view, bar)) }
        </>
    }
}

/// Class and words of a month's state.
pub fn state(view: &View, state: MonthState) -> (&'static str, &'static str) {
    let words = view.words();
    match state {
        MonthState::Reported { direction: Direction::Down, comparator } => match comparator {
            Comparator::Yoy => ("down-yoy", words.chart.directions.down_yoy),
            Comparator::Mom => ("down-mom", words.chart.directions.down_mom),
            Comparator::Unspecified => ("down-unspecified", words.chart.directions.down_unspecified),
        },
        MonthState::Reported { direction: Direction::Up, .. } => ("up", words.chart.directions.up),
        MonthState::Reported { direction: Direction::Flat, .. } => ("flat", words.chart.directions.flat),
        MonthState::Contested => ("contested", words.chart.directions.contested),
        MonthState::Cumulative => ("cumulative", words.chart.directions.cumulative),
        MonthState::Nothing => ("nothing", words.chart.directions.nothing),
    }
}

fn month(view: &View, first: bool, month: &MonthMark) -> Html {
    let (class, words) = state(view, month.state);
    let title = view.language.labelled(&view.language.month(month.month), words);
    let sign = match class {
        "down-yoy" | "down-mom" | "down-unspecified" => "↓",
        "up" => "↑",
        "contested" => "?",
        _ => "",
    };
    let place = Place::new(month.x, 0.0, month.width, STRIP);
    html! {
        <>
            { mark(first, classes!("month", class), place, Mark { title, ids: month.claims.clone() }) }
            if !sign.is_empty() && month.width >= 7.0 {
                <text class="sign" x={format!("{:.1}", month.x + month.width / 2.0)} y={format!("{:.1}", STRIP / 2.0 + 3.5)} aria-hidden="true">{ sign }</text>
            }
        </>
    }
}

fn run(view: &View, bar: &RunBar) -> Html {
    let Some(claim) = view.dataset.claim(&bar.claim) else { return html! {} };
    let contested = if bar.contested { view.words().chart.directions.contested } else { "" };
    let said = claim_figure(view, claim);
    let said = if contested.is_empty() { said } else { view.language.list(&[&said, contested]) };
    let name = view.language.list(&[view.metric_name(&claim.metric), &view.language.claim_period(claim)]);
    let title = view.language.labelled(&name, &said);
    let class = classes!(
        "run",
        (bar.kind == RunKind::Cumulative).then_some("cumulative"),
        (bar.direction == Direction::Up).then_some("up"),
        bar.contested.then_some("contested"),
    );
    let height = (bar.height - 3.0).max(3.0);
    let place = Place { round: 2.0, ..Place::new(bar.x, bar.y, bar.width, height) };
    html! {
        <>
            { mark(false, class, place, Mark { title, ids: vec![bar.claim.clone()] }) }
            // A run whose ends are both shown has a stop at each.
            if bar.kind != RunKind::Cumulative && bar.width > 12.0 {
                <path class="ends" d={ends(bar, height)} />
            }
        </>
    }
}

/// A stroke at each end of a run that is not cut off by the range.
fn ends(bar: &RunBar, height: f64) -> String {
    let stroke = |x: f64| format!("M{x:.1} {:.1}v{:.1}", bar.y - 2.0, height + 4.0);
    let start = (!bar.clipped_start).then(|| stroke(bar.x));
    let end = (!bar.clipped_end).then(|| stroke(bar.x + bar.width));
    start.into_iter().chain(end).collect()
}

/// Campaigns and what happened, by date.
#[component]
pub fn EventsLane(props: &EventProps) -> Html {
    let view = use_view();
    let marks = props.chart.events.marks.iter().enumerate();
    html! { <>{ for marks.map(|(at, mark)| event(&view, at == 0, mark)) }</> }
}

/// Name of a mark's campaign, or kind and areas of its event.
pub fn event_label(view: &View, of: MarkOf, id: &str) -> String {
    match of {
        MarkOf::Campaign => view.campaign_name(id).to_owned(),
        MarkOf::Event => view.dataset.event(id).map(|event| view.event_name(event)).unwrap_or_default(),
    }
}

fn event(view: &View, first: bool, event: &EventMark) -> Html {
    let name = event_label(view, event.of, &event.id);
    let period = view.language.period(Some(event.start), Some(event.end));
    let (class, ids) = match event.of {
        MarkOf::Event => ("event", vec![event.id.clone()]),
        MarkOf::Campaign => ("campaign", view.of_campaign(&event.id)),
    };
    let title = view.language.labelled(&period, &name);
    let round = if event.of == MarkOf::Event { 3.0 } else { 0.0 };
    let place = Place { round, ..Place::new(event.x, event.y, event.width, event.height) };
    html! {
        <>
            { mark(first, classes!(class, event.kind.clone()), place, Mark { title, ids }) }
            if let Some(x) = event.label {
                <text class={classes!("label", class)} x={format!("{x:.1}")} y={format!("{:.1}", event.y + EVENT_BAR - 1.5)} aria-hidden="true" data-literal="true">{ name }</text>
            }
        </>
    }
}
