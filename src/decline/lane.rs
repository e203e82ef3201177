//! A lane of the drawing: its grid and its marks.

use std::rc::Rc;

use yew::prelude::*;

use crackdown_core::drawing::chart::{DeclineChart, GridLine, Lane, Mark, Rect, Shape, TimeScale};

/// The chart and the number of the lane in it.
#[derive(Properties, Clone)]
pub struct LaneProps {
    /// The chart.
    pub chart: Rc<DeclineChart>,
    /// Index in [`DeclineChart::lanes`].
    pub at: usize,
}

impl LaneProps {
    fn lane(&self) -> Option<&Lane> {
        self.chart.lanes.get(self.at)
    }
}

/// A lane is drawn again only when its own content differs.
impl PartialEq for LaneProps {
    fn eq(&self, other: &Self) -> bool {
        self.chart.scale == other.chart.scale && self.lane() == other.lane()
    }
}

/// Everything in a lane but its title.
#[component]
pub fn LaneMarks(props: &LaneProps) -> Html {
    let Some(lane) = props.lane() else { return html! {} };
    let scale = &props.chart.scale;
    // One tab stop a lane; the other marks are reached from there by arrow keys.
    let stop = lane.marks.iter().position(|mark| mark.target().is_some());
    html! {
        <>
            { for lane.marks.iter().filter_map(region) }
            { for lane.grid.iter().map(|line| grid_line(line, scale)) }
            if let Some(message) = lane.message {
                <text x={number((scale.left + scale.right) / 2.0)} y={number(lane.height / 2.0)} text-anchor="middle">{ message }</text>
            }
            { for lane.merged().map(|(class, d)| html! { <path {class} {d} /> }) }
            { for lane.marks.iter().enumerate().map(|(at, mark)| shapes(mark, stop == Some(at))) }
        </>
    }
}

/// A length with one decimal, which is finer than any screen.
fn number(value: f64) -> String {
    format!("{value:.1}")
}

/// The area behind all marks, where a mark has one.
fn region(mark: &Mark) -> Option<Html> {
    let rect = mark.shapes.iter().find_map(|shape| match shape {
        Shape::Region(rect) => Some(rect),
        _ => None,
    })?;
    Some(html! {
        <rect class={mark.class()} x={number(rect.x)} y={format!("{:.0}", rect.y)} width={number(rect.width)} height={number(rect.height)}>
            <title>{ mark.sentence.clone() }</title>
        </rect>
    })
}

fn grid_line(line: &GridLine, scale: &TimeScale) -> Html {
    let y = number(line.y);
    html! {
        <>
            <line class="grid" x1={number(scale.left)} x2={number(scale.right)} y1={y.clone()} y2={y} />
            <text x={number(scale.left - 5.0)} y={number(line.y + 4.0)} text-anchor="end" data-axis="true">{ &line.label }</text>
        </>
    }
}

/// The shapes of a mark that are drawn one by one.
fn shapes(mark: &Mark, stop: bool) -> Html {
    let shape = |shape: &Shape| match shape {
        Shape::Target(rect) => target(mark, rect, stop),
        Shape::Rect { class, rect: Rect { x, y, width, height, .. } } => html! {
            <rect class={*class} x={number(*x)} y={number(*y)} width={number(*width)} height={number(*height)} />
        },
        Shape::Line { class, x, y1, y2 } => html! {
            <line class={*class} x1={number(*x)} x2={number(*x)} y1={number(*y1)} y2={number(*y2)} />
        },
        Shape::Path { class, d } => html! { <path class={*class} d={d.clone()} /> },
        Shape::Sign { x, y, text } => html! {
            <text class="sign" x={number(*x)} y={number(*y)} aria-hidden="true">{ *text }</text>
        },
        Shape::Label { x, y, text } => html! {
            <text class={classes!("label", mark.family())} x={number(*x)} y={number(*y)} aria-hidden="true" data-literal="name">{ text }</text>
        },
        Shape::Region(_) | Shape::Merged(_) => html! {},
    };
    html! { <>{ for mark.shapes.iter().map(shape) }</> }
}

fn target(mark: &Mark, rect: &Rect, stop: bool) -> Html {
    html! {
        <rect
            class={format!("mark {}", mark.class())}
            x={number(rect.x)}
            y={number(rect.y)}
            width={number(rect.width)}
            height={number(rect.height)}
            rx={(rect.round > 0.0).then(|| format!("{:.0}", rect.round))}
            role="button"
            tabindex={if stop { "0" } else { "-1" }}
            aria-label={mark.sentence.clone()}
            data-claim={(!mark.records.is_empty()).then(|| mark.records.join(" "))}
        />
    }
}
