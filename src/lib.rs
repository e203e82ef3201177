//! Crackdown Explorer: what Chinese authorities have reported about their crackdown on telecom and online fraud.
//!
//! The modules are the way a figure travels: reported → asked → drawn → shown.

pub mod chart;
pub mod dataset;
pub mod explore;
pub mod locale;
pub mod map;
