//! The built site on loopback, under a sub-path as a static host may have it.

use std::{fs, net::SocketAddr, path::PathBuf, thread};

use tiny_http::{Header, Response, Server};

/// Where the site stands below the host.
const PATH: &str = "/some/sub/path/";

/// The first page with a paragraph that the application did not write, so that it stops when it takes the page over.
pub const MISMATCH: &str = "mismatch.html";

/// Serves `dist/` for the life of the process and returns its address.
pub fn serve() -> String {
    let dist = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(dist.join("index.html").exists(), "dist/ is not built; run `./x build` first");
    let server = Server::http(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port on loopback");
    let address = server.server_addr().to_ip().expect("an address");
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
            let mut file = dist.join(path.strip_prefix(PATH).unwrap_or("no such file"));
            if path.ends_with('/') {
                file.push("index.html");
            }
            let kind = match file.extension().and_then(|extension| extension.to_str()) {
                Some("html") => "text/html; charset=utf-8",
                Some("css") => "text/css",
                Some("js") => "text/javascript",
                Some("wasm") => "application/wasm",
                Some("svg") => "image/svg+xml",
                _ => "text/plain; charset=utf-8",
            };
            let header = Header::from_bytes("Content-Type", kind).expect("a header");
            let read = if file.ends_with(MISMATCH) {
                let index = fs::read_to_string(dist.join("index.html")).unwrap_or_default();
                Ok(index.replace("<header class=\"site\">", "<p>Kept.</p><header class=\"site\">").into_bytes())
            } else {
                fs::read(&file)
            };
            // A reader who left early is no failure of the site.
            let _ = match read {
                Ok(bytes) => request.respond(Response::from_data(bytes).with_header(header)),
                Err(_) => request.respond(Response::empty(404)),
            };
        }
    });
    format!("http://{address}{PATH}")
}
