//! Checks of the source itself, which no compiler makes: layers, purity, one subject a file.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use syn::visit::{self, Visit};

/// A file longer than this has two subjects.
const MOST_LINES: usize = 600;

/// The modules that may touch files, environment, terminal or clock.
const WORLDLY: [&str; 4] = ["world", "cli", "lsp", "main"];

/// Paths of the standard library that touch them, and macros that write to the terminal.
const WORLD_PATHS: [&str; 6] = [
    "std::fs",
    "std::env",
    "std::process",
    "std::net",
    "std::time::SystemTime",
    "std::time::Instant",
];
const WORLD_MACROS: [&str; 5] = ["print", "println", "eprint", "eprintln", "dbg"];

#[test]
fn every_module_uses_only_layers_above_its_own() {
    let layers = Layers::read();
    let mut wrong = Vec::new();
    for file in sources() {
        let module = module_of(&file);
        if module == "lib" || module == "main" {
            continue;
        }
        let mine = layers.of(&module);
        for used in facts(&file).modules {
            let theirs = layers.of(&used);
            if theirs >= mine && used != module {
                wrong.push(format!("{} uses {used}", file.display()));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "a module uses its own layer or one below:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn no_path_leaves_its_module_by_super() {
    let mut wrong = Vec::new();
    for file in sources() {
        // As many `super`s as the file lies deep lead to the crate root.
        let inside = file.strip_prefix(root()).unwrap();
        let mut depth = inside.components().count();
        if inside.file_name().is_some_and(|it| it == "mod.rs") {
            depth -= 1;
        }
        if facts(&file).deepest_super >= depth.max(1) && depth > 0 {
            wrong.push(file.display().to_string());
        }
    }
    assert!(
        wrong.is_empty(),
        "a path leaves its module by `super`:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn only_the_outermost_modules_touch_the_world() {
    let mut wrong = Vec::new();
    for file in sources() {
        if WORLDLY.contains(&module_of(&file).as_str()) {
            continue;
        }
        for it in facts(&file).world {
            wrong.push(format!("{} uses {it}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_says_what_it_is_and_has_one_subject() {
    for file in sources()
        .into_iter()
        .chain(rust_files(&home().join("tests")))
    {
        let text = fs::read_to_string(&file).unwrap();
        assert!(
            text.starts_with("//! "),
            "{} does not say what it is",
            file.display()
        );
        let lines = text.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", file.display());
        let stem = file.file_stem().unwrap().to_str().unwrap();
        assert!(
            ![
                "utils", "util", "helpers", "helper", "manager", "common", "misc"
            ]
            .contains(&stem),
            "{} says nothing of what is in it",
            file.display()
        );
    }
}

#[test]
fn every_rule_is_registered_under_the_name_of_its_file() {
    let registered: BTreeSet<&str> = fasih::rules::all().map(|it| it.id).collect();
    let mut files = BTreeSet::new();
    for group in fasih::rule::Group::ALL {
        let folder = root().join("rules").join(group.name());
        for file in rust_files(&folder) {
            let text = fs::read_to_string(&file).unwrap();
            if text.contains("rule! {") {
                let name = file
                    .file_stem()
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('_', "-");
                files.insert(format!("{}/{name}", group.name()));
            }
        }
    }
    let files: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    assert_eq!(registered, files);
    for rule in fasih::rules::all() {
        assert_eq!(
            rule.id.split_once('/').unwrap().0,
            rule.group.name(),
            "{}",
            rule.id
        );
    }
}

#[test]
fn every_path_that_the_documents_name_is_there() {
    for document in ["README.md", "ARCHITECTURE.md"] {
        let text = fs::read_to_string(home().join(document)).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        let ours = |it: &&str| {
            ["src/", "glossaries/", "tests/", "docs/", "benches/", ".ci/"]
                .iter()
                .any(|folder| it.starts_with(folder))
        };
        for path in quoted
            .filter(ours)
            .filter(|it| !it.contains(['*', '<', ' ', '…']))
        {
            assert!(home().join(path).exists(), "{document} names {path}");
        }
    }
}

/// What a file uses, its tests left out.
#[derive(Default)]
struct Facts {
    modules: BTreeSet<String>,
    world: BTreeSet<String>,
    deepest_super: usize,
}

fn facts(file: &Path) -> Facts {
    let text = fs::read_to_string(file).unwrap();
    let parsed = syn::parse_file(&text).unwrap_or_else(|it| panic!("{}: {it}", file.display()));
    let mut facts = Facts::default();
    facts.visit_file(&parsed);
    facts
}

impl Facts {
    fn path(&mut self, segments: &[String]) {
        let names: Vec<&str> = segments.iter().map(String::as_str).collect();
        if let ["crate", module, ..] = names[..] {
            self.modules.insert(module.to_owned());
        }
        let supers = names.iter().take_while(|it| **it == "super").count();
        self.deepest_super = self.deepest_super.max(supers);
        let path = names.join("::");
        let touches = |it: &&&str| path == **it || path.starts_with(&format!("{it}::"));
        self.world.extend(
            WORLD_PATHS
                .iter()
                .filter(touches)
                .map(|it| (*it).to_owned()),
        );
    }

    fn tree(&mut self, before: &[String], tree: &syn::UseTree) {
        let mut path = before.to_vec();
        match tree {
            syn::UseTree::Path(it) => {
                path.push(it.ident.to_string());
                self.tree(&path, &it.tree);
            }
            syn::UseTree::Group(it) => it.items.iter().for_each(|it| self.tree(&path, it)),
            syn::UseTree::Name(it) => {
                path.push(it.ident.to_string());
                self.path(&path);
            }
            syn::UseTree::Rename(it) => {
                path.push(it.ident.to_string());
                self.path(&path);
            }
            syn::UseTree::Glob(_) => self.path(&path),
        }
    }
}

impl<'ast> Visit<'ast> for Facts {
    fn visit_item_mod(&mut self, it: &'ast syn::ItemMod) {
        let test = it.attrs.iter().any(|it| {
            matches!(&it.meta, syn::Meta::List(list) if list.path.is_ident("cfg") && list.tokens.to_string() == "test")
        });
        if !test {
            visit::visit_item_mod(self, it);
        }
    }

    fn visit_item_use(&mut self, it: &'ast syn::ItemUse) {
        self.tree(&[], &it.tree);
    }

    fn visit_path(&mut self, it: &'ast syn::Path) {
        let segments: Vec<String> = it.segments.iter().map(|it| it.ident.to_string()).collect();
        self.path(&segments);
        visit::visit_path(self, it);
    }

    fn visit_macro(&mut self, it: &'ast syn::Macro) {
        let name = it.path.segments.last().unwrap().ident.to_string();
        if WORLD_MACROS.contains(&name.as_str()) {
            self.world.insert(format!("{name}!"));
        }
        visit::visit_macro(self, it);
    }
}

/// The paragraphs of `lib.rs`, lowest first, with the modules each declares.
struct Layers(Vec<Vec<String>>);

impl Layers {
    fn read() -> Layers {
        let lib = fs::read_to_string(root().join("lib.rs")).unwrap();
        let declared = |paragraph: &str| -> Vec<String> {
            let lines = paragraph.lines();
            let modules =
                lines.filter_map(|it| it.strip_prefix("pub mod ").or(it.strip_prefix("mod ")));
            modules
                .map(|it| it.trim_end_matches(';').to_owned())
                .collect()
        };
        Layers(
            lib.split("\n\n")
                .map(declared)
                .filter(|it| !it.is_empty())
                .collect(),
        )
    }

    #[track_caller]
    fn of(&self, module: &str) -> usize {
        let found = self
            .0
            .iter()
            .position(|it| it.iter().any(|it| it == module));
        found.unwrap_or_else(|| panic!("{module} stands in no layer of lib.rs"))
    }
}

/// The top module that `file` belongs to.
fn module_of(file: &Path) -> String {
    let inside = file.strip_prefix(root()).unwrap();
    let top = inside
        .components()
        .next()
        .unwrap()
        .as_os_str()
        .to_str()
        .unwrap();
    top.trim_end_matches(".rs").to_owned()
}

fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn root() -> PathBuf {
    home().join("src")
}

fn sources() -> Vec<PathBuf> {
    rust_files(&root())
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(Result::unwrap)
    {
        let path = entry.path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|it| it == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}
