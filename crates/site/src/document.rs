//! The documents of the site: the shell that Trunk writes, filled in for a page and a language.

use crackdown_core::{dataset::Dataset, export::svg::escaped, locale::Language};
use serde::Serialize;
use thiserror::Error;

use crate::{address::Address, feeds::structured_data, page::Page};

/// Where the page is mounted.
const MOUNT: &str = "<div id=\"app\"></div>";
/// Where the document describes itself to machines.
const HEAD: &str = "<!--head-->";
/// A link to a row that carries a query comes from the explorer and, where scripts run, leads back to it.
const BACK_TO_EXPLORER: &str = "<script>if(location.search)location.replace('./'+location.search)</script>";

/// A document that cannot be written.
#[derive(Debug, Error)]
pub enum DocumentError {
    /// The shell has nowhere to put something.
    #[error("index.html: expected {0} once, found it {1} times")]
    Shell(&'static str, usize),
    /// What belongs into the head stands behind the body's.
    #[error("index.html: expected {HEAD} before {MOUNT}")]
    Order,
    /// A text would end the element that it is written into.
    #[error("{0}: expected a text without \"<\"")]
    Text(&'static str),
}

/// The built `index.html` in one language, cut where something belongs.
#[derive(Debug)]
pub struct Shell {
    before_head: String,
    before_mount: String,
    rest: String,
}

impl Shell {
    /// Cuts the built document and fills in the words and the way to the site's root.
    ///
    /// # Errors
    /// Where it does not have its marks once.
    pub fn new(built: &str, language: Language) -> Result<Self, DocumentError> {
        let once = |mark| match built.matches(mark).count() {
            1 => Ok(()),
            count => Err(DocumentError::Shell(mark, count)),
        };
        once(HEAD)?;
        once(MOUNT)?;
        let (before_head, after) = built.split_once(HEAD).unwrap_or_default();
        let (before_mount, rest) = after.split_once(MOUNT).ok_or(DocumentError::Order)?;
        let [before_head, before_mount, rest] = [before_head, before_mount, rest].map(|part| localized(part, language));
        Ok(Self { before_head, before_mount, rest })
    }

    /// The explorer: its head, the rendered view, and the elements that hold its data.
    pub fn explorer(&self, head: &str, view: &str, data: &str) -> String {
        let Self { before_head, before_mount, rest } = self;
        format!("{before_head}{head}{before_mount}<div id=\"app\">{view}</div>{data}{rest}")
    }

    /// The page of all rows, which needs none of the explorer's scripts.
    pub fn evidence(&self, head: &str, rows: &str) -> String {
        format!("{}{head}\n  {BACK_TO_EXPLORER}\n</head>\n<body>{rows}</body>\n</html>\n", self.before_head)
    }
}

/// A part of the shell with the words of a language in the places that name them, and with relative addresses as seen from the
/// language's folder.
fn localized(part: &str, language: Language) -> String {
    let root = language.root();
    let rebased = ['"', '\'', '='].into_iter().fold(part.to_owned(), |text, before| {
        // An address stands in quotes, or after the equals sign of an attribute.
        text.replace(&format!("{before}./"), &format!("{before}{root}"))
    });
    filled(&rebased, |name| word(name, language))
}

/// A text with each `{{name}}` as the word of that name, escaped. A name without a word stays: Trunk has placeholders of its own.
fn filled(text: &str, word: impl Fn(&str) -> Option<String>) -> String {
    let mut parts = text.split("{{");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| match part.split_once("}}").and_then(|(name, rest)| Some((word(name)?, rest))) {
        Some((word, rest)) => out + &escaped(&word) + rest,
        None => out + "{{" + part,
    })
}

/// What a place of the shell names.
fn word(name: &str, language: Language) -> Option<String> {
    let words = language.words();
    Some(match name {
        "lang" => language.tag().to_owned(),
        "title" => language.labelled(words.site.title, words.site.tagline),
        "description" => words.site.lede.to_owned(),
        "failure" => words.notices.failure.to_owned(),
        "reload" => words.notices.reload.to_owned(),
        _ => return None,
    })
}

/// What a page says of itself to machines. Without the site's address the links are relative.
///
/// # Errors
/// Where the structured data has no JSON.
pub fn head(
    dataset: &Dataset,
    page: Page,
    language: Language,
    address: Option<&Address>,
) -> Result<String, serde_json::Error> {
    let words = language.words();
    let root = address.map_or_else(|| language.root().to_owned(), Address::to_string);
    let link =
        |attributes: &str, path: &str| format!("<link {attributes} href=\"{}\">", escaped(&format!("{root}{path}")));
    let meta = |name: &str, content: &str| format!("<meta {name} content=\"{}\">", escaped(content));
    let own = format!("{root}{}", page.path(language));
    let mut lines = vec![link("rel=\"canonical\"", &page.path(language))];
    lines.extend(
        Language::ALL.map(|other| link(&format!("rel=\"alternate\" hreflang=\"{}\"", other.tag()), &page.path(other))),
    );
    lines.extend([
        link("rel=\"alternate\" type=\"application/atom+xml\"", "feed.xml"),
        meta("property=\"og:type\"", "website"),
        meta("property=\"og:title\"", words.site.title),
        meta("property=\"og:description\"", words.site.tagline),
        meta("property=\"og:url\"", &own),
        meta("property=\"og:image\"", &format!("{root}og.png")),
        meta("name=\"twitter:card\"", "summary_large_image"),
    ]);
    if page == Page::Explorer {
        lines.push(json_script("application/ld+json", "", &structured_data(dataset, language, &root))?);
    }
    Ok(lines.join("\n  "))
}

/// An element that holds a value as JSON.
///
/// # Errors
/// Where the value has no JSON.
pub fn json_element(id: &str, value: &impl Serialize) -> Result<String, serde_json::Error> {
    json_script("application/json", &format!(" id=\"{}\"", escaped(id)), value)
}

fn json_script(kind: &str, attributes: &str, value: &impl Serialize) -> Result<String, serde_json::Error> {
    // A script ends with its closing tag wherever that stands. In JSON the sign occurs in strings only, where it can be escaped.
    let json = serde_json::to_string(value)?.replace('<', "\\u003c");
    Ok(format!("<script type=\"{kind}\"{attributes}>{json}</script>"))
}

/// An element that holds a text.
///
/// # Errors
/// Where the text could end the element.
pub fn text_element(id: &'static str, text: &str) -> Result<String, DocumentError> {
    if text.contains('<') {
        return Err(DocumentError::Text(id));
    }
    Ok(format!("<script type=\"text/plain\" id=\"{}\">{text}</script>", escaped(id)))
}

#[cfg(test)]
mod tests {
    use roxmltree::Document;

    use super::*;
    use crate::testing::dataset;

    const BUILT: &str = r#"<html lang="{{lang}}"><head><title>{{title}}</title><meta name="description" content="{{description}}"/>
<link rel="stylesheet" href="./app.css"/><link rel=icon href=./icon.svg><!--head--><script>import init from './app.js'; '{{TRUNK}}'</script></head>
<body><div id="app"></div><p>{{failure}} <b>{{reload}}</b></p></body></html>"#;

    fn shell(language: Language) -> Shell {
        Shell::new(BUILT, language).expect("a shell")
    }

    #[test]
    fn a_page_is_in_its_language() {
        let page = shell(Language::Chinese).explorer("<!--h-->", "<p>view</p>", "<!--d-->");
        for part in [
            "<html lang=\"zh-Hans\">",
            "href=\"../app.css\"",
            "href=../icon.svg>",
            "from '../app.js'; '{{TRUNK}}'",
            "<!--h-->",
            "<div id=\"app\"><p>view</p></div><!--d-->",
            Language::Chinese.words().notices.reload,
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(!page.contains("{{lang}}") && !page.contains("{{failure}}"), "{page}");
        assert!(shell(Language::English).explorer("", "", "").contains("href=\"./app.css\""));
    }

    #[test]
    fn what_is_inserted_is_not_read_as_shell() {
        let page = shell(Language::Chinese).explorer("<a href=\"./h\">{{lang}}</a>", "<i href='./v'>{{title}}</i>", "");
        assert!(
            page.contains("<a href=\"./h\">{{lang}}</a>") && page.contains("<i href='./v'>{{title}}</i>"),
            "{page}"
        );
    }

    #[test]
    fn the_page_of_all_rows_has_no_script_of_the_explorer() {
        let page = shell(Language::English).evidence("<meta>", "<table></table>");
        assert!(page.contains("app.css") && page.ends_with("<body><table></table></body>\n</html>\n"), "{page}");
        assert!(!page.contains("app.js") && !page.contains("ld+json"), "{page}");
    }

    #[test]
    fn a_shell_without_its_marks_is_refused() {
        for (built, expected) in [
            ("<div id=\"app\"></div>", "index.html: expected <!--head--> once, found it 0 times"),
            ("<!--head-->", "index.html: expected <div id=\"app\"></div> once, found it 0 times"),
            ("<!--head--><!--head--><div id=\"app\"></div>", "index.html: expected <!--head--> once, found it 2 times"),
            ("<div id=\"app\"></div><!--head-->", "index.html: expected <!--head--> before <div id=\"app\"></div>"),
        ] {
            assert_eq!(Shell::new(built, Language::English).expect_err(built).to_string(), expected);
        }
    }

    #[test]
    fn any_words_and_address_keep_the_head_whole() {
        let address = Address::parse("https://example.org/a&b\"c").expect("an address");
        let mut dataset = dataset();
        dataset.version = "1 </script> & \"2\" <!--".to_owned();
        for language in Language::ALL {
            for page in Page::ALL {
                let head = head(&dataset, page, language, Some(&address)).expect("JSON");
                let tags = head.lines().map(|line| line.trim()).filter(|line| !line.starts_with("<script"));
                for tag in tags {
                    let tag = tag.strip_suffix('>').map(|tag| format!("{tag}/>")).unwrap_or_default();
                    let parsed = Document::parse(&tag).unwrap_or_else(|error| panic!("{error}: {tag}"));
                    if let Some(href) = parsed.root_element().attribute("href") {
                        assert!(href.starts_with("https://example.org/a&b\"c/"), "{href}");
                    }
                }
                assert_eq!(head.matches("</script").count(), usize::from(page == Page::Explorer), "{head}");
            }
        }
    }

    #[test]
    fn each_page_is_its_own_canonical_one() {
        let address = Address::parse("https://example.org").expect("an address");
        for (page, language, own) in [
            (Page::Explorer, Language::English, ""),
            (Page::Explorer, Language::Chinese, "zh/"),
            (Page::Evidence, Language::English, "evidence.html"),
            (Page::Evidence, Language::Chinese, "zh/evidence.html"),
        ] {
            let head = head(&dataset(), page, language, Some(&address)).expect("JSON");
            assert!(
                head.starts_with(&format!("<link rel=\"canonical\" href=\"https://example.org/{own}\">\n")),
                "{head}"
            );
        }
        let relative = head(&dataset(), Page::Evidence, Language::Chinese, None).expect("JSON");
        assert!(relative.starts_with("<link rel=\"canonical\" href=\"../zh/evidence.html\">\n"), "{relative}");
    }

    #[test]
    fn words_are_escaped() {
        // No word of the interface has these signs, so that the filling is tested by itself.
        assert_eq!(
            filled("a {{x}} {{y}} {{", |name| (name == "x").then(|| "<b & \"c\"".to_owned())),
            "a &lt;b &amp; &quot;c&quot; {{y}} {{"
        );
    }

    #[test]
    fn data_cannot_end_its_element() {
        let value = "</script><!-- & \"";
        let element = json_element("x", &value).expect("JSON");
        let json = element
            .strip_prefix("<script type=\"application/json\" id=\"x\">")
            .and_then(|it| it.strip_suffix("</script>"));
        let json = json.expect("one element");
        assert!(!json.contains('<'), "{json}");
        assert_eq!(serde_json::from_str::<String>(json).expect("JSON"), value);
        assert!(text_element("x", "M0,0l1,1z").is_ok() && text_element("x", "a</script>").is_err());
    }
}
