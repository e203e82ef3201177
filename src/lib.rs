//! The page: Yew components over `crackdown-core`, and the edge to the browser.

mod app;
mod chips;
mod claim_dialog;
mod contradictions;
mod controls;
pub mod data;
mod decline;
mod embedded;
mod evidence;
mod evidence_page;
mod facet_names;
mod footer;
mod header;
mod headline;
mod hooks;
mod method;
mod notices;
mod partners;
#[cfg(test)]
mod testing;
mod view;
pub mod web;

pub use app::{App, AppProps};
pub use evidence_page::EvidencePage;
