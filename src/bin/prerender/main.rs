//! Renders the views into the built site, one document a page and language, and writes the files that are made from the dataset:
//! `prerender DIST`. The site's address is in `SITE_URL`, where it is known.

mod png;

use std::{env, error::Error, fs, path::Path, process::ExitCode, rc::Rc};

use crackdown_core::{
    analysis::precomputed::Precomputed,
    dataset::{Dataset, Package},
    drawing::map::Basemap,
    export::svg::Styles,
    locale::Language,
};
use crackdown_explorer::{
    App, AppProps, EvidencePage, data,
    web::page::{GEOGRAPHY, PRECOMPUTED},
};
use crackdown_site::{
    address::Address,
    card::card,
    checked::checked,
    document::{Shell, head, json_element, text_element},
    feeds::{atom, sitemap},
    fetched::{fetched, of_dataset},
    geography,
    page::Page,
    styles::{STYLESHEET, export},
};
use tokio::task::LocalSet;
use yew::{BaseComponent, LocalServerRenderer};

/// The live dataset.
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/www/data");
/// Its sections are the entries of the feed.
const CHANGELOG: &str = include_str!("../../../CHANGELOG.md");

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match write().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn write() -> Result<(), Box<dyn Error>> {
    let directory = env::args().nth(1).ok_or("usage: prerender DIST")?;
    let directory = Path::new(&directory);
    let address = env::var("SITE_URL").ok().map(|text| Address::parse(&text)).transpose()?;
    // The browser starts from the light dataset, so that the first view is rendered from it; every row needs the whole one.
    let light = Rc::new(checked(&data::light())?);
    let whole = Rc::new(checked(&Package::read_dir(Path::new(DATA))?)?);
    write_files(directory, &whole, address.as_ref())?;
    write_documents(directory, &light, &whole, address.as_ref()).await
}

/// The files that no language has of its own.
fn write_files(directory: &Path, dataset: &Dataset, address: Option<&Address>) -> Result<(), Box<dyn Error>> {
    for (file, text) in fetched(dataset)? {
        let path = directory.join(file);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    fs::write(directory.join("og.png"), png::png(&card(dataset, Styles(&export(STYLESHEET)?)))?)?;
    let root = address.map_or_else(|| "./".to_owned(), Address::to_string);
    fs::write(directory.join("feed.xml"), atom(dataset, CHANGELOG, &root))?;
    if let Some(address) = address {
        fs::write(directory.join("sitemap.xml"), sitemap(dataset, address))?;
    }
    Ok(())
}

async fn write_documents(
    directory: &Path,
    light: &Rc<Dataset>,
    whole: &Rc<Dataset>,
    address: Option<&Address>,
) -> Result<(), Box<dyn Error>> {
    let precomputed = Rc::new(Precomputed::of(whole)?);
    let geography: Rc<Basemap> = Rc::new(of_dataset(geography::region()?, whole));
    // Where the application looks for them, so that its first render is the one written here.
    let data = json_element(PRECOMPUTED, &*precomputed)? + &text_element(GEOGRAPHY, &geography.to_text())?;
    let built = fs::read_to_string(directory.join("index.html"))?;
    for language in Language::ALL {
        let props = |dataset: &Rc<Dataset>| AppProps {
            language,
            dataset: Rc::clone(dataset),
            precomputed: Rc::clone(&precomputed),
            geography: Rc::clone(&geography),
        };
        let shell = Shell::new(&built, language)?;
        let folder = directory.join(language.path());
        fs::create_dir_all(&folder)?;
        let view = rendered(LocalServerRenderer::<App>::with_props(props(light))).await;
        let head_of = |page| head(whole, page, language, address);
        fs::write(folder.join(Page::Explorer.file()), shell.explorer(&head_of(Page::Explorer)?, &view, &data))?;
        let rows = LocalServerRenderer::<EvidencePage>::with_props(props(whole)).hydratable(false);
        let rows = rendered(rows).await;
        fs::write(folder.join(Page::Evidence.file()), shell.evidence(&head_of(Page::Evidence)?, &rows))?;
    }
    Ok(())
}

async fn rendered<C: BaseComponent>(renderer: LocalServerRenderer<C>) -> String {
    LocalSet::new().run_until(renderer.render()).await
}
