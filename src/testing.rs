//! What tests of several sections share: the made-up dataset, and markup as the build renders it.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used, clippy::unwrap_used)]

use std::{path::Path, rc::Rc};

use yew::{LocalServerRenderer, prelude::*};

use crate::view::View;
use crackdown_core::{
    analysis::precomputed::Precomputed,
    dataset::{Dataset, Package},
    locale::Language,
    query::Index,
};

/// The made-up dataset of `tests/fixture`.
pub fn fixture() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture");
    Dataset::read(&Package::read_dir(&folder).unwrap()).expect("no problems")
}

/// A view of a dataset.
pub fn view_of(dataset: &Rc<Dataset>, language: Language, precomputed: Precomputed) -> View {
    View {
        language,
        dataset: Rc::clone(dataset),
        precomputed: Rc::new(precomputed),
        geography: Rc::default(),
        index: Rc::new(Index::new(dataset, [])),
        ask: Callback::noop(),
        want: Callback::noop(),
    }
}

/// The markup of what a function renders in a view.
pub async fn markup(view: &View, render: impl Fn(&View) -> Html + 'static) -> String {
    let (view, render) = (view.clone(), Callback::from(move |view: View| render(&view)));
    let renderer = LocalServerRenderer::<Rendered>::with_props(RenderedProps { view, render }).hydratable(false);
    tokio::task::LocalSet::new().run_until(renderer.render()).await
}

#[derive(Properties, PartialEq)]
struct RenderedProps {
    view: View,
    render: Callback<View, Html>,
}

#[component]
fn Rendered(props: &RenderedProps) -> Html {
    let content = props.render.emit(props.view.clone());
    html! { <ContextProvider<View> context={props.view.clone()}>{ content }</ContextProvider<View>> }
}
