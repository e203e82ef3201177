//! The foot of the page.

use yew::prelude::*;

use crate::view::View;

/// Says what the page is not.
pub fn footer(view: &View) -> Html {
    html! { <footer class="site"><p>{ view.words().site.footer }</p></footer> }
}
