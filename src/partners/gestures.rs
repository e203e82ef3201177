//! Pointers on the map: wheel, double click, drag, pinch and long touch.

use std::{cell::RefCell, rc::Rc, time::Duration};

use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use crackdown_core::drawing::map::{Point, Window};

/// One step of zooming.
pub const STEP: f64 = 1.6;
/// How far a pointer may shake before a click becomes a drag, CSS pixels.
const SHAKE: f64 = 4.0;
/// From then on a touch is held, as the systems of phones have it.
const HOLD: Duration = Duration::from_millis(500);

/// Pointers that are down, where each was last, and what they have become.
#[derive(Default)]
pub struct PointerState {
    down: Vec<(i32, Point)>,
    /// Counts what went down, so that a touch is known to be the same when it was held.
    presses: u32,
    touching: bool,
    dragged: bool,
    held: bool,
}

impl PointerState {
    /// Whether the last touch was held. The click that some browsers make of it chooses nothing.
    pub fn held(&self) -> bool {
        self.held
    }
}

/// With the control key, or where the map has the focus; elsewhere the wheel moves the page.
pub fn onwheel(svg: &NodeRef, window: &UseStateHandle<Window>) -> Callback<WheelEvent> {
    let (svg, window) = (svg.clone(), window.clone());
    Callback::from(move |event: WheelEvent| {
        let focused =
            || svg.cast::<web_sys::Element>().is_some_and(|svg| svg.matches(":focus-within").unwrap_or(false));
        if event.ctrl_key() || focused() {
            event.prevent_default();
            if let Some(at) = place_at(&svg, &window, &event) {
                window.set(window.zoomed((1.0 - event.delta_y() / 400.0).clamp(0.5, 2.0), at));
            }
        }
    })
}

/// Zooms in on a place; with Shift, out.
pub fn ondouble(svg: &NodeRef, window: &UseStateHandle<Window>) -> Callback<MouseEvent> {
    let (svg, window) = (svg.clone(), window.clone());
    Callback::from(move |event: MouseEvent| {
        if let Some(at) = place_at(&svg, &window, &event) {
            window.set(window.zoomed(if event.shift_key() { 1.0 / STEP } else { STEP }, at));
        }
    })
}

/// A touch that stays where it is shows what lies there, as a mouse does, and chooses nothing.
pub fn ondown(hands: &Rc<RefCell<PointerState>>, svg: &NodeRef) -> Callback<PointerEvent> {
    let (hands, svg) = (Rc::clone(hands), svg.clone());
    Callback::from(move |event: PointerEvent| {
        let press = {
            let mut hands = hands.borrow_mut();
            if hands.down.is_empty() {
                (hands.dragged, hands.held) = (false, false);
            }
            hands.down.push((event.pointer_id(), client(&event)));
            hands.presses += 1;
            hands.touching = event.pointer_type() == "touch";
            hands.presses
        };
        if event.pointer_type() != "touch" {
            return;
        }
        let (hands, svg, id) = (Rc::clone(&hands), svg.clone(), event.pointer_id());
        spawn_local(async move {
            sleep(HOLD).await;
            let mut hands = hands.borrow_mut();
            if hands.presses == press && hands.down.len() == 1 && !hands.dragged {
                hands.held = true;
                keep(&svg, id);
            }
        });
    })
}

/// From here on what the pointer does is the map's: the click at its end chooses no country.
fn keep(svg: &NodeRef, pointer: i32) {
    if let Some(element) = svg.cast::<web_sys::Element>() {
        let _ = element.set_pointer_capture(pointer);
    }
}

/// What a touch was held on stays shown after it; a mouse takes it along.
pub fn onleave(hands: &Rc<RefCell<PointerState>>, point: &Callback<Option<String>>) -> Callback<PointerEvent> {
    let (hands, point) = (Rc::clone(hands), point.clone());
    Callback::from(move |event: PointerEvent| {
        if !hands.borrow().held || event.pointer_type() != "touch" {
            point.emit(None);
        }
    })
}

/// No menu of the browser over what a touch is held on.
pub fn oncontext(hands: &Rc<RefCell<PointerState>>) -> Callback<MouseEvent> {
    let hands = Rc::clone(hands);
    Callback::from(move |event: MouseEvent| {
        let hands = hands.borrow();
        if hands.held || (hands.touching && !hands.down.is_empty()) {
            event.prevent_default();
        }
    })
}

/// What was held is forgotten once the click of the same touch has come, so that a click of another kind chooses again.
pub fn onup(hands: &Rc<RefCell<PointerState>>) -> Callback<PointerEvent> {
    let hands = Rc::clone(hands);
    Callback::from(move |event: PointerEvent| {
        let mut lifted = hands.borrow_mut();
        lifted.down.retain(|(id, _)| *id != event.pointer_id());
        if lifted.held {
            let (hands, press) = (Rc::clone(&hands), lifted.presses);
            spawn_local(async move {
                sleep(HOLD).await;
                let mut hands = hands.borrow_mut();
                hands.held &= hands.presses != press;
            });
        }
    })
}

/// One pointer drags; two pinch around the middle between them.
pub fn onmove(
    hands: &Rc<RefCell<PointerState>>,
    svg: &NodeRef,
    window: &UseStateHandle<Window>,
) -> Callback<PointerEvent> {
    let (hands, svg, window) = (Rc::clone(hands), svg.clone(), window.clone());
    Callback::from(move |event: PointerEvent| {
        let mut hands = hands.borrow_mut();
        let Some(at) = hands.down.iter().position(|(id, _)| *id == event.pointer_id()) else { return };
        let (before, now) = (hands.down[at].1, client(&event));
        let shaken = distance(before, now) < SHAKE && hands.down.len() == 1 && !hands.dragged;
        let Some(element) = svg.cast::<web_sys::Element>().filter(|_| !shaken) else { return };
        if !hands.dragged {
            hands.dragged = true;
            keep(&svg, event.pointer_id());
        }
        let scale = window.extent().x / element.get_bounding_client_rect().width().max(1.0);
        let mut next = *window;
        if let Some(&(_, other)) = hands.down.iter().find(|(id, _)| *id != event.pointer_id()) {
            let factor = distance(now, other) / distance(before, other).max(1.0);
            let middle = Point { x: (now.x + other.x) / 2.0, y: (now.y + other.y) / 2.0 };
            if let Some(at) = on_drawing(&svg, &window, middle) {
                next = next.zoomed(factor, at);
            }
        } else {
            next = next.moved(Point { x: (before.x - now.x) * scale, y: (before.y - now.y) * scale });
        }
        hands.down[at].1 = now;
        drop(hands);
        window.set(next);
    })
}

fn client(event: &MouseEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}

fn distance(a: Point, b: Point) -> f64 {
    let (dx, dy) = (a.x - b.x, a.y - b.y);
    (dx * dx + dy * dy).sqrt()
}

fn place_at(svg: &NodeRef, window: &Window, event: &MouseEvent) -> Option<Point> {
    on_drawing(svg, window, client(event))
}

/// A place of the browser's window on the drawing.
fn on_drawing(svg: &NodeRef, window: &Window, at: Point) -> Option<Point> {
    let rect = svg.cast::<web_sys::Element>()?.get_bounding_client_rect();
    let (corner, extent) = (window.corner, window.extent());
    Some(Point {
        x: corner.x + (at.x - rect.left()) / rect.width().max(1.0) * extent.x,
        y: corner.y + (at.y - rect.top()) / rect.height().max(1.0) * extent.y,
    })
}
