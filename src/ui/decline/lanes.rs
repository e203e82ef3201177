//! The lanes of directions and events.

use yew::prelude::*;

use super::{LaneProps, Mark};
use crate::{
    chart::{EventMark, MarkOf, MonthMark, MonthState, RunBar, RunKind},
    dataset::{Comparator, Direction},
    ui::{
        parts::claim_figure,
        view::{View, use_view},
    },
};

/// Attributes of a mark that can be pointed at, tapped and focused.
pub(super) struct Pointing {
    /// Told on hover, focus and click.
    pub point: Callback<Mark>,
    /// What it stands for.
    pub mark: Mark,
}

impl Pointing {
    /// A callback for any event.
    pub fn on<E>(&self) -> Callback<E> {
        let (point, mark) = (self.point.clone(), self.mark.clone());
        Callback::from(move |_| point.emit(mark.clone()))
    }
}

/// Each month's reported direction, and the runs behind it.
#[component]
pub fn DirectionLane(props: &LaneProps) -> Html {
    let view = use_view();
    let lane = &props.chart.direction;
    html! {
        <>
            { for lane.months.iter().map(|mark| month(&view, props, mark)) }
            { for lane.runs.iter().map(|bar| run(&view, props, bar)) }
        </>
    }
}

/// Class and words of a month's state.
fn state(view: &View, state: MonthState) -> (&'static str, &'static str) {
    let words = view.words();
    match state {
        MonthState::Reported { direction: Direction::Down, comparator } => match comparator {
            Comparator::Yoy => ("down-yoy", words.dir_down_yoy),
            Comparator::Mom => ("down-mom", words.dir_down_mom),
            Comparator::Unspecified => ("down-unspecified", words.dir_down_unspecified),
        },
        MonthState::Reported { direction: Direction::Up, .. } => ("up", words.dir_up),
        MonthState::Reported { direction: Direction::Flat, .. } => ("flat", words.dir_flat),
        MonthState::Contested => ("contested", words.dir_contested),
        MonthState::Cumulative => ("cumulative", words.dir_cumulative),
        MonthState::Nothing => ("nothing", words.dir_nothing),
    }
}

fn month(view: &View, props: &LaneProps, mark: &MonthMark) -> Html {
    let (class, words) = state(view, mark.state);
    let title = format!("{}: {words}", view.language.month(mark.month));
    let pointing =
        Pointing { point: props.point.clone(), mark: Mark { title: title.clone(), ids: mark.claims.clone() } };
    let sign = match class {
        "down-yoy" | "down-mom" | "down-unspecified" => "↓",
        "up" => "↑",
        _ => "",
    };
    let (height, middle) = (crate::chart::STRIP, mark.x + mark.width / 2.0);
    html! {
        <>
            <rect
                class={classes!("month", "mark", class)}
                x={format!("{:.1}", mark.x)}
                y="0"
                width={format!("{:.1}", mark.width)}
                height={format!("{height:.0}")}
                role="img"
                aria-label={title}
                onpointerenter={pointing.on::<PointerEvent>()}
                onclick={pointing.on::<MouseEvent>()}
            />
            if !sign.is_empty() && mark.width >= 7.0 {
                <text class="sign" x={format!("{middle:.1}")} y={format!("{:.1}", height / 2.0 + 3.5)} aria-hidden="true">{ sign }</text>
            }
        </>
    }
}

fn run(view: &View, props: &LaneProps, bar: &RunBar) -> Html {
    let Some(claim) = view.dataset.claim(&bar.claim) else { return html! {} };
    let title = format!(
        "{}, {}: {}",
        view.metric_name(&claim.metric),
        view.language.claim_period(claim),
        claim_figure(view, claim)
    );
    let mark = Mark { title: title.clone(), ids: vec![bar.claim.clone()] };
    let pointing = Pointing { point: props.point.clone(), mark };
    let cumulative = (bar.kind == RunKind::Cumulative).then_some("cumulative");
    let up = (bar.direction == Direction::Up).then_some("up");
    html! {
        <rect
            class={classes!("run", "mark", cumulative, up)}
            x={format!("{:.1}", bar.x)}
            y={format!("{:.1}", bar.y)}
            width={format!("{:.1}", bar.width)}
            height={format!("{:.1}", (bar.height - 3.0).max(3.0))}
            rx="2"
            role="button"
            tabindex="0"
            aria-label={title}
            data-claim={bar.claim.clone()}
            onpointerenter={pointing.on::<PointerEvent>()}
            onfocus={pointing.on::<FocusEvent>()}
            onclick={pointing.on::<MouseEvent>()}
        />
    }
}

/// What happened, by date.
#[component]
pub fn EventsLane(props: &LaneProps) -> Html {
    let view = use_view();
    let marks = props.chart.events.marks.iter().filter(|mark| mark.of == MarkOf::Event);
    html! { <>{ for marks.map(|mark| event(&view, props, mark)) }</> }
}

fn event(view: &View, props: &LaneProps, mark: &EventMark) -> Html {
    let Some(event) = view.dataset.event(&mark.id) else { return html! {} };
    let heading = view.language.event_period(event);
    let title = view.language.labelled(&heading, &view.event_name(event));
    let pointing = Pointing { point: props.point.clone(), mark: Mark { title: heading, ids: vec![mark.id.clone()] } };
    html! {
        <rect
            class={classes!("event", "mark", mark.kind.clone())}
            x={format!("{:.1}", mark.x)}
            y={format!("{:.1}", mark.y)}
            width={format!("{:.1}", mark.width)}
            height={format!("{:.1}", mark.height)}
            rx="3"
            role="button"
            tabindex="0"
            aria-label={title}
            data-claim={mark.id.clone()}
            onpointerenter={pointing.on::<PointerEvent>()}
            onfocus={pointing.on::<FocusEvent>()}
            onclick={pointing.on::<MouseEvent>()}
        />
    }
}
