//! What pointers on the map become: a click, a drag, a pinch or a long press. Nothing here knows the browser.

use crackdown_core::drawing::map::Point;

/// How far a pressed pointer may move before a click becomes a drag, CSS pixels.
const DRAG_THRESHOLD: f64 = 4.0;

/// The button that drags, as events count it; a finger counts as one.
const PRIMARY_BUTTON: i16 = 0;
/// The same button among those that a move reports as pressed.
const PRIMARY_PRESSED: u16 = 1;

/// Something that a pointer does. `id` tells pointers apart, `at` is a place in the browser's window in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PointerInput {
    /// It is pressed on the map.
    Down {
        /// Which pointer.
        id: i32,
        /// Button that was pressed.
        button: i16,
        /// Whether it is a finger.
        touch: bool,
        /// Where.
        at: Point,
    },
    /// It moves over the map, or anywhere once the map has captured it.
    Move {
        /// Which pointer.
        id: i32,
        /// Buttons that are pressed, one bit each.
        buttons: u16,
        /// Where to.
        at: Point,
    },
    /// It leaves the map. A captured pointer does not.
    Leave {
        /// Which pointer.
        id: i32,
    },
    /// It is released.
    Up {
        /// Which pointer.
        id: i32,
    },
    /// The browser took it over, or ended its capture.
    Cancel {
        /// Which pointer.
        id: i32,
    },
    /// The time of a long press is over since a press.
    LongPress {
        /// Number of the press.
        press: u32,
    },
    /// The time in which a click follows is over since a long press ended.
    ClickIsDue {
        /// Number of the press.
        press: u32,
    },
}

/// What follows for the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reaction {
    /// Nothing.
    Nothing,
    /// [`PointerInput::LongPress`] is due after the time of a long press.
    AwaitLongPress {
        /// Number of the press.
        press: u32,
    },
    /// [`PointerInput::ClickIsDue`] is due after a while.
    AwaitClick {
        /// Number of the press.
        press: u32,
    },
    /// The map captures a pointer, so that the click at its end chooses no area.
    Capture {
        /// Which pointer.
        id: i32,
    },
    /// The drawing moves with a pointer.
    Drag {
        /// Pointer to capture with the first move.
        capture: Option<i32>,
        /// How far, CSS pixels.
        by: Point,
    },
    /// The drawing is enlarged.
    Pinch {
        /// Pointer to capture with its first move.
        capture: Option<i32>,
        /// The place that stays where it is, in the window.
        around: Point,
        /// How many times.
        factor: f64,
    },
}

#[derive(Clone, Copy, Debug)]
struct Pressed {
    id: i32,
    at: Point,
    captured: bool,
}

/// The pointers that are pressed, and what they have become.
#[derive(Debug, Default)]
pub struct PointerState {
    pressed: Vec<Pressed>,
    /// Number of the last press, by which a timer knows whether it is still about the same one.
    presses: u32,
    touch: bool,
    dragging: bool,
    long_pressed: bool,
}

impl PointerState {
    /// Whether the last touch was a long press. It shows what lies there; the click that some browsers make of it chooses nothing.
    pub fn long_pressed(&self) -> bool {
        self.long_pressed
    }

    /// Whether the browser's menu would open over what a finger is pressed on.
    pub fn suppresses_menu(&self) -> bool {
        self.long_pressed || (self.touch && !self.pressed.is_empty())
    }

    /// Takes in what a pointer does.
    pub fn handle(&mut self, input: PointerInput) -> Reaction {
        match input {
            PointerInput::Down { id, button: PRIMARY_BUTTON, touch, at } => self.down(id, touch, at),
            // Other buttons open menus or scroll. Their release may never be reported.
            PointerInput::Down { .. } => Reaction::Nothing,
            PointerInput::Move { id, buttons, at } => self.moved(id, buttons, at),
            PointerInput::Leave { id } => {
                // What is released outside is not reported, so that it must not drag when it comes back.
                self.pressed.retain(|pointer| pointer.id != id || pointer.captured);
                Reaction::Nothing
            }
            PointerInput::Up { id } | PointerInput::Cancel { id } => self.up(id),
            PointerInput::LongPress { press } => self.long_press(press),
            PointerInput::ClickIsDue { press } => {
                self.long_pressed &= self.presses != press;
                Reaction::Nothing
            }
        }
    }

    fn down(&mut self, id: i32, touch: bool, at: Point) -> Reaction {
        // A pointer cannot be pressed twice: the release of the first press was not reported.
        self.pressed.retain(|pointer| pointer.id != id);
        if self.pressed.is_empty() {
            (self.dragging, self.long_pressed) = (false, false);
        }
        self.pressed.push(Pressed { id, at, captured: false });
        self.presses += 1;
        self.touch = touch;
        if touch { Reaction::AwaitLongPress { press: self.presses } } else { Reaction::Nothing }
    }

    /// One pointer drags; two pinch around the middle between them.
    fn moved(&mut self, id: i32, buttons: u16, at: Point) -> Reaction {
        if buttons & PRIMARY_PRESSED == 0 {
            // Released where no event told of it: over a menu, or outside the window.
            return self.up(id);
        }
        let others = self.pressed.len() > 1;
        let other = self.pressed.iter().find(|pointer| pointer.id != id).map(|pointer| pointer.at);
        let Some(pointer) = self.pressed.iter_mut().find(|pointer| pointer.id == id) else { return Reaction::Nothing };
        let before = pointer.at;
        if distance(before, at) < DRAG_THRESHOLD && !others && !self.dragging {
            return Reaction::Nothing;
        }
        let capture = Some(id).filter(|_| !pointer.captured);
        (pointer.at, pointer.captured, self.dragging) = (at, true, true);
        match other {
            Some(other) => Reaction::Pinch {
                capture,
                around: Point { x: (at.x + other.x) / 2.0, y: (at.y + other.y) / 2.0 },
                factor: distance(at, other) / distance(before, other).max(1.0),
            },
            None => Reaction::Drag { capture, by: Point { x: at.x - before.x, y: at.y - before.y } },
        }
    }

    fn up(&mut self, id: i32) -> Reaction {
        let before = self.pressed.len();
        self.pressed.retain(|pointer| pointer.id != id);
        if self.pressed.len() < before && self.long_pressed {
            Reaction::AwaitClick { press: self.presses }
        } else {
            Reaction::Nothing
        }
    }

    fn long_press(&mut self, press: u32) -> Reaction {
        match self.pressed.as_mut_slice() {
            [pointer] if self.presses == press && !self.dragging => {
                pointer.captured = true;
                self.long_pressed = true;
                Reaction::Capture { id: pointer.id }
            }
            _ => Reaction::Nothing,
        }
    }
}

fn distance(a: Point, b: Point) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUSE: i32 = 1;

    fn at(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    fn press(state: &mut PointerState, id: i32, touch: bool, x: f64) -> Reaction {
        state.handle(PointerInput::Down { id, button: 0, touch, at: at(x, 0.0) })
    }

    fn moved(state: &mut PointerState, id: i32, buttons: u16, x: f64) -> Reaction {
        state.handle(PointerInput::Move { id, buttons, at: at(x, 0.0) })
    }

    fn drag(capture: Option<i32>, x: f64) -> Reaction {
        Reaction::Drag { capture, by: at(x, 0.0) }
    }

    #[test]
    fn a_press_that_moves_far_enough_drags_from_where_it_began() {
        let mut state = PointerState::default();
        assert_eq!(press(&mut state, MOUSE, false, 10.0), Reaction::Nothing);
        assert_eq!(moved(&mut state, MOUSE, 1, 13.0), Reaction::Nothing);
        assert_eq!(moved(&mut state, MOUSE, 1, 16.0), drag(Some(MOUSE), 6.0));
        assert_eq!(moved(&mut state, MOUSE, 1, 17.0), drag(None, 1.0));
        state.handle(PointerInput::Up { id: MOUSE });
        assert_eq!(moved(&mut state, MOUSE, 0, 40.0), Reaction::Nothing);
    }

    #[test]
    fn only_the_primary_button_drags() {
        for button in [1, 2, 3, 4] {
            let mut state = PointerState::default();
            let down = PointerInput::Down { id: MOUSE, button, touch: false, at: at(0.0, 0.0) };
            assert_eq!(state.handle(down), Reaction::Nothing);
            // Whether the browser reports the button while its menu is open or not.
            for buttons in [0, 2, 4] {
                assert_eq!(moved(&mut state, MOUSE, buttons, 40.0), Reaction::Nothing, "button {button}");
            }
        }
    }

    #[test]
    fn a_release_that_was_not_reported_ends_the_drag() {
        let mut state = PointerState::default();
        // As with the control key on a Mac: the menu opens on the press, and nothing is reported until it is closed.
        press(&mut state, MOUSE, false, 0.0);
        assert_eq!(moved(&mut state, MOUSE, 0, 40.0), Reaction::Nothing);
        assert_eq!(moved(&mut state, MOUSE, 1, 80.0), Reaction::Nothing, "the next press was elsewhere");
        press(&mut state, MOUSE, false, 0.0);
        assert_eq!(moved(&mut state, MOUSE, 1, 40.0), drag(Some(MOUSE), 40.0));
        assert_eq!(moved(&mut state, MOUSE, 2, 80.0), Reaction::Nothing, "the primary button was released");
        assert_eq!(moved(&mut state, MOUSE, 3, 90.0), Reaction::Nothing);
    }

    #[test]
    fn a_press_at_the_border_that_is_released_outside_does_not_drag_later() {
        let mut state = PointerState::default();
        press(&mut state, MOUSE, false, 2.0);
        assert_eq!(moved(&mut state, MOUSE, 1, 0.0), Reaction::Nothing);
        assert_eq!(state.handle(PointerInput::Leave { id: MOUSE }), Reaction::Nothing);
        assert_eq!(moved(&mut state, MOUSE, 0, 60.0), Reaction::Nothing, "released outside");
        assert_eq!(moved(&mut state, MOUSE, 1, 90.0), Reaction::Nothing, "pressed outside");
    }

    #[test]
    fn a_drag_goes_on_outside() {
        let mut state = PointerState::default();
        press(&mut state, MOUSE, false, 0.0);
        assert_eq!(moved(&mut state, MOUSE, 1, 10.0), drag(Some(MOUSE), 10.0));
        state.handle(PointerInput::Leave { id: MOUSE });
        assert_eq!(moved(&mut state, MOUSE, 1, 500.0), drag(None, 490.0));
    }

    #[test]
    fn a_drag_that_the_browser_ends_is_over() {
        let mut state = PointerState::default();
        press(&mut state, MOUSE, false, 0.0);
        moved(&mut state, MOUSE, 1, 10.0);
        assert_eq!(state.handle(PointerInput::Cancel { id: MOUSE }), Reaction::Nothing);
        assert_eq!(moved(&mut state, MOUSE, 1, 30.0), Reaction::Nothing);
    }

    #[test]
    fn a_press_without_a_release_before_it_begins_anew() {
        let mut state = PointerState::default();
        press(&mut state, MOUSE, false, 0.0);
        moved(&mut state, MOUSE, 1, 10.0);
        press(&mut state, MOUSE, false, 100.0);
        assert_eq!(moved(&mut state, MOUSE, 1, 102.0), Reaction::Nothing, "neither a pinch nor a drag");
        assert_eq!(moved(&mut state, MOUSE, 1, 110.0), drag(Some(MOUSE), 10.0));
    }

    #[test]
    fn two_fingers_pinch_and_the_one_that_stays_drags_on() {
        let mut state = PointerState::default();
        press(&mut state, 11, true, 0.0);
        press(&mut state, 12, true, 20.0);
        let pinch = Reaction::Pinch { capture: Some(12), around: at(20.0, 0.0), factor: 2.0 };
        assert_eq!(moved(&mut state, 12, 1, 40.0), pinch);
        let pinch = Reaction::Pinch { capture: Some(11), around: at(10.0, 0.0), factor: 1.5 };
        assert_eq!(moved(&mut state, 11, 1, -20.0), pinch);
        state.handle(PointerInput::Up { id: 12 });
        assert_eq!(moved(&mut state, 11, 1, -19.0), drag(None, 1.0));
    }

    #[test]
    fn a_long_press_shows_and_the_click_after_it_chooses_nothing() {
        let mut state = PointerState::default();
        assert_eq!(press(&mut state, 11, true, 0.0), Reaction::AwaitLongPress { press: 1 });
        assert!(state.suppresses_menu() && !state.long_pressed());
        assert_eq!(state.handle(PointerInput::LongPress { press: 1 }), Reaction::Capture { id: 11 });
        assert_eq!(state.handle(PointerInput::Up { id: 11 }), Reaction::AwaitClick { press: 1 });
        assert_eq!(state.handle(PointerInput::Cancel { id: 11 }), Reaction::Nothing, "the end of the capture");
        assert!(state.long_pressed() && state.suppresses_menu());
        state.handle(PointerInput::ClickIsDue { press: 1 });
        assert!(!state.long_pressed());
    }

    #[test]
    fn a_long_press_is_one_finger_that_stays_where_it_is() {
        let mut dragged = PointerState::default();
        press(&mut dragged, 11, true, 0.0);
        moved(&mut dragged, 11, 1, 20.0);
        assert_eq!(dragged.handle(PointerInput::LongPress { press: 1 }), Reaction::Nothing);
        let mut two = PointerState::default();
        press(&mut two, 11, true, 0.0);
        press(&mut two, 12, true, 0.0);
        assert_eq!(two.handle(PointerInput::LongPress { press: 2 }), Reaction::Nothing);
        let mut again = PointerState::default();
        press(&mut again, 11, true, 0.0);
        again.handle(PointerInput::Up { id: 11 });
        press(&mut again, 12, true, 0.0);
        assert_eq!(again.handle(PointerInput::LongPress { press: 1 }), Reaction::Nothing, "that finger was lifted");
        assert!(!again.long_pressed());
    }
}
