//! The process that drives the browser, and a tidy end for both whatever happens.

use std::{
    env,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use serde_json::{Value, json};

/// How long a person would wait.
pub const PATIENCE: Duration = Duration::from_secs(15);
/// Between two looks.
pub const PAUSE: Duration = Duration::from_millis(50);

/// The browsers the tests know; `WEBDRIVER_BROWSER=firefox` chooses the second.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium with chromedriver.
    Chromium,
    /// Firefox with geckodriver.
    Firefox,
}

impl Browser {
    /// The one that the environment asks for.
    pub fn chosen() -> Self {
        match env::var("WEBDRIVER_BROWSER").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok(other) => panic!("WEBDRIVER_BROWSER is {other:?}; expected chromium or firefox"),
        }
    }

    fn driver(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
        }
    }
}

/// A running driver. Dropping it ends its session, so that the browser goes too, and then the driver.
pub struct Driver {
    /// The session to end.
    pub session: Option<String>,
    browser: Browser,
    process: Child,
    port: u16,
    errors: bool,
}

impl Driver {
    /// Starts a driver on a free port.
    pub fn start(browser: Browser, errors: bool) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").and_then(|socket| socket.local_addr()).expect("a port").port();
        let name = browser.driver();
        let process = Command::new(name)
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start ({error}); run `./x test` once"));
        Self { session: None, browser, process, port, errors }
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Errors that the browser wrote to its console since the last look. Only Chromium tells.
    fn console(&self) -> Vec<String> {
        if self.browser != Browser::Chromium {
            return Vec::new();
        }
        let log = self.ask("POST", "/se/log", &json!({ "type": "browser" }).to_string());
        let entries = log["value"].as_array().cloned().unwrap_or_default();
        entries.iter().filter(|entry| entry["level"] == "SEVERE").map(|entry| entry["message"].to_string()).collect()
    }

    /// Asks without a runtime, as a drop has none to wait in. No answer is `null`.
    fn ask(&self, method: &str, path: &str, body: &str) -> Value {
        let Some(session) = &self.session else { return Value::Null };
        let exchange = || -> std::io::Result<String> {
            let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
            stream.set_read_timeout(Some(PATIENCE))?;
            let length = body.len();
            write!(
                stream,
                "{method} /session/{session}{path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\
                 Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}",
                self.port
            )?;
            let mut answer = String::new();
            stream.read_to_string(&mut answer)?;
            Ok(answer)
        };
        let answer = exchange().unwrap_or_default();
        let json = answer.split_once("\r\n\r\n").map_or("", |(_, body)| body);
        serde_json::from_str(json).unwrap_or_default()
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let errors = if self.errors { Vec::new() } else { self.console() };
        self.ask("DELETE", "", "");
        let _ = self.process.kill();
        let _ = self.process.wait();
        if !thread::panicking() {
            assert!(errors.is_empty(), "errors in the console: {}", errors.join("\n"));
        }
    }
}
