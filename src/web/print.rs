//! Printing the page.

use gloo_events::EventListener;

use super::window;

/// Calls back with `true` before the page is printed and with `false` after, until the listeners are dropped.
pub fn on_print(call: impl Fn(bool) + Clone + 'static) -> Option<[EventListener; 2]> {
    let window = window()?;
    let listen = |event: &'static str, printing: bool| {
        let call = call.clone();
        EventListener::new(&window, event, move |_| call(printing))
    };
    Some([listen("beforeprint", true), listen("afterprint", false)])
}
