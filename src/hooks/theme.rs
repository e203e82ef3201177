//! The theme of the page: what the address asks for, else what the reader chose before, else as the system has it.

use yew::prelude::*;

use crate::web::theme;
use crackdown_core::query::{Action, Theme};

/// The theme shown, and how the reader chooses another.
pub struct ThemeState {
    /// What is shown.
    pub shown: Theme,
    /// Shows a theme, keeps it for the next visit, and removes the one in the address.
    pub choose: Callback<Theme>,
}

/// The theme in the address is shown and never kept, so that a link does not change what its reader has chosen. `opened` is whether
/// the address has been read.
#[hook]
pub fn use_theme(in_address: Option<Theme>, opened: bool, ask: &Callback<Action>) -> ThemeState {
    let chosen = use_state_eq(Theme::default);
    {
        // Storage is not read before the first render, which is the same for every reader.
        let chosen = chosen.setter();
        use_effect_with((), move |()| chosen.set(theme::stored()));
    }
    let shown = in_address.unwrap_or(*chosen);
    use_effect_with((shown, opened), |&(shown, opened)| {
        if opened {
            theme::show(shown);
        }
    });
    let choose = {
        let (chosen, ask) = (chosen.setter(), ask.clone());
        Callback::from(move |theme: Theme| {
            theme::store(theme);
            chosen.set(theme);
            ask.emit(Action::ForgetTheme);
        })
    };
    ThemeState { shown, choose }
}
