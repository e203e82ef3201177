//! The browser's pointer events on the map, as input for [`PointerState`], and what follows from them for its window.

use std::{cell::RefCell, rc::Rc, time::Duration};

use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

use super::pointer_state::{PointerInput, PointerState, Reaction};
use crate::web::pointer;
use crackdown_core::{
    dataset::AreaCode,
    drawing::map::{Point, Window},
};

/// One step of zooming.
pub const STEP: f64 = 1.6;

/// Time after which a touch is a long press, as on phones. A click follows its end sooner than that.
const LONG_PRESS: Duration = Duration::from_millis(500);

/// The pointers on a map, its element, and the part of the drawing that it shows.
#[derive(Clone)]
pub struct Gestures {
    state: Rc<RefCell<PointerState>>,
    svg: NodeRef,
    window: UseStateHandle<Window>,
}

/// The gestures of the map whose element is `svg`.
#[hook]
pub fn use_gestures(svg: &NodeRef, window: &UseStateHandle<Window>) -> Gestures {
    Gestures { state: use_mut_ref(PointerState::default), svg: svg.clone(), window: window.clone() }
}

impl Gestures {
    /// Whether the last touch was a long press, after which a click chooses nothing.
    pub fn long_pressed(&self) -> bool {
        self.state.borrow().long_pressed()
    }

    /// Zooms with the control key, or where the map has the focus; elsewhere the wheel scrolls the page.
    pub fn onwheel(&self) -> Callback<WheelEvent> {
        let own = self.clone();
        Callback::from(move |event: WheelEvent| {
            if event.ctrl_key() || pointer::has_focus(&own.svg) {
                event.prevent_default();
                own.zoom((1.0 - event.delta_y() / 400.0).clamp(0.5, 2.0), client(&event));
            }
        })
    }

    /// Zooms in on a place; with Shift, out.
    pub fn ondblclick(&self) -> Callback<MouseEvent> {
        let own = self.clone();
        Callback::from(move |event: MouseEvent| {
            own.zoom(if event.shift_key() { 1.0 / STEP } else { STEP }, client(&event));
        })
    }

    pub fn onpointerdown(&self) -> Callback<PointerEvent> {
        self.on(|event| {
            let touch = event.pointer_type() == "touch";
            Some(PointerInput::Down { id: event.pointer_id(), button: event.button(), touch, at: client(event) })
        })
    }

    pub fn onpointermove(&self) -> Callback<PointerEvent> {
        self.on(|event| {
            Some(PointerInput::Move { id: event.pointer_id(), buttons: event.buttons(), at: client(event) })
        })
    }

    pub fn onpointerup(&self) -> Callback<PointerEvent> {
        self.on(|event| Some(PointerInput::Up { id: event.pointer_id() }))
    }

    pub fn onpointercancel(&self) -> Callback<PointerEvent> {
        self.on(|event| Some(PointerInput::Cancel { id: event.pointer_id() }))
    }

    /// The end of the map's own capture. An area loses a finger when the map captures it, which ends nothing.
    pub fn onlostpointercapture(&self) -> Callback<PointerEvent> {
        let svg = self.svg.clone();
        self.on(move |event| {
            let own = pointer::is_target(event, &svg);
            own.then(|| PointerInput::Cancel { id: event.pointer_id() })
        })
    }

    /// Calls `point` with no area. The area of a long press stays shown.
    pub fn onpointerleave(&self, point: &Callback<Option<AreaCode>>) -> Callback<PointerEvent> {
        let (own, point) = (self.clone(), point.clone());
        Callback::from(move |event: PointerEvent| {
            own.handle(PointerInput::Leave { id: event.pointer_id() });
            if !own.long_pressed() || event.pointer_type() != "touch" {
                point.emit(None);
            }
        })
    }

    /// Keeps the browser's menu away from a long press.
    pub fn oncontextmenu(&self) -> Callback<MouseEvent> {
        let state = Rc::clone(&self.state);
        Callback::from(move |event: MouseEvent| {
            if state.borrow().suppresses_menu() {
                event.prevent_default();
            }
        })
    }

    fn on(&self, input: impl Fn(&PointerEvent) -> Option<PointerInput> + 'static) -> Callback<PointerEvent> {
        let own = self.clone();
        Callback::from(move |event: PointerEvent| {
            if let Some(input) = input(&event) {
                own.handle(input);
            }
        })
    }

    fn handle(&self, input: PointerInput) {
        let reaction = self.state.borrow_mut().handle(input);
        match reaction {
            Reaction::Nothing => {}
            Reaction::AwaitLongPress { press } => self.later(PointerInput::LongPress { press }),
            Reaction::AwaitClick { press } => self.later(PointerInput::ClickIsDue { press }),
            Reaction::Capture { id } => pointer::capture(&self.svg, id),
            Reaction::Drag { capture, by } => {
                self.capture(capture);
                let units = self.units_per_pixel();
                self.window.set(self.window.moved(Point { x: -by.x * units.x, y: -by.y * units.y }));
            }
            Reaction::Pinch { capture, around, factor } => {
                self.capture(capture);
                self.zoom(factor, around);
            }
        }
    }

    fn capture(&self, id: Option<i32>) {
        if let Some(id) = id {
            pointer::capture(&self.svg, id);
        }
    }

    fn later(&self, input: PointerInput) {
        let own = self.clone();
        spawn_local(async move {
            sleep(LONG_PRESS).await;
            own.handle(input);
        });
    }

    /// Zooms around a place of the browser's window.
    fn zoom(&self, factor: f64, around: Point) {
        let Some(rect) = pointer::rect(&self.svg) else { return };
        let (corner, units) = (self.window.corner, self.units_per_pixel());
        let place =
            Point { x: corner.x + (around.x - rect.left) * units.x, y: corner.y + (around.y - rect.top) * units.y };
        self.window.set(self.window.zoomed(factor, place));
    }

    /// Units of the drawing for a CSS pixel.
    fn units_per_pixel(&self) -> Point {
        let (width, height) = pointer::rect(&self.svg).map_or((1.0, 1.0), |rect| (rect.width, rect.height));
        let extent = self.window.extent();
        Point { x: extent.x / width.max(1.0), y: extent.y / height.max(1.0) }
    }
}

fn client(event: &MouseEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}
