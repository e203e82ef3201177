//! Citations of the page, a view and a claim, in four formats.
//!
//! Fields by the BibTeX entry type `misc`, RIS type `ELEC`, and CSL-JSON type `webpage`.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::{ExportContext, json::pretty, name::citation_key};
use crate::{dataset::Source, query::Record};

/// Who made the dataset.
const MAKER: &str = "Crackdown Explorer";

/// A way to write a citation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// As in a footnote.
    Plain,
    /// BibTeX.
    Bibtex,
    /// RIS, for reference managers.
    Ris,
    /// CSL-JSON, for Zotero, Pandoc and others.
    Csl,
}

impl Format {
    /// All formats, in the order offered.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Bibtex, Self::Ris, Self::Csl];

    /// Its name, the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "Text",
            Self::Bibtex => "BibTeX",
            Self::Ris => "RIS",
            Self::Csl => "CSL-JSON",
        }
    }
}

/// Something on the web that is cited.
#[derive(Clone, Debug, PartialEq)]
pub struct Work {
    /// Key: a–z, 0–9 and `-`.
    pub key: String,
    /// Who made or published it.
    pub author: String,
    /// Title.
    pub title: String,
    /// Day of publication, where known.
    pub issued: Option<NaiveDate>,
    /// Address.
    pub url: String,
    /// What else a reader needs; empty where nothing.
    pub note: String,
}

impl Work {
    /// The page or, where the selection asks for less than all, a view of it.
    pub fn page(context: &ExportContext) -> Self {
        Self {
            key: citation_key(context.query),
            author: MAKER.into(),
            title: context.language.words().site.tagline.into(),
            issued: context.dataset.day(),
            url: context.link(),
            note: context.origin(),
        }
    }

    /// A claim or event in the explorer, and the publication it rests on.
    pub fn record(context: &ExportContext, record: Record) -> Vec<Self> {
        let (dataset, language) = (context.dataset, context.language);
        let (what, period, source) = match record {
            Record::Claim(claim) => {
                let metric = dataset.metric(&claim.metric).map_or("", |metric| language.pick(&metric.label));
                let area = dataset.area(&claim.area).map_or("", |area| language.pick(&area.name));
                let figure = language.claim_figure(dataset, claim);
                (
                    language.labelled(&language.list(&[metric, area]), &figure),
                    language.claim_dates(claim),
                    &claim.source,
                )
            }
            Record::Event(event) => {
                let kind = language.words().event_kind(&event.kind);
                (kind.to_owned(), language.event_period(event), &event.source)
            }
        };
        let title = language.phrases(&[&what, &period]);
        let source = dataset.source(source);
        let note =
            source.map(|source| language.labelled(language.words().common.source, &named(source))).unwrap_or_default();
        let own = Self {
            key: record.id().to_string(),
            title: title.clone(),
            url: context.permalink(record.id()),
            note,
            ..Self::page(context)
        };
        let cited = source.map(|source| Self {
            key: source.id.to_string(),
            author: source.publisher.clone(),
            // The dataset does not keep the titles of pages; brackets mark a description.
            title: format!("[{title}]"),
            issued: source.published,
            url: source.url.clone(),
            note: String::new(),
        });
        [own].into_iter().chain(cited).collect()
    }
}

fn named(source: &Source) -> String {
    let published = source.published.map(|day| format!(", {day}")).unwrap_or_default();
    format!("{}{published}, {}", source.publisher, source.url)
}

/// Works in one format. `read` is the day they were looked at.
pub fn cite(works: &[Work], format: Format, read: NaiveDate) -> String {
    let each = |write: fn(&Work, NaiveDate) -> String| {
        works.iter().map(|work| write(&clean(work), read)).collect::<Vec<_>>().join("\n")
    };
    match format {
        Format::Plain => each(plain),
        Format::Bibtex => each(bibtex),
        Format::Ris => each(ris),
        Format::Csl => pretty(&works.iter().map(|work| CslItem::of(work, read)).collect::<Vec<_>>()),
    }
}

/// A work whose fields are single lines.
fn clean(work: &Work) -> Work {
    let line = |text: &str| text.replace(char::is_control, " ");
    Work {
        key: line(&work.key),
        author: line(&work.author),
        title: line(&work.title),
        url: line(&work.url),
        note: line(&work.note),
        issued: work.issued,
    }
}

fn plain(work: &Work, read: NaiveDate) -> String {
    let issued = work.issued.map(|day| format!(" ({day})")).unwrap_or_default();
    let note = if work.note.is_empty() { String::new() } else { format!(" {}.", work.note) };
    format!("{}{issued}: {}. {} [{read}].{note}\n", work.author, work.title, work.url)
}

fn bibtex(work: &Work, read: NaiveDate) -> String {
    let mut out = format!("@misc{{{},\n", work.key);
    let mut put = |name: &str, value: &str| {
        if !value.is_empty() {
            out.push_str(&format!("  {name} = {{{value}}},\n"));
        }
    };
    put("author", &format!("{{{}}}", tex(&work.author)));
    put("title", &format!("{{{}}}", tex(&work.title)));
    put("year", &work.issued.map(|day| day.year().to_string()).unwrap_or_default());
    put("date", &work.issued.map(|day| day.to_string()).unwrap_or_default());
    put("url", &work.url.replace(['{', '}'], ""));
    put("urldate", &read.to_string());
    put("note", &tex(&work.note));
    out.push_str("}\n");
    out
}

/// A text in which TeX reads no character as a command.
fn tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => out.extend(['\\', c]),
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            c => out.push(c),
        }
    }
    out
}

fn ris(work: &Work, read: NaiveDate) -> String {
    let mut out = String::from("TY  - ELEC\r\n");
    let slashed = |day: NaiveDate| day.to_string().replace('-', "/");
    let issued = work.issued.map(slashed).unwrap_or_default();
    let read = slashed(read);
    let fields = [
        ("ID", &work.key),
        ("AU", &work.author),
        ("TI", &work.title),
        ("DA", &issued),
        ("UR", &work.url),
        ("Y2", &read),
        ("N1", &work.note),
    ];
    for (tag, value) in fields {
        if !value.is_empty() {
            out.push_str(&format!("{tag}  - {value}\r\n"));
        }
    }
    out.push_str("ER  - \r\n");
    out
}

/// A work as CSL-JSON.
#[derive(Serialize)]
struct CslItem<'a> {
    id: &'a str,
    #[serde(rename = "type")]
    kind: &'static str,
    author: [CslName<'a>; 1],
    title: &'a str,
    #[serde(rename = "URL")]
    url: &'a str,
    accessed: CslDate,
    #[serde(skip_serializing_if = "Option::is_none")]
    issued: Option<CslDate>,
    #[serde(skip_serializing_if = "str::is_empty")]
    note: &'a str,
}

/// A name that is not of a person.
#[derive(Serialize)]
struct CslName<'a> {
    literal: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct CslDate {
    /// One day: year, month, day.
    date_parts: [(i32, u32, u32); 1],
}

impl From<NaiveDate> for CslDate {
    fn from(day: NaiveDate) -> Self {
        Self { date_parts: [(day.year(), day.month(), day.day())] }
    }
}

impl<'a> CslItem<'a> {
    fn of(work: &'a Work, read: NaiveDate) -> Self {
        Self {
            id: &work.key,
            kind: "webpage",
            author: [CslName { literal: &work.author }],
            title: &work.title,
            url: &work.url,
            accessed: read.into(),
            issued: work.issued.map(CslDate::from),
            note: &work.note,
        }
    }
}
