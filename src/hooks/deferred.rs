//! Views that wait until the reader pauses, so that what the reader has in hand is drawn first.

use std::{cell::Cell, rc::Rc, time::Duration};

use yew::{
    platform::{spawn_local, time::sleep},
    prelude::*,
};

/// How long a view waits: the one before it has been painted by then.
const BEHIND: Duration = Duration::from_millis(30);

/// A value; while it has to wait, what it was before. Each new one begins the wait anew, so that of a quick row only the last counts.
#[hook]
pub fn use_deferred<T: Clone + PartialEq + 'static>(value: &T, wait: bool) -> T {
    let current = use_mut_ref(|| value.clone());
    let update = use_force_update();
    if !wait {
        current.borrow_mut().clone_from(value);
    }
    {
        let current = Rc::clone(&current);
        use_effect_with(value.clone(), move |value| {
            let wanted = Rc::new(Cell::new(*current.borrow() != *value));
            if wanted.get() {
                let (value, still) = (value.clone(), Rc::clone(&wanted));
                spawn_local(async move {
                    sleep(BEHIND).await;
                    if still.get() {
                        *current.borrow_mut() = value;
                        update.force_update();
                    }
                });
            }
            move || wanted.set(false)
        });
    }
    current.borrow().clone()
}
