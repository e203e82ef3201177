//! Modal dialogs that follow the state of the page.

use yew::prelude::*;

use crate::web::dialog;

/// The node of a dialog that is open while there is something to show, and opened again for each other thing.
#[hook]
pub fn use_modal<T: Clone + PartialEq + 'static>(shown: &Option<T>) -> NodeRef {
    let node = use_node_ref();
    use_effect_with((shown.clone(), node.clone()), |(shown, node)| match shown {
        Some(_) => dialog::open(node),
        None => dialog::close(node),
    });
    node
}
