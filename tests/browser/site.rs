//! The built site on loopback, under a sub-path as a static host may have it.

use std::{env, fs, net::SocketAddr, path::PathBuf, thread};

use tiny_http::{Header, Response, Server};

/// Where the site stands below the host.
const PATH: &str = "/some/sub/path/";

/// The first page with a paragraph that the application did not write, so that it stops when it takes the page over.
pub const MISMATCH: &str = "mismatch.html";

/// Serves `dist/`, or the folder that `DIST` names, for the life of the process and returns its address. A file with a
/// `.br` beside it is sent compressed to whoever accepts that.
pub fn serve() -> String {
    let dist = env::var_os("DIST").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist"), PathBuf::from);
    assert!(dist.join("index.html").exists(), "{} is not built; run `./x build` first", dist.display());
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
            let accepts = |header: &Header| header.field.equiv("Accept-Encoding") && header.value.as_str().contains("br");
            let packed = PathBuf::from(format!("{}.br", file.display()));
            let packed = Some(packed).filter(|packed| packed.exists() && request.headers().iter().any(accepts));
            let read = if file.ends_with(MISMATCH) {
                let index = fs::read_to_string(dist.join("index.html")).unwrap_or_default();
                Ok(index.replace("<header class=\"site\">", "<p>Kept.</p><header class=\"site\">").into_bytes())
            } else {
                fs::read(packed.as_ref().unwrap_or(&file))
            };
            // A reader who left early is no failure of the site.
            let _ = match read {
                Ok(bytes) => {
                    let mut response = Response::from_data(bytes).with_header(header);
                    if packed.is_some() {
                        response.add_header(Header::from_bytes("Content-Encoding", "br").expect("a header"));
                    }
                    request.respond(response)
                }
                Err(_) => request.respond(Response::empty(404)),
            };
        }
    });
    format!("http://{address}{PATH}")
}
