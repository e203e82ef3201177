//! The page: Yew components over `crackdown-core`, and the edge to the browser.

mod app;
mod claim_dialog;
mod contradictions;
mod controls;
pub mod data;
mod decline;
mod embedded;
mod evidence;
mod header;
mod headline;
mod hooks;
mod method;
mod partners;
mod view;
pub mod web;

pub use app::{App, AppProps};
pub use evidence::EvidencePage;
