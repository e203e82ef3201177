//! The address that the site is published at, which the build reads from `SITE_URL`.

use std::fmt;

use http::Uri;
use thiserror::Error;

/// An absolute address that ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address(String);

/// An address that the site cannot have.
#[derive(Debug, Error)]
#[error("SITE_URL: found \"{0}\", expected an http or https address without query and fragment")]
pub struct AddressError(String);

impl Address {
    /// Reads an address, with or without a slash at its end.
    ///
    /// # Errors
    /// Where it is not absolute, not of the web, or has a query or fragment.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let web = |uri: &Uri| {
            let host = uri.host().is_some_and(|host| !host.is_empty());
            matches!(uri.scheme_str(), Some("http" | "https")) && host && uri.query().is_none()
        };
        // A `Uri` drops the fragment unseen.
        match text.parse::<Uri>() {
            Ok(uri) if web(&uri) && !text.contains('#') => Ok(Self(format!("{}/", text.trim_end_matches('/')))),
            _ => Err(AddressError(text.to_owned())),
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_the_web_ends_with_one_slash() {
        for (text, address) in [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/", "https://example.org/"),
            ("http://localhost:8080/some/path//", "http://localhost:8080/some/path/"),
            ("https://example.org/a&b", "https://example.org/a&b/"),
        ] {
            assert_eq!(Address::parse(text).expect("an address").to_string(), address);
        }
    }

    #[test]
    fn any_other_address_is_refused() {
        for text in [
            "",
            "/",
            "example.org",
            "example.org/path",
            "//example.org",
            "ftp://example.org",
            "https://",
            "https:///path",
            "https://example.org/?q",
            "https://example.org/#part",
            "https://example.org/a b",
            "https://example.org/<b>",
        ] {
            let error = Address::parse(text).expect_err(text).to_string();
            assert!(error.starts_with(&format!("SITE_URL: found \"{text}\", expected ")), "{error}");
        }
    }
}
