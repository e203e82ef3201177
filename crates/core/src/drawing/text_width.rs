//! Estimated widths of texts, which keep labels apart where no browser can measure them.

/// Estimated width of a text in the unit of its font size. Chinese, Japanese and Korean characters and full-width signs are 1 em
/// wide, all others 0.56 em.
pub fn text_width(text: &str, size: f64) -> f64 {
    let em = |character: char| if character >= '\u{2e80}' { 1.0 } else { 0.56 };
    text.chars().map(em).sum::<f64>() * size
}
