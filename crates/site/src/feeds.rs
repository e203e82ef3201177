//! What the site says of itself to machines: structured data, a list of pages, a feed of changes.

use crackdown_core::{
    dataset::{Dataset, Source},
    export::svg::escaped,
    locale::Language,
};
use serde::Serialize;

use crate::{address::Address, page::Page};

/// Files of the Data Package that are offered for download.
const FILES: [(&str, &str); 3] =
    [("datapackage.json", "application/json"), ("claims.csv", "text/csv"), ("events.csv", "text/csv")];

/// A `Dataset` of schema.org. Nothing is rated, so that there is no `ClaimReview`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StructuredData<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    description: &'a str,
    url: &'a str,
    in_language: &'static str,
    version: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    license: &'static str,
    is_accessible_for_free: bool,
    distribution: Vec<Download>,
    citation: Vec<Work<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Download {
    #[serde(rename = "@type")]
    kind: &'static str,
    encoding_format: &'static str,
    name: &'static str,
    content_url: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Work<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    publisher: &'a str,
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
}

/// The page as structured data. `root` is the way to the site's root, absolute where its address is known.
pub fn structured_data<'a>(dataset: &'a Dataset, language: Language, root: &'a str) -> StructuredData<'a> {
    let words = language.words();
    let in_article =
        |source: &&Source| dataset.claims.iter().any(|claim| claim.in_article() && claim.source == source.id);
    StructuredData {
        context: "https://schema.org",
        kind: "Dataset",
        name: words.site.tagline,
        description: words.site.lede,
        url: root,
        in_language: language.tag(),
        version: &dataset.version,
        date_modified: dataset.day().map(|day| day.to_string()),
        license: "https://creativecommons.org/licenses/by/4.0/",
        is_accessible_for_free: true,
        distribution: (FILES.iter())
            .map(|&(name, encoding_format)| Download {
                kind: "DataDownload",
                encoding_format,
                name,
                content_url: format!("{root}data/{name}"),
            })
            .collect(),
        citation: (dataset.sources.iter().filter(in_article))
            .map(|source| Work {
                kind: "CreativeWork",
                publisher: &source.publisher,
                url: &source.url,
                date_published: source.published.map(|day| day.to_string()),
            })
            .collect(),
    }
}

/// The site's pages for search engines, by the sitemap protocol.
pub fn sitemap(dataset: &Dataset, address: &Address) -> String {
    let changed = dataset.day().map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
    let pages = Page::ALL.iter().flat_map(|page| Language::ALL.map(|language| page.path(language)));
    let pages: String = pages
        .map(|page| format!("<url><loc>{}</loc>{changed}</url>\n", escaped(&format!("{address}{page}"))))
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{pages}</urlset>\n",
    )
}

/// A version of a changelog in Markdown, headed `## VERSION – DAY`.
struct Version<'a> {
    name: &'a str,
    day: Option<&'a str>,
    text: &'a str,
}

fn versions(changelog: &str) -> impl Iterator<Item = Version<'_>> {
    let is_day = |day: &&str| day.len() == 10 && day.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    changelog.split("\n## ").skip(1).map(move |section| {
        let (heading, text) = section.split_once('\n').unwrap_or((section, ""));
        let (name, day) = heading.split_once(" – ").unwrap_or((heading, ""));
        Version { name: name.trim(), day: Some(day.trim()).filter(is_day), text: text.trim() }
    })
}

/// An Atom feed (RFC 4287) with an entry for each version of a changelog. A version without a day has the dataset's. `root` is as
/// for [`structured_data`].
pub fn atom(dataset: &Dataset, changelog: &str, root: &str) -> String {
    let day = dataset.day().map(|day| day.to_string()).unwrap_or_default();
    let title = escaped(Language::English.words().site.title);
    let root = escaped(root);
    let entries: String = versions(changelog)
        .map(|version| {
            let (name, text) = (escaped(version.name), escaped(version.text));
            let updated = version.day.unwrap_or(&day);
            format!(
                "<entry>\n<id>urn:crackdown-explorer:{name}</id>\n<title>{title} {name}</title>\n\
                 <updated>{updated}T00:00:00Z</updated>\n<link href=\"{root}\"/>\n<content type=\"text\">{text}</content>\n</entry>\n",
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <id>urn:crackdown-explorer</id>\n<title>{title}</title>\n<updated>{day}T00:00:00Z</updated>\n\
         <author><name>{title}</name></author>\n<link href=\"{root}\"/>\n{entries}</feed>\n",
    )
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;
    use crate::testing::dataset;

    const CHANGELOG: &str = "# Changes\n\n## 0.2 – 2024-05-01\n\n- A & B < C\u{1}.\n\n## 0.1 \"first\"\n\nAll.\n";

    fn texts<'a>(document: &'a Document, tag: &'a str) -> Vec<&'a str> {
        document.descendants().filter(|node| node.tag_name().name() == tag).filter_map(|node| node.text()).collect()
    }

    #[test]
    fn structured_data_has_downloads_and_citations() {
        let dataset = dataset();
        let json = serde_json::to_value(structured_data(&dataset, Language::Chinese, "../")).expect("JSON");
        assert_eq!((&json["@type"], &json["inLanguage"]), (&"Dataset".into(), &"zh-Hans".into()));
        assert_eq!(json["distribution"][0]["contentUrl"], "../data/datapackage.json");
        let cited = json["citation"].as_array().expect("a list");
        assert!(!cited.is_empty() && cited.iter().all(|work| work["url"].is_string() && work["publisher"].is_string()));
        let dated = cited.iter().filter_map(|work| work.get("datePublished"));
        assert!(dated.count() > 0 && cited.iter().all(|work| work["datePublished"] != serde_json::Value::Null));
    }

    #[test]
    fn the_sitemap_has_every_page() {
        let map = sitemap(&dataset(), &Address::parse("https://example.org/a&b").expect("an address"));
        let map = Document::parse(&map).expect("XML");
        let root = "https://example.org/a&b/";
        let pages = ["", "zh/", "evidence.html", "zh/evidence.html"].map(|page| format!("{root}{page}"));
        assert_eq!(texts(&map, "loc"), pages);
    }

    #[test]
    fn the_feed_has_every_version() {
        let dataset = dataset();
        let feed = atom(&dataset, CHANGELOG, "https://example.org/\"a\"&b/");
        let feed = Document::parse(&feed).expect("XML");
        let titles = texts(&feed, "title");
        assert_eq!(
            titles[1..].iter().map(|title| title.rsplit_once(' ').expect("a version").1).collect::<Vec<_>>(),
            ["0.2", "\"first\""]
        );
        assert_eq!(texts(&feed, "content"), ["- A & B < C.", "All."]);
        let day = format!("{}T00:00:00Z", dataset.day().expect("a day"));
        assert_eq!(texts(&feed, "updated"), [day.as_str(), "2024-05-01T00:00:00Z", day.as_str()]);
        assert!(
            feed.descendants()
                .filter_map(|node| node.attribute("href"))
                .all(|href| href == "https://example.org/\"a\"&b/")
        );
    }
}
