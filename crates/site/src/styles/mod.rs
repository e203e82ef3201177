//! The stylesheets: as the page has them, and as a saved drawing does.

mod export;
mod sheet;

pub use export::{StyleError, export};
pub use sheet::{Declaration, Sheet};

/// The page's stylesheet as it is served: the files of `www/styles` in the order of their layers.
pub const STYLESHEET: &str = concat!(
    include_str!("../../../../www/styles/tokens.css"),
    include_str!("../../../../www/styles/base.css"),
    include_str!("../../../../www/styles/controls.css"),
    include_str!("../../../../www/styles/table.css"),
    include_str!("../../../../www/styles/box.css"),
    include_str!("../../../../www/styles/header.css"),
    include_str!("../../../../www/styles/headline.css"),
    include_str!("../../../../www/styles/chart.css"),
    include_str!("../../../../www/styles/map.css"),
    include_str!("../../../../www/styles/legend.css"),
    include_str!("../../../../www/styles/evidence.css"),
    include_str!("../../../../www/styles/contradictions.css"),
    include_str!("../../../../www/styles/method.css"),
    include_str!("../../../../www/styles/dialog.css"),
    include_str!("../../../../www/styles/embed.css"),
    include_str!("../../../../www/styles/print.css"),
);
