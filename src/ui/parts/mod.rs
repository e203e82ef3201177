//! Small components that several views share.

mod claim_link;
mod dialog;

pub use claim_link::{ClaimLines, ClaimLink, claim_figure, wording};
pub use dialog::ClaimDialog;
