//! The browser's door: takes over the prerendered page.

use std::rc::Rc;

use crackdown_core::dataset::Dataset;
use crackdown_explorer::{App, AppProps, data, web::page};
use yew::Renderer;

fn main() {
    yew::set_custom_panic_hook(Box::new(|info| {
        page::announce_failure();
        page::log(&info.to_string());
    }));
    // The build checks the embedded record, so that this fails only in a build that skipped the check.
    let dataset = match Dataset::read(&data::light()) {
        Ok(dataset) => Rc::new(dataset),
        Err(problems) => {
            page::announce_failure();
            return problems.iter().for_each(|problem| page::log(&problem.to_string()));
        }
    };
    let Some(root) = page::element("app") else { return page::announce_failure() };
    let prerendered = root.has_child_nodes();
    let (precomputed, geography) = (Rc::new(page::precomputed()), Rc::new(page::geography()));
    let app = Renderer::<App>::with_root_and_props(
        root,
        AppProps { language: page::language(), dataset, precomputed, geography },
    );
    if prerendered {
        app.hydrate();
    } else {
        app.render();
    }
}
