//! Room that a text takes, well enough to keep labels apart without a browser to ask.

/// Estimated width of a text at a font size: Chinese, Japanese and Korean characters and full-width signs are as wide as high,
/// others somewhat over half as wide.
pub fn text_width(text: &str, size: f64) -> f64 {
    let em = |character: char| if character >= '\u{2e80}' { 1.0 } else { 0.56 };
    text.chars().map(em).sum::<f64>() * size
}
