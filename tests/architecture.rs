//! The arrows of ARCHITECTURE.md: which module of the core may use which, and that no two files use each other in a circle.
//!
//! Between crates the compiler holds the arrows. Within a crate this test reads every path that begins with `crate`, `super` or
//! `self` and resolves re-exports. A file and the module that contains it may use each other.

// A test that cannot go on fails where it stands.
#![allow(clippy::expect_used)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use syn::{
    ItemUse, UseTree,
    visit::{self, Visit},
};

/// A module of a crate, by the names from the crate's root to it.
type Module = Vec<String>;

/// Modules of the core, and those that each may use.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("named", &[]),
    ("sort", &[]),
    ("dataset", &["named", "sort"]),
    ("locale", &["dataset"]),
    ("analysis", &["dataset", "sort"]),
    ("query", &["analysis", "dataset", "named", "sort"]),
    ("drawing", &["analysis", "dataset", "locale", "query", "sort"]),
    ("export", &["analysis", "dataset", "locale", "named", "query", "drawing", "sort"]),
    ("testing", &["dataset", "named"]),
];

/// Paths and re-exports of one file.
#[derive(Default)]
struct Found {
    /// Paths as written, with the number of inline modules around them.
    paths: Vec<(Vec<String>, usize)>,
    /// Names that the file re-exports, and the path behind each.
    exports: Vec<(String, Vec<String>)>,
    depth: usize,
}

impl<'a> Visit<'a> for Found {
    fn visit_item_mod(&mut self, module: &'a syn::ItemMod) {
        // Tests may look at everything.
        if module.content.is_some() && module.ident == "tests" {
            return;
        }
        self.depth += usize::from(module.content.is_some());
        visit::visit_item_mod(self, module);
        self.depth -= usize::from(module.content.is_some());
    }

    fn visit_item_use(&mut self, item: &'a ItemUse) {
        let mut leaves = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut leaves);
        let public = !matches!(item.vis, syn::Visibility::Inherited);
        for (path, name) in leaves {
            if public {
                self.exports.push((name, path));
            } else {
                self.paths.push((path, self.depth));
            }
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        self.paths.push((path.segments.iter().map(|segment| segment.ident.to_string()).collect(), self.depth));
        visit::visit_path(self, path);
    }
}

/// Each leaf of a `use` tree as a whole path, and the name that it brings in.
fn flatten(tree: &UseTree, before: &mut Vec<String>, leaves: &mut Vec<(Vec<String>, String)>) {
    let mut leaf = |name: String, known_as: String| {
        let path = if name == "self" { before.clone() } else { [&before[..], &[name]].concat() };
        leaves.push((path, known_as));
    };
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            flatten(&path.tree, before, leaves);
            before.pop();
        }
        UseTree::Name(name) => leaf(name.ident.to_string(), name.ident.to_string()),
        UseTree::Rename(rename) => leaf(rename.ident.to_string(), rename.rename.to_string()),
        UseTree::Glob(_) => leaf("self".to_owned(), "*".to_owned()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, before, leaves)),
    }
}

/// The files of a crate, by module.
fn read(source: &Path) -> BTreeMap<Module, Found> {
    let mut files = BTreeMap::new();
    let mut folders = vec![source.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.extend(module_of(source, &path).map(|module| (module, parsed(&path))));
            }
        }
    }
    files
}

/// The module of a file; none for tests, galleries and programs of their own.
fn module_of(source: &Path, file: &Path) -> Option<Module> {
    let inside = file.strip_prefix(source).ok()?.with_extension("");
    let mut module: Module = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if module.iter().any(|part| ["tests", "gallery", "bin", "main", "testing"].contains(&part.as_str())) {
        return None;
    }
    if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
        module.pop();
    }
    Some(module)
}

fn parsed(file: &Path) -> Found {
    let text = fs::read_to_string(file).expect("a file of text");
    let mut found = Found::default();
    found.visit_file(&syn::parse_file(&text).expect("a file of Rust"));
    found
}

/// The module that a path as written in a module leads to; none where it leaves the crate.
fn target(files: &BTreeMap<Module, Found>, module: &Module, path: &[String], depth: usize) -> Option<Module> {
    let first = path.first()?.as_str();
    let (mut at, mut rest) = match first {
        "crate" => (Module::new(), &path[1..]),
        "self" | "super" => (module.clone(), path),
        // A child of the module, as in `use child::Item`.
        _ if files.contains_key(&[&module[..], &path[..1]].concat()) => (module.clone(), path),
        _ => return None,
    };
    let mut inner = depth;
    while let Some(step) = rest.first().filter(|step| *step == "super" || *step == "self") {
        match (step.as_str(), inner) {
            ("super", 0) => drop(at.pop()),
            ("super", _) => inner -= 1,
            _ => {}
        }
        rest = &rest[1..];
    }
    while let Some(step) = rest.first() {
        let deeper = [&at[..], std::slice::from_ref(step)].concat();
        if !files.contains_key(&deeper) {
            break;
        }
        (at, rest) = (deeper, &rest[1..]);
    }
    let exported = rest.first().and_then(|name| files.get(&at)?.exports.iter().find(|(own, _)| own == name));
    match exported {
        Some((_, behind)) => target(files, &at, behind, 0),
        None => Some(at),
    }
}

/// For every module those that it uses; itself, what contains it and what it contains are left out.
fn uses(files: &BTreeMap<Module, Found>) -> BTreeMap<&Module, BTreeSet<Module>> {
    let of = |(module, found): (&Module, &Found)| {
        let exports = found.exports.iter().map(|(_, path)| (path, 0));
        let paths = found.paths.iter().map(|(path, depth)| (path, *depth)).chain(exports);
        let targets = paths.filter_map(|(path, depth)| target(files, module, path, depth));
        targets.filter(|other| !module.starts_with(other) && !other.starts_with(module)).collect::<BTreeSet<_>>()
    };
    files.iter().map(|file| (file.0, of(file))).collect()
}

/// A circle of modules, each of which uses the next, where there is one.
fn circle(uses: &BTreeMap<&Module, BTreeSet<Module>>) -> Option<Vec<Module>> {
    fn visit(
        uses: &BTreeMap<&Module, BTreeSet<Module>>,
        module: &Module,
        way: &mut Vec<Module>,
        done: &mut BTreeSet<Module>,
    ) -> Option<Vec<Module>> {
        if let Some(at) = way.iter().position(|other| other == module) {
            return Some(way[at..].to_vec());
        }
        if !done.insert(module.clone()) {
            return None;
        }
        way.push(module.clone());
        let found = uses.get(module).into_iter().flatten().find_map(|next| visit(uses, next, way, done));
        way.pop();
        found
    }
    let mut done = BTreeSet::new();
    uses.keys().find_map(|module| visit(uses, module, &mut Vec::new(), &mut done))
}

fn source(of: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(of)
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    for of in ["src", "crates/core/src", "crates/site/src", "crates/cli/src"] {
        let files = read(&source(of));
        assert!(files.len() >= 2, "{of} is read");
        assert_eq!(circle(&uses(&files)), None, "in {of}");
    }
}

#[test]
fn the_modules_of_the_core_use_only_those_they_may() {
    let files = read(&source("crates/core/src"));
    for (module, targets) in uses(&files) {
        let Some(own) = module.first() else { continue };
        let (_, may) = MAY_USE.iter().find(|(name, _)| name == own).expect("every module of the core is in the list");
        for target in targets.iter().filter(|target| target.first() != Some(own)) {
            let used = target.first().map_or("", String::as_str);
            assert!(may.contains(&used), "{} uses {}", module.join("::"), target.join("::"));
        }
    }
}

#[test]
fn sections_of_the_page_do_not_use_each_other() {
    const SECTIONS: [&str; 6] = ["headline", "decline", "partners", "evidence", "contradictions", "method"];
    let files = read(&source("src"));
    for (module, targets) in uses(&files) {
        let section = |module: &Module| module.first().filter(|name| SECTIONS.contains(&name.as_str())).cloned();
        let Some(own) = section(module) else { continue };
        for other in targets.iter().filter_map(section) {
            assert_eq!(own, other, "{} uses {other}", module.join("::"));
        }
    }
}

#[test]
fn a_circle_would_be_found() {
    let module = |name: &str| vec![name.to_owned()];
    let file =
        |path: &str| Found { paths: vec![(path.split("::").map(str::to_owned).collect(), 0)], ..Found::default() };
    let files = BTreeMap::from([
        (Module::new(), Found::default()),
        (module("a"), file("crate::b::Item")),
        (module("b"), file("super::c::Item")),
        (module("c"), file("crate::a")),
    ]);
    assert_eq!(circle(&uses(&files)).expect("a circle").len(), 3);
}

/// What texts under `data-literal` are: no figures of the dataset.
const LITERALS: [&str; 10] = [
    // What the page found in its address.
    "address",
    // The reader's assumption and filters, in words.
    "assumption",
    "selection",
    // Text to copy: citations and markup.
    "copied",
    // When a source was published.
    "date",
    // Names of file formats, and of people, events, sources and filters.
    "format",
    "name",
    // Keys of the keyboard.
    "keys",
    // Rules, definitions and explanations, without figures of claims.
    "prose",
    // The same wording in another language.
    "translation",
];

#[test]
fn texts_without_claims_are_of_a_known_kind() {
    let mut folders = vec![source("src")];
    let mut kinds = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a file of text");
                kinds.extend(text.split("data-literal=").skip(1).map(|rest| {
                    rest.split('"').nth(1).map_or_else(|| panic!("{}: a kind in quotes", path.display()), str::to_owned)
                }));
            }
        }
    }
    let known = LITERALS.map(str::to_owned).into();
    assert_eq!(kinds, known, "kinds in src, and kinds that are listed");
}
