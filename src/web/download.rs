//! Files for the reader to save.

use std::time::Duration;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};
use yew::platform::time::sleep;

use super::document;

/// Pixels of a PNG for each unit of its drawing.
const PNG_SCALE: u32 = 2;

/// How long the address of a file stays valid. Some browsers read the file only after the click has been handled, and the reader may be
/// asked first where to save it.
const URL_LIFETIME: Duration = Duration::from_secs(40);

/// Offers bytes as a file.
///
/// # Errors
/// The exception, where the browser refuses.
pub fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    click_link(name, &ObjectUrl::of(mime, bytes)?.0)
}

/// Offers a standalone SVG as a PNG.
///
/// # Errors
/// The exception, where the browser cannot draw it or refuses.
pub async fn save_png(name: &str, svg: &str) -> Result<(), JsValue> {
    let source = ObjectUrl::of("image/svg+xml", svg.as_bytes())?;
    let image = HtmlImageElement::new()?;
    image.set_src(&source.0);
    JsFuture::from(image.decode()).await?;
    let (width, height) = (image.natural_width() * PNG_SCALE, image.natural_height() * PNG_SCALE);
    let canvas: HtmlCanvasElement = document()?.create_element("canvas")?.dyn_into()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or("no canvas")?.dyn_into()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width.into(), height.into())?;
    click_link(name, &canvas.to_data_url()?)
}

fn click_link(name: &str, address: &str) -> Result<(), JsValue> {
    let link: HtmlAnchorElement = document()?.create_element("a")?.dyn_into()?;
    link.set_href(address);
    link.set_download(name);
    link.click();
    Ok(())
}

/// The address of a file in memory, which is freed some time after this is dropped.
struct ObjectUrl(String);

impl ObjectUrl {
    fn of(mime: &str, bytes: &[u8]) -> Result<Self, JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let parts = Array::of1(&Uint8Array::from(bytes));
        let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
        Url::create_object_url_with_blob(&blob).map(Self)
    }
}

impl Drop for ObjectUrl {
    fn drop(&mut self) {
        let address = std::mem::take(&mut self.0);
        spawn_local(async move {
            sleep(URL_LIFETIME).await;
            let _ = Url::revoke_object_url(&address);
        });
    }
}
