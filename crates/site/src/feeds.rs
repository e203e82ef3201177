//! What the site says of itself to machines: structured data, a list of pages, a feed of changes.

use crackdown_core::{dataset::Dataset, locale::Language};

/// Files of the Data Package that are offered for download.
const FILES: [(&str, &str); 3] =
    [("datapackage.json", "application/json"), ("claims.csv", "text/csv"), ("events.csv", "text/csv")];

/// The page as a `Dataset` of schema.org, in JSON-LD. `root` is the way to the site's root, absolute where its address is known.
/// Nothing is rated, so that there is no `ClaimReview`.
pub fn json_ld(dataset: &Dataset, language: Language, root: &str) -> String {
    let words = language.words();
    let downloads = FILES.map(|(file, kind)| {
        format!(
            r#"{{"@type":"DataDownload","encodingFormat":"{kind}","name":"{file}","contentUrl":{}}}"#,
            quoted(&format!("{root}data/{file}"))
        )
    });
    let citations: Vec<String> = (dataset.sources.iter())
        .filter(|source| dataset.claims.iter().any(|claim| claim.in_article() && claim.source == source.id))
        .map(|source| {
            let (publisher, url) = (quoted(&source.publisher), quoted(&source.url));
            let published = source.published.map(|day| format!(r#","datePublished":"{day}""#)).unwrap_or_default();
            format!(r#"{{"@type":"CreativeWork","publisher":{publisher},"url":{url}{published}}}"#)
        })
        .collect();
    let day = dataset.day().map(|day| day.to_string()).unwrap_or_default();
    let json = format!(
        r#"{{"@context":"https://schema.org","@type":"Dataset","name":{},"description":{},"url":{},"inLanguage":"{}","version":{},"dateModified":"{day}","license":"https://creativecommons.org/licenses/by/4.0/","isAccessibleForFree":true,"distribution":[{}],"citation":[{}]}}"#,
        quoted(words.site.tagline),
        quoted(words.site.lede),
        quoted(root),
        language.tag(),
        quoted(&dataset.version),
        downloads.join(","),
        citations.join(","),
    );
    // A script element ends with its first closing tag, wherever it stands.
    json.replace('<', "\\u003c")
}

/// The site's pages for search engines, by the sitemap protocol. `root` is absolute.
pub fn sitemap(dataset: &Dataset, root: &str) -> String {
    let day = dataset.day().map(|day| day.to_string()).unwrap_or_default();
    let pages = ["", "zh/", "evidence.html", "zh/evidence.html"];
    let pages = pages.map(|page| format!("<url><loc>{}{page}</loc><lastmod>{day}</lastmod></url>\n", escaped(root)));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        pages.concat()
    )
}

/// An Atom feed (RFC 4287) with an entry for each version of a changelog in Markdown, headed `## VERSION – DAY`. A version without a
/// day has the dataset's.
pub fn atom(dataset: &Dataset, changelog: &str, root: &str) -> String {
    let day = dataset.day().map(|day| day.to_string()).unwrap_or_default();
    let title = Language::English.words().site.title;
    let entries: String = changelog
        .split("\n## ")
        .skip(1)
        .map(|section| {
            let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
            let (version, when) = heading.split_once(" – ").unwrap_or((heading, ""));
            let dated = when.len() == 10 && when.bytes().all(|b| b.is_ascii_digit() || b == b'-');
            let when = if dated { when } else { &day };
            format!(
                "<entry>\n<id>urn:crackdown-explorer:{version}</id>\n<title>{title} {version}</title>\n\
                 <updated>{when}T00:00:00Z</updated>\n<link href=\"{root}\"/>\n<content type=\"text\">{}</content>\n</entry>\n",
                escaped(body.trim()),
                version = escaped(version.trim()),
                root = escaped(root),
            )
        })
        .collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n\
         <id>urn:crackdown-explorer</id>\n<title>{title}</title>\n<updated>{day}T00:00:00Z</updated>\n\
         <author><name>{title}</name></author>\n<link href=\"{}\"/>\n{entries}</feed>\n",
        escaped(root)
    )
}

/// A text as JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crackdown_core::dataset::Package;

    #[test]
    fn machines_can_read_what_the_site_says() {
        let dataset = Dataset::read(&Package::embedded()).unwrap();
        for language in [Language::English, Language::Chinese] {
            let json: serde_json::Value = serde_json::from_str(&json_ld(&dataset, language, "./")).unwrap();
            assert_eq!(json["@type"], "Dataset");
            assert!(json["distribution"][0]["contentUrl"].as_str().unwrap().ends_with("data/datapackage.json"));
            assert!(json["citation"].as_array().unwrap().iter().all(|work| work["url"].is_string()));
        }
        let feed = atom(&dataset, include_str!("../../../CHANGELOG.md"), "https://example.org/?a&b");
        let feed = roxmltree::Document::parse(&feed).unwrap();
        assert!(feed.descendants().any(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry"))));
        let map = sitemap(&dataset, "https://example.org/");
        assert_eq!(
            roxmltree::Document::parse(&map).unwrap().root_element().children().filter(|n| n.is_element()).count(),
            4
        );
    }
}
