//! Yew components, thin: they write down what `explore`, `chart` and `map` have worked out.

mod app;
mod checks;
mod decline;
mod embed;
mod evidence;
mod frame;
mod headline;
mod implied;
mod later;
mod method;
mod partners;
mod parts;
mod record;
mod view;

pub use app::{App, AppProps};
pub use evidence::EvidencePage;
