//! A drawing of the page, for an image of it.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, XmlSerializer};

use super::document;

/// A drawing as the page shows it.
pub struct Drawing {
    /// `<svg …>…</svg>`.
    pub markup: String,
    /// Markup of each mark of the legend, and its label.
    pub legend: Vec<(String, String)>,
}

impl Drawing {
    /// The drawing in the section with an id.
    ///
    /// # Errors
    /// The exception, where the section has no drawing.
    pub fn of(section: &str) -> Result<Self, JsValue> {
        let document = document()?;
        let element = document.query_selector(&format!("#{section} svg"))?.ok_or("no drawing")?;
        let markup = XmlSerializer::new()?.serialize_to_string(&element)?;
        let entries = document.query_selector_all(&format!("#{section} .legend li"))?;
        let legend = (0..entries.length()).filter_map(|at| legend_entry(entries.item(at)?.dyn_into().ok()?)).collect();
        Ok(Self { markup, legend })
    }
}

fn legend_entry(item: Element) -> Option<(String, String)> {
    let mark = item.query_selector(".swatch > *").ok()??;
    let mark = XmlSerializer::new().ok()?.serialize_to_string(&mark).ok()?;
    let label = item.dyn_into::<HtmlElement>().ok()?.inner_text();
    Some((mark, label.trim().to_owned()))
}
