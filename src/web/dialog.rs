//! Modal dialogs.

use web_sys::HtmlDialogElement;
use yew::NodeRef;

/// Opens a dialog above the page, unless it is open.
pub fn open(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog; the browser moves the focus back to where it was.
pub fn close(dialog: &NodeRef) {
    if let Some(dialog) = dialog.cast::<HtmlDialogElement>().filter(HtmlDialogElement::open) {
        dialog.close();
    }
}

/// Whether a dialog is open.
pub fn is_open(dialog: &NodeRef) -> bool {
    dialog.cast::<HtmlDialogElement>().is_some_and(|dialog| dialog.open())
}
