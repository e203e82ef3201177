//! Small components that several views share.

mod cite;
mod claim_link;
mod copier;
mod embed_dialog;
mod save_image;
mod saver;
mod segments;
mod select;
mod swatch;

pub use cite::Cite;
pub use claim_link::{ClaimLines, ClaimLink, claim_figure, claim_link, wording};
pub use copier::{Copier, use_copier};
pub use embed_dialog::EmbedDialog;
pub use save_image::SaveImage;
pub use saver::{Saver, use_saver};
pub use segments::{segments, theme_choice};
pub use select::{Choice, on_choice, select};
pub use swatch::{Swatch, swatch};
