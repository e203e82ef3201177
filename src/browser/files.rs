//! Files of the site.

use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::window;

/// A file on its way.
pub struct Fetched {
    address: String,
    answer: Promise,
}

impl Fetched {
    /// Starts to fetch a file of text.
    pub fn start(address: String) -> Option<Self> {
        let answer = window()?.fetch_with_str(&address);
        Some(Self { address, answer })
    }

    /// Its text, once it is there.
    ///
    /// # Errors
    /// What the browser or the server said.
    pub async fn text(self) -> Result<String, JsValue> {
        let response: Response = JsFuture::from(self.answer).await?.dyn_into()?;
        if !response.ok() {
            return Err(format!("{}: status {}", self.address, response.status()).into());
        }
        let text = JsFuture::from(response.text()?).await?;
        text.as_string().ok_or_else(|| format!("{}: no text", self.address).into())
    }
}
