//! The built site on loopback, under a sub-path as a static host may have it.

use std::{
    convert::Infallible,
    fs,
    net::{SocketAddr, TcpListener},
    path::{Path, PathBuf},
    thread,
};

use http::{Request, Response, StatusCode, header::CONTENT_TYPE};
use http_body_util::Full;
use hyper::{
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;

/// Where the site stands below the host.
const PATH: &str = "/some/sub/path/";

/// The first page with a paragraph that the application did not write, so that it stops when it takes the page over.
pub const MISMATCH: &str = "mismatch.html";

/// Serves `dist/` for the life of the process and returns its address.
pub fn serve() -> String {
    let dist = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("dist");
    assert!(dist.join("index.html").exists(), "dist/ is not built; run `./x build` first");
    let listener = TcpListener::bind(SocketAddr::from(([127, 0, 0, 1], 0))).expect("a free port on loopback");
    listener.set_nonblocking(true).expect("a socket");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(listener).expect("a listener");
            while let Ok((stream, _)) = listener.accept().await {
                let dist = dist.clone();
                let service = service_fn(move |request: Request<Incoming>| {
                    let answer = answer(&dist, request.uri().path());
                    async move { Ok::<_, Infallible>(answer) }
                });
                // A reader who left early is no failure of the site.
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
            }
        });
    });
    format!("http://{address}{PATH}")
}

fn answer(dist: &Path, path: &str) -> Response<Full<Bytes>> {
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
    let read = if file.ends_with(MISMATCH) {
        let index = fs::read_to_string(dist.join("index.html")).unwrap_or_default();
        Ok(index.replace("<header class=\"site\">", "<p>Kept.</p><header class=\"site\">").into_bytes())
    } else {
        fs::read(&file)
    };
    let (status, body) = read.map_or((StatusCode::NOT_FOUND, Vec::new()), |bytes| (StatusCode::OK, bytes));
    let response = Response::builder().status(status).header(CONTENT_TYPE, kind);
    response.body(Full::new(body.into())).expect("a response")
}
