//! Small components that several views share.

mod cite;
mod claim_link;
mod dialog;
mod picture;

pub use cite::Cite;
pub use claim_link::{ClaimLines, ClaimLink, claim_figure, wording};
pub use dialog::{ClaimDialog, record_body};
pub use picture::Picture;
