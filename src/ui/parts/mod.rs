//! Small components that several views share.

mod cite;
mod claim_link;
mod copier;
mod dialog;
mod embed;
mod picture;
mod swatch;

pub use cite::Cite;
pub use claim_link::{ClaimLines, ClaimLink, claim_figure, claim_link, wording};
pub use copier::{Copier, use_copier};
pub use dialog::{ClaimDialog, record_body};
pub use embed::EmbedDialog;
pub use picture::Picture;
pub use swatch::{Swatch, swatch};
