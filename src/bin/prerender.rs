//! Writes the first view into the built site, one document a language: `prerender DIST`.

use std::{error::Error, fs, path::Path, rc::Rc};

use crackdown_explorer::{
    dataset::{Dataset, Package},
    locale::Language,
    ui::{App, AppProps},
};
use yew::LocalServerRenderer;

const MOUNT: &str = "<div id=\"app\"></div>";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args().nth(1).ok_or("usage: prerender DIST")?;
    let directory = Path::new(&directory);
    let dataset = Dataset::read(&Package::embedded())
        .map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))?;
    let dataset = Rc::new(dataset);
    let shell = fs::read_to_string(directory.join("index.html"))?;
    if !shell.contains(MOUNT) {
        return Err(format!("index.html: expected {MOUNT}").into());
    }
    let local = tokio::task::LocalSet::new();
    for language in [Language::English, Language::Chinese] {
        let props = AppProps { language, dataset: Rc::clone(&dataset) };
        let view = local.run_until(LocalServerRenderer::<App>::with_props(props).render()).await;
        let document = document(&shell, language, &view);
        let path = match language {
            Language::English => directory.join("index.html"),
            Language::Chinese => directory.join("zh/index.html"),
        };
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, document)?;
    }
    Ok(())
}

/// The built document in one language, with its first view, its own head, and its way to the site's root.
fn document(shell: &str, language: Language, view: &str) -> String {
    let words = language.words();
    let rooted = match language {
        Language::English => shell.to_owned(),
        Language::Chinese => shell.replace("\"./", "\"../").replace("'./", "'../").replace("=./", "=../"),
    };
    rooted
        .replace("{{lang}}", language.tag())
        .replace("{{title}}", &format!("{}: {}", words.title, words.tagline))
        .replace("{{description}}", words.lede)
        .replace("{{failure}}", words.failure)
        .replace("{{reload}}", words.reload)
        .replace(MOUNT, &format!("<div id=\"app\">{view}</div>"))
}
