//! Taking things away: clipboard, downloads, pictures, and what they need of the page.

use chrono::NaiveDate;
use js_sys::{Array, Date, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, Element, HtmlAnchorElement, HtmlCanvasElement, HtmlElement,
    HtmlImageElement, Url, XmlSerializer,
};

use super::window;

/// How much finer than its own units a picture in pixels is.
const FINENESS: u32 = 2;

/// Address of the document without query and fragment.
pub fn site() -> String {
    let place = window().map(|window| window.location());
    let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
    part(place.as_ref().map(|place| place.origin())) + &part(place.as_ref().map(|place| place.pathname()))
}

/// Today, where the reader is.
pub fn today() -> NaiveDate {
    let now = Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// Puts a text on the clipboard; whether the browser let the page.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window().filter(|window| window.is_secure_context()) else { return false };
    JsFuture::from(window.navigator().clipboard().write_text(text)).await.is_ok()
}

/// Offers bytes as a file.
pub fn save(name: &str, kind: &str, bytes: &[u8]) {
    let _ = try_save(name, kind, bytes);
}

fn try_save(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(&blob(kind, bytes)?)?;
    follow(name, &address)?;
    Url::revoke_object_url(&address)
}

fn blob(kind: &str, bytes: &[u8]) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)
}

fn follow(name: &str, address: &str) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or("no document")?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// A drawing of the page: its markup and its legend.
pub struct Drawing {
    /// `<svg …>…</svg>`.
    pub markup: String,
    /// Markup of each mark of the legend, and its label.
    pub legend: Vec<(String, String)>,
}

/// The drawing that a section holds.
///
/// # Errors
/// What the browser said.
pub fn drawing(section: &str) -> Result<Drawing, JsValue> {
    let document = window().and_then(|window| window.document()).ok_or("no document")?;
    let element = document.query_selector(&format!("#{section} svg"))?.ok_or("no drawing")?;
    let markup = XmlSerializer::new()?.serialize_to_string(&element)?;
    let entries = document.query_selector_all(&format!("#{section} .legend li"))?;
    let legend = (0..entries.length()).filter_map(|at| entry(entries.item(at)?.dyn_into().ok()?)).collect();
    Ok(Drawing { markup, legend })
}

fn entry(item: Element) -> Option<(String, String)> {
    let mark = item.query_selector(".swatch > *").ok()??;
    let mark = XmlSerializer::new().ok()?.serialize_to_string(&mark).ok()?;
    let label = item.dyn_into::<HtmlElement>().ok()?.inner_text();
    Some((mark, label.trim().to_owned()))
}

/// Offers a standalone SVG as a PNG, twice as fine as its units.
///
/// # Errors
/// What the browser said.
pub async fn save_png(name: &str, svg: &str) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or("no document")?;
    let address = Url::create_object_url_with_blob(&blob("image/svg+xml", svg.as_bytes())?)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (image.natural_width() * FINENESS, image.natural_height() * FINENESS);
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    Url::revoke_object_url(&address)?;
    follow(name, &canvas.to_data_url()?)
}
