//! A browser on the built site, and finding things in it by role and accessible name.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use fantoccini::{
    Client, ClientBuilder, Locator,
    elements::Element,
    error::CmdError,
    wd::{Capabilities, WebDriverCompatibleCommand},
};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use crate::site;

/// How long a person would wait.
const PATIENCE: Duration = Duration::from_secs(15);

/// A page of the site in a browser of its own. The browser ends with it.
pub struct Page {
    /// The WebDriver session.
    pub client: Client,
    /// Address of the site, with a closing slash.
    pub site: String,
    driver: Child,
    port: u16,
    session: String,
}

impl Drop for Page {
    fn drop(&mut self) {
        // Killing the driver alone would leave its browser running.
        if let Ok(mut socket) = TcpStream::connect(("127.0.0.1", self.port)) {
            let _ = socket.set_read_timeout(Some(PATIENCE));
            let request =
                format!("DELETE /session/{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", self.session);
            let _ = socket.write_all(request.as_bytes());
            let _ = socket.read(&mut [0; 512]);
        }
        let _ = self.driver.kill();
        let _ = self.driver.wait();
    }
}

/// One of an element's computed accessibility properties.
#[derive(Debug)]
struct Computed {
    element: String,
    property: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/element/{}/{}", session.unwrap_or_default(), self.element, self.property))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}

/// What a reader's browser is like.
#[derive(Clone, Copy)]
pub struct Reader {
    /// Window in CSS pixels.
    pub window: (u32, u32),
    /// Whether scripts run.
    pub scripts: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self { window: (1440, 900), scripts: true }
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
        let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed; run `./x test` once");
        let start = Instant::now();
        let address = format!("http://127.0.0.1:{port}");
        loop {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            match builder.capabilities(capabilities(reader)).connect(&address).await {
                Ok(client) => {
                    let session = client.session_id().await.ok().flatten().unwrap_or_default();
                    return Self { client, site: site::serve(), driver, port, session };
                }
                Err(error) => assert!(start.elapsed() < PATIENCE, "no session: {error}"),
            }
            tokio::time::sleep(Duration::from_millis(150)).await;
        }
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
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The elements below `scope` (a CSS selector) that have a role and whose accessible name holds a text.
    pub async fn all(&self, scope: &str, role: &str, name: &str) -> Vec<Element> {
        let tags = match role {
            "link" => vec!["a[href]"],
            "button" => vec!["button", "[role=button]"],
            "DisclosureTriangle" | "DisclosureTriangleGrouped" => vec!["summary"],
            "searchbox" => vec!["input[type=search]"],
            "combobox" => vec!["select"],
            "checkbox" => vec!["input[type=checkbox]"],
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

    /// Text of the first element that a CSS selector finds, waited for.
    pub async fn text(&self, css: &str) -> String {
        let start = Instant::now();
        loop {
            // A redraw may take the element away between finding and reading it.
            match async { self.client.find(Locator::Css(css)).await?.text().await }.await {
                Ok(text) => return text,
                Err(error) => assert!(start.elapsed() < PATIENCE, "no text in {css}: {error}"),
            }
        }
    }

    async fn computed(&self, element: &Element, property: &'static str) -> Result<String, CmdError> {
        let command = Computed { element: element.element_id().to_string(), property };
        Ok(self.client.issue_cmd(command).await?.as_str().unwrap_or_default().to_owned())
    }
}

fn capabilities(reader: Reader) -> Capabilities {
    let (width, height) = reader.window;
    let javascript = if reader.scripts { 1 } else { 2 };
    let options = json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--force-prefers-reduced-motion",
            format!("--window-size={width},{height}"),
        ],
        "prefs": { "profile.managed_default_content_settings.javascript": javascript },
    });
    let mut capabilities = Capabilities::new();
    capabilities.insert("browserName".into(), json!("chrome"));
    capabilities.insert("goog:chromeOptions".into(), options);
    capabilities
}
