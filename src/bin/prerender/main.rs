//! Writes the first view into the built site, one document a language, and beside it the page of every claim and event
//! and the card that links are shown with: `prerender DIST`.

mod picture;

use std::{error::Error, fs, path::Path, rc::Rc};

use crackdown_core::{
    analysis::precomputed::Precomputed,
    dataset::{Dataset, Package},
    drawing::map::Basemap,
    locale::Language,
};
use crackdown_explorer::{
    App, AppProps, EvidencePage, data,
    web::page::{GEOGRAPHY, PRECOMPUTED},
};
use crackdown_site::{
    card::card,
    feeds::{atom, json_ld, sitemap},
    fetched::{fetched, of_dataset},
    geography,
};
use yew::LocalServerRenderer;

/// Its sections are the entries of the feed.
const CHANGELOG: &str = include_str!("../../../CHANGELOG.md");
/// Its colours are those of the card.
const STYLESHEET: &str = include_str!("../../../www/styles/app.css");
const MOUNT: &str = "<div id=\"app\"></div>";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::args().nth(1).ok_or("usage: prerender DIST")?;
    let directory = Path::new(&directory);
    // The browser starts from the light record, so that the first view is drawn from it; every row needs the whole one.
    let (light, whole) = (read(&data::light())?, read(&Package::embedded())?);
    let precomputed = Rc::new(Precomputed::of(&whole)?);
    let geography = Rc::new(of_dataset(geography::region()?, &whole));
    for (file, text) in fetched(&whole)? {
        let path = directory.join(file);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        fs::write(path, text)?;
    }
    fs::write(directory.join("og.png"), picture::png(&card(&whole, STYLESHEET))?)?;
    let embedded = format!("{}{}", precomputed_element(&precomputed)?, geography_element(&geography));
    let shell = fs::read_to_string(directory.join("index.html"))?;
    if !shell.contains(MOUNT) {
        return Err(format!("index.html: expected {MOUNT}").into());
    }
    let address = std::env::var("SITE_URL").ok().map(|url| format!("{}/", url.trim_end_matches('/')));
    fs::write(directory.join("feed.xml"), atom(&whole, CHANGELOG, address.as_deref().unwrap_or("./")))?;
    if let Some(address) = &address {
        fs::write(directory.join("sitemap.xml"), sitemap(&whole, address))?;
    }
    let local = tokio::task::LocalSet::new();
    for language in [Language::English, Language::Chinese] {
        let props = |dataset| AppProps {
            language,
            dataset: Rc::clone(dataset),
            precomputed: Rc::clone(&precomputed),
            geography: Rc::clone(&geography),
        };
        let app = LocalServerRenderer::<App>::with_props(props(&light));
        let evidence = LocalServerRenderer::<EvidencePage>::with_props(props(&whole)).hydratable(false);
        let view = local.run_until(app.render()).await;
        let rows = local.run_until(evidence.render()).await;
        let directory = match language {
            Language::English => directory.to_owned(),
            Language::Chinese => directory.join("zh"),
        };
        fs::create_dir_all(&directory)?;
        let shell = localized(&shell, language).replace("<!--head-->", &head(&whole, language, address.as_deref()));
        fs::write(
            directory.join("index.html"),
            shell.replace(MOUNT, &format!("<div id=\"app\">{view}</div>{embedded}")),
        )?;
        fs::write(directory.join("evidence.html"), evidence_document(&shell, &rows)?)?;
    }
    Ok(())
}

fn read(package: &Package) -> Result<Rc<Dataset>, String> {
    let dataset = Dataset::read(package);
    dataset.map(Rc::new).map_err(|problems| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
}

/// What was precomputed out, where the application looks for it: the first render there is then the same.
fn precomputed_element(precomputed: &Precomputed) -> Result<String, serde_json::Error> {
    let json = serde_json::to_string(precomputed)?;
    Ok(format!("<script type=\"application/json\" id=\"{PRECOMPUTED}\">{json}</script>"))
}

/// The geography of the first view, where the application looks for it. Paths and codes hold nothing that ends the element.
fn geography_element(geography: &Basemap) -> String {
    format!("<script type=\"text/plain\" id=\"{GEOGRAPHY}\">{}</script>", geography.to_text())
}

/// What the document says of itself to machines. The canonical address, the pictures that links are shown with and the list of
/// pages need the site's address, which the build is told in `SITE_URL`; without it they are relative or left out.
fn head(dataset: &Dataset, language: Language, address: Option<&str>) -> String {
    let words = language.words();
    let root = address.unwrap_or(language.root());
    let own = match (address, language) {
        (None, _) => "./".to_owned(),
        (Some(address), Language::English) => address.to_owned(),
        (Some(address), Language::Chinese) => format!("{address}zh/"),
    };
    let data = json_ld(dataset, language, root);
    format!(
        r#"<link rel="canonical" href="{own}">
  <link rel="alternate" hreflang="en" href="{root}">
  <link rel="alternate" hreflang="zh-Hans" href="{root}zh/">
  <link rel="alternate" type="application/atom+xml" href="{root}feed.xml">
  <meta property="og:type" content="website">
  <meta property="og:title" content="{}">
  <meta property="og:description" content="{}">
  <meta property="og:url" content="{own}">
  <meta property="og:image" content="{root}og.png">
  <meta name="twitter:card" content="summary_large_image">
  <script type="application/ld+json">{data}</script>"#,
        words.site.title, words.site.tagline,
    )
}

/// The page of all rows: the built head without its scripts. A link to a row that carries a query comes from the explorer and,
/// where scripts run, leads back to it.
fn evidence_document(shell: &str, rows: &str) -> Result<String, String> {
    let (head, _) = shell.split_once("<script").ok_or("index.html: expected a script after the head's links")?;
    let hand_over = "<script>if(location.search)location.replace('./'+location.search)</script>";
    Ok(format!("{head}{hand_over}\n</head>\n<body>{rows}</body>\n</html>\n"))
}

/// The built document in one language: its words, and its way to the site's root.
fn localized(shell: &str, language: Language) -> String {
    let words = language.words();
    let rooted = match language {
        Language::English => shell.to_owned(),
        Language::Chinese => shell.replace("\"./", "\"../").replace("'./", "'../").replace("=./", "=../"),
    };
    rooted
        .replace("{{lang}}", language.tag())
        .replace("{{title}}", &format!("{}: {}", words.site.title, words.site.tagline))
        .replace("{{description}}", words.site.lede)
        .replace("{{failure}}", words.notices.failure)
        .replace("{{reload}}", words.notices.reload)
}
