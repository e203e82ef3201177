//! Crackdown Explorer: what Chinese authorities have reported about their crackdown on telecom and online fraud.
//!
//! The modules are the way a figure travels: reported ([`dataset`]) → asked ([`explore`]) → drawn ([`chart`], [`map`])
//! → said ([`locale`]) → taken away ([`export`]) → shown (`ui`, over `browser`). Arrows point back along that way only; everything before `ui`
//! is plain Rust without a browser in it.

pub mod bounds;
#[cfg(feature = "app")]
pub mod browser;
pub mod chart;
pub mod checks;
pub mod dataset;
pub mod explore;
pub mod export;
pub mod locale;
pub mod map;
mod order;
#[cfg(feature = "app")]
pub mod ui;
pub mod worked;
