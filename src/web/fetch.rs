//! Files of the site.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use super::window;

/// A file on its way.
pub struct Fetched {
    address: String,
    answer: JsFuture,
}

impl Fetched {
    /// Starts to fetch a file of text.
    pub fn start(address: String) -> Option<Self> {
        // Listened to from the start, so that of several files that fail none goes unheard while another is waited for.
        let answer = JsFuture::from(window()?.fetch_with_str(&address));
        Some(Self { address, answer })
    }

    /// Its text, once it is there.
    ///
    /// # Errors
    /// What the browser or the server said.
    pub async fn text(self) -> Result<String, JsValue> {
        let response: Response = self.answer.await?.dyn_into()?;
        if !response.ok() {
            return Err(format!("{}: status {}", self.address, response.status()).into());
        }
        let text = JsFuture::from(response.text()?).await?;
        text.as_string().ok_or_else(|| format!("{}: no text", self.address).into())
    }
}
