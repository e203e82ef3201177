//! What a legend shows of a mark: the mark itself, small.

use yew::prelude::*;

use crackdown_core::export::svg::SWATCH;

/// What a mark looks like in a legend. Sizes are in units of the drawings.
#[derive(Clone, Copy)]
pub enum Swatch {
    /// A rectangle of a width and a height.
    Rect(f64, f64),
    /// A circle of a diameter.
    Circle(f64),
    /// A line of a width.
    Line(f64),
}

impl Swatch {
    /// As large as a legend's mark may be, with a stroke around it.
    pub const AREA: Self = Self::Rect(SWATCH.0 - 1.0, SWATCH.1 - 1.0);
}

/// A mark with the classes that it has in a drawing; `drawing` is the class of the drawing's `<svg>`.
pub fn swatch(drawing: &'static str, class: impl Into<Classes>, of: Swatch) -> Html {
    // Compiled once, and not for every type of class.
    drawn(drawing, class.into(), of)
}

fn drawn(drawing: &'static str, class: Classes, of: Swatch) -> Html {
    let (width, height) = SWATCH;
    let mark = match of {
        Swatch::Rect(w, h) => {
            let [x, y, w, h] = [(width - w) / 2.0, (height - h) / 2.0, w, h].map(|n| n.to_string());
            html! { <rect {class} {x} {y} width={w} height={h} /> }
        }
        Swatch::Circle(diameter) => {
            let [x, y, r] = [width, height, diameter].map(|n| (n / 2.0).to_string());
            html! { <circle {class} cx={x} cy={y} {r} /> }
        }
        Swatch::Line(stroke) => {
            let d = format!("M0 {}h{width}", height / 2.0);
            html! { <path {class} {d} style={format!("stroke-width:{stroke}")} /> }
        }
    };
    html! { <svg class={classes!("swatch", drawing)} viewBox={format!("0 0 {width} {height}")} aria-hidden="true">{ mark }</svg> }
}
