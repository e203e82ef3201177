//! A browser on the built site, and finding things in it by role and accessible name.

use std::{fs, path::Path, time::Instant};

use fantoccini::{
    Client, ClientBuilder, Locator,
    elements::Element,
    error::CmdError,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::{
    driver::{Browser, Driver, PATIENCE, PAUSE},
    site,
};

/// A page of the site in a browser of its own. The browser ends with it.
pub struct Page {
    /// The WebDriver session.
    pub client: Client,
    /// Address of the site, with a closing slash.
    pub site: String,
    driver: Driver,
}

/// A WebDriver command that the client has no method for: a path below the session, posted when it has a body.
#[derive(Debug)]
struct Ask {
    path: String,
    body: Option<Value>,
}

impl WebDriverCompatibleCommand for Ask {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        match &self.body {
            Some(body) => (http::Method::POST, Some(body.to_string())),
            None => (http::Method::GET, None),
        }
    }
}

/// What a reader's browser is like.
#[derive(Clone, Copy)]
pub struct Reader {
    /// What the page has to itself, in CSS pixels.
    pub window: (u32, u32),
    /// Whether scripts run.
    pub scripts: bool,
    /// Whether the reader likes it dark.
    pub dark: bool,
    /// Whether errors in the console are part of the story. Otherwise they fail the test when the page closes.
    pub errors: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self { window: (1440, 900), scripts: true, dark: false, errors: false }
    }
}

impl Page {
    /// Opens a path of the site and waits until it answers.
    pub async fn open(path: &str) -> Self {
        let page = Self::start(Reader::default()).await;
        page.go(path).await;
        page
    }

    /// Starts a browser without opening anything.
    pub async fn start(reader: Reader) -> Self {
        let browser = Browser::chosen();
        let mut driver = Driver::start(browser, reader.errors);
        let start = Instant::now();
        let client = loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities(browser, reader)).connect(&driver.address()).await {
                Ok(client) => break client,
                Err(error) => assert!(start.elapsed() < PATIENCE, "no session: {error}"),
            }
            tokio::time::sleep(PAUSE).await;
        };
        driver.session = client.session_id().await.expect("a session");
        let page = Self { client, site: site::serve(), driver };
        if browser == Browser::Chromium {
            let (width, height) = reader.window;
            let scheme = if reader.dark { "dark" } else { "light" };
            let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
            let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.devtools("Emulation.setDeviceMetricsOverride", screen).await;
            page.devtools("Emulation.setEmulatedMedia", media).await;
        }
        page
    }

    /// Opens a path of the site and waits until it answers.
    pub async fn go(&self, path: &str) {
        self.client.goto(&format!("{}{path}", self.site)).await.expect("the page loads");
        self.until("the page answers", || async {
            self.client.find(Locator::Css("body[data-ready=true]")).await.is_ok()
        })
        .await;
    }

    /// Waits until something holds.
    pub async fn until<F: Future<Output = bool>>(&self, what: &str, mut holds: impl FnMut() -> F) {
        let start = Instant::now();
        while !holds().await {
            assert!(start.elapsed() < PATIENCE, "waited in vain until {what}");
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// The elements below `scope` (a CSS selector) that have a role and whose accessible name holds a text.
    pub async fn all(&self, scope: &str, role: &str, name: &str) -> Vec<Element> {
        let tags = match role {
            "link" => vec!["a[href]"],
            "button" => vec!["button", "[role=button]", "summary"],
            "searchbox" => vec!["input[type=search]"],
            "combobox" => vec!["select"],
            "dialog" => vec!["dialog"],
            "heading" => vec!["h1", "h2", "h3"],
            "row" => vec!["tr"],
            other => panic!("no candidates for the role {other}"),
        };
        let css: Vec<String> = tags.iter().map(|tag| format!("{scope} {tag}")).collect();
        let mut found = Vec::new();
        for element in self.client.find_all(Locator::Css(&css.join(","))).await.expect("candidates") {
            let matches = async {
                let given = self.computed(&element, "computedlabel").await?;
                Ok::<_, CmdError>(given.contains(name) && self.computed(&element, "computedrole").await? == role)
            };
            // An element that a redraw took away in the meantime is not there for a person either.
            if matches.await.unwrap_or(false) {
                found.push(element);
            }
        }
        found
    }

    /// The first such element, waited for.
    pub async fn role(&self, scope: &str, role: &str, name: &str) -> Element {
        let start = Instant::now();
        loop {
            if let Some(element) = self.all(scope, role, name).await.into_iter().next() {
                return element;
            }
            assert!(start.elapsed() < PATIENCE, "no {role} named {name} in {scope}");
        }
    }

    /// Whether a dialog is open above the page.
    pub async fn dialog_is_open(&self) -> bool {
        self.client.find(Locator::Css("dialog[open] h2")).await.is_ok()
    }

    /// Runs a script in the page.
    pub async fn script(&self, script: &str) -> Value {
        self.client.execute(script, vec![]).await.expect("the script runs")
    }

    /// Text of the first element that a CSS selector finds.
    pub async fn text(&self, css: &str) -> String {
        self.client.find(Locator::Css(css)).await.expect(css).text().await.expect("a text")
    }

    /// Saves what the reader sees now, as PNG.
    pub async fn screenshot(&self, file: &Path) {
        fs::write(file, self.client.screenshot().await.expect("a screenshot")).expect("the picture is written");
    }

    /// A command of Chromium's own protocol.
    async fn devtools(&self, command: &str, params: Value) -> Value {
        let body = Some(json!({ "cmd": command, "params": params }));
        self.client.issue_cmd(Ask { path: "goog/cdp/execute".into(), body }).await.expect(command)
    }

    /// Makes the page as high as its content, up to a limit, so that a screenshot shows all of it.
    pub async fn unroll(&self, limit: u64) {
        let size = self.script("return [innerWidth, document.documentElement.scrollHeight]").await;
        let (width, height) = (size[0].as_u64().unwrap_or(1440), size[1].as_u64().unwrap_or(900).min(limit));
        let screen = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 });
        self.devtools("Emulation.setDeviceMetricsOverride", screen).await;
    }

    async fn computed(&self, element: &Element, property: &'static str) -> Result<String, CmdError> {
        let command = Ask { path: format!("element/{}/{property}", &*element.element_id()), body: None };
        Ok(self.client.issue_cmd(command).await?.as_str().unwrap_or_default().to_owned())
    }
}

fn capabilities(browser: Browser, reader: Reader) -> Capabilities {
    let mut capabilities = Capabilities::new();
    match browser {
        Browser::Chromium => {
            let javascript = if reader.scripts { 1 } else { 2 };
            let options = json!({
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                ],
                "prefs": { "profile.managed_default_content_settings.javascript": javascript },
            });
            capabilities.insert("browserName".into(), json!("chrome"));
            capabilities.insert("goog:chromeOptions".into(), options);
            capabilities.insert("goog:loggingPrefs".into(), json!({ "browser": "ALL" }));
        }
        Browser::Firefox => {
            let (width, height) = reader.window;
            let options = json!({
                "args": ["-headless", format!("--width={width}"), format!("--height={height}")],
                "prefs": { "javascript.enabled": reader.scripts, "ui.systemUsesDarkTheme": u8::from(reader.dark) },
            });
            capabilities.insert("browserName".into(), json!("firefox"));
            capabilities.insert("moz:firefoxOptions".into(), options);
        }
    }
    capabilities
}
