//! The stylesheets against the sources: no class without markup, nothing declared twice, every custom property defined and used.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use crackdown_site::styles::{Declaration, STYLESHEET, Sheet};
use proc_macro2::{TokenStream, TokenTree};

/// What the sources say of the stylesheet.
#[derive(Default)]
struct Sources {
    /// Words of texts that may be lists of classes.
    words: BTreeSet<String>,
    /// Classes of elements that are written as such, and where.
    written: BTreeMap<String, String>,
    /// Every text.
    texts: String,
}

impl Sources {
    fn read(sources: &[(&str, &str)]) -> Self {
        let mut found = Self::default();
        for (name, source) in sources {
            let tokens = source.parse::<TokenStream>().unwrap_or_else(|error| panic!("{name}: {error}"));
            found.visit(name, tokens);
        }
        found
    }

    fn visit(&mut self, name: &str, tokens: TokenStream) {
        // The last two tokens as text: of `class=""` the literal is a class, and tests draw nothing.
        let mut before = [String::new(), String::new()];
        for token in tokens {
            match &token {
                TokenTree::Group(_) if before == ["mod", "tests"] => {}
                TokenTree::Group(group) => self.visit(name, group.stream()),
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    if let Some(text) = text.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
                        self.text(name, text, before == ["class", "="]);
                    }
                }
                _ => {}
            }
            let [_, last] = before;
            before = [last, if matches!(token, TokenTree::Group(_)) { String::new() } else { token.to_string() }];
        }
    }

    fn text(&mut self, name: &str, text: &str, class: bool) {
        self.texts.push_str(text);
        self.texts.push('\n');
        let classes =
            |word: &str| word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "-{}".contains(c));
        if text.split_whitespace().all(classes) {
            self.words.extend(text.split_whitespace().map(str::to_owned));
        }
        if class {
            self.written.extend(text.split_whitespace().map(|word| (word.to_owned(), name.to_owned())));
        }
    }

    /// Whether a class may be in the markup: as it is, or with a number that is written into it.
    fn have(&self, class: &str) -> bool {
        let stem = class.trim_end_matches(|c: char| c.is_ascii_digit());
        let numbered =
            |word: &String| stem != class && word.strip_prefix(stem).is_some_and(|rest| rest.starts_with('{'));
        self.words.contains(class) || self.words.iter().any(numbered)
    }
}

/// Names after a sign, such as classes after a full stop.
fn names<'a>(text: &'a str, sign: &str) -> impl Iterator<Item = &'a str> {
    let end = |part: &str| part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(part.len());
    text.split(sign).skip(1).map(move |part| &part[..end(part)]).filter(|name| !name.is_empty())
}

/// All that is wrong.
fn problems(css: &str, sources: &[(&str, &str)]) -> Vec<String> {
    let (sheet, sources) = (Sheet::read(css), Sources::read(sources));
    let mut problems: Vec<String> = sheet.errors;
    let mut declared = BTreeSet::new();
    for Declaration { condition, selector, property, .. } in &sheet.declarations {
        if !declared.insert((condition, selector, property)) {
            problems.push(format!("{condition} {selector}: {property} is declared twice").trim().to_owned());
        }
    }
    let classes: BTreeSet<&str> = sheet.declarations.iter().flat_map(|it| names(&it.selector, ".")).collect();
    problems
        .extend(classes.iter().filter(|class| !sources.have(class)).map(|class| format!(".{class} is in no markup")));
    let queried: BTreeSet<&str> = names(&sources.texts, ".").collect();
    let without =
        sources.written.iter().filter(|(class, _)| !classes.contains(&***class) && !queried.contains(&***class));
    problems.extend(without.map(|(class, file)| format!("{file}: the class {class} has no rule")));
    let values: String = sheet.declarations.iter().map(|it| format!("{}\n", it.value)).collect();
    let own = sheet.declarations.iter().filter_map(|it| it.property.strip_prefix("--"));
    let own: BTreeSet<&str> = own.collect();
    let set = |name: &str| own.contains(name) || sources.texts.contains(&format!("--{name}:"));
    let used: BTreeSet<&str> = names(&values, "var(--").chain(names(&sources.texts, "var(--")).collect();
    let mentioned: BTreeSet<&str> = names(&sources.texts, "--").collect();
    problems.extend(used.iter().filter(|name| !set(name)).map(|name| format!("--{name} is used and never defined")));
    let idle = own.iter().filter(|name| !used.contains(**name) && !mentioned.contains(**name));
    problems.extend(idle.map(|name| format!("--{name} is defined and never used")));
    problems
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: impl AsRef<Path>) -> String {
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.as_ref().display()))
}

/// The files below a folder that may draw something: no words of a language, and no tests.
fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        if ["locale", "tests", "gallery"].contains(&name) {
            continue;
        }
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn the_stylesheets_fit_the_markup() {
    let mut files = Vec::new();
    ["src", "crates"].iter().for_each(|folder| rust_files(&root().join(folder), &mut files));
    let mut sources: Vec<(String, String)> =
        files.iter().map(|path| (path.display().to_string(), text(path))).collect();
    // Its one class is set by a script, in single quotes.
    let page = text(root().join("index.html")).replace('"', " ").replace('\'', "\"");
    let script = page.lines().filter(|line| line.contains("classList")).collect::<Vec<_>>().join(" ");
    sources.push(("index.html".to_owned(), names(&script, "\"").map(|name| format!("\"{name}\" ")).collect()));
    let sources: Vec<(&str, &str)> = sources.iter().map(|(name, text)| (&**name, &**text)).collect();
    let problems = problems(STYLESHEET, &sources);
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn every_file_is_served_in_the_order_of_its_layer() {
    let styles = root().join("www/styles");
    let trunk = text(root().join("Trunk.toml"));
    let listed: Vec<&str> =
        trunk.split_whitespace().filter(|word| word.ends_with(".css") && !word.contains('/')).collect();
    let layers: Vec<String> = listed.iter().map(|file| file.replace(".css", "")).collect();
    let served: String = listed.iter().map(|file| text(styles.join(file))).collect();
    assert!(served == STYLESHEET, "Trunk.toml and crackdown_site::styles list the same files");
    let sheet = Sheet::read(&served);
    assert_eq!(sheet.layers, layers);
    for (file, layer) in listed.iter().zip(&layers) {
        assert!(text(styles.join(file)).contains(&format!("@layer {layer} {{")), "{file}");
    }
    let mut there: Vec<String> = fs::read_dir(&styles)
        .into_iter()
        .flatten()
        .flatten()
        .map(|file| file.file_name().display().to_string())
        .collect();
    let mut listed = listed;
    there.sort();
    listed.sort_unstable();
    assert_eq!(there, listed);
}

#[test]
fn every_class_of_the_map_colours_provinces_too() {
    let sheet = Sheet::read(STYLESHEET);
    for class in 0..5 {
        let class = format!("map-class-{class}");
        let of = ["map", "partner", "province", &class];
        let fills = sheet.declarations.iter().filter(|it| it.property == "fill" && it.condition == "@layer map");
        let fills = fills.filter(|it| it.selector.starts_with(".map .") && !it.selector.contains(':'));
        let fills = fills.filter(|it| names(&it.selector, ".").all(|name| of.contains(&name)));
        // Of those with the most classes the last one counts.
        let fill = fills.max_by_key(|it| it.selector.matches('.').count()).map(|it| &*it.value);
        assert_eq!(fill, Some(&*format!("var(--{})", class.replace("map-", ""))));
    }
}

#[test]
fn each_kind_of_problem_is_found() {
    let source = r##"fn f() { html! { <p class="a b" style="--set:1px">{ format!("c-{at}") }</p> } } mod tests { "only-tested" }"##;
    let sound = "@layer x, y; @layer x { .a, .b { color: var(--set); } } @layer y { .c-1 { margin: 0; } .a { color: blue; } @media print { .a { color: red; } } }";
    assert_eq!(problems(sound, &[("f", source)]), Vec::<String>::new());
    for (css, expected) in [
        (".a, .b { color: red; } .b:is(.gone) { margin: 0; }", ".gone is in no markup"),
        (".a, .b { color: red; } .only-tested { margin: 0; }", ".only-tested is in no markup"),
        (".a { color: red; }", "f: the class b has no rule"),
        (".a, .b { color: red; } .a { color: blue; }", ".a: color is declared twice"),
        ("@layer x { .a, .b { margin: 0; } .a { margin: 1px; } }", "@layer x .a: margin is declared twice"),
        ("@media print { .a, .b { margin: 0; } .a { margin: 1px; } }", "@media print .a: margin is declared twice"),
        (".a, .b { color: var(--gone); }", "--gone is used and never defined"),
        (".a, .b { --idle: red; }", "--idle is defined and never used"),
    ] {
        assert_eq!(problems(css, &[("f", source)]), [expected]);
    }
    assert!(problems(".a, .b { color red; }", &[("f", source)])[0].starts_with("color red"));
}
