//! Compiles `glossaries/` into one blob that is part of the program, so that a run reads no YAML.
//!
//! The build script is a crate of its own that takes the modules up to `glossary` by path: what
//! compiles the shipped glossaries here is what compiles a user's at run time.
#![allow(dead_code, unused_imports, unreachable_pub)]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

#[path = "src/text/mod.rs"]
mod text;

#[path = "src/quantity.rs"]
mod quantity;

#[path = "src/arabic/mod.rs"]
mod arabic;
#[path = "src/diagnostic/mod.rs"]
mod diagnostic;

#[path = "src/marked.rs"]
mod marked;
#[path = "src/pattern/mod.rs"]
mod pattern;

#[path = "src/matcher/mod.rs"]
mod matcher;

#[path = "src/glossary/mod.rs"]
mod glossary;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=glossaries");
    println!("cargo::rerun-if-changed=build.rs");
    for module in [
        "text",
        "quantity.rs",
        "arabic",
        "diagnostic",
        "marked.rs",
        "pattern",
        "matcher",
        "glossary",
    ] {
        println!("cargo::rerun-if-changed=src/{module}");
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    let mut files = Vec::new();
    collect(&root.join("glossaries"), &mut files);
    files.sort();
    let mut loaded = Vec::new();
    let mut problems = Vec::new();
    let mut listing = String::from("const FILES: &[(&str, &str)] = &[\n");
    for file in &files {
        let path = file.strip_prefix(&root).expect("it lies inside");
        let path = path.to_string_lossy().replace('\\', "/");
        let yaml = match fs::read_to_string(file) {
            Ok(yaml) => yaml,
            Err(error) => {
                println!("cargo::error={path}: {error}");
                return ExitCode::FAILURE;
            }
        };
        listing += &format!(
            "    ({path:?}, include_str!({:?})),\n",
            file.display().to_string()
        );
        match glossary::load(&path, &yaml) {
            Ok(it) => loaded.push(it),
            Err(wrong) => problems.extend(wrong),
        }
    }
    listing += "];\n";
    problems.extend(glossary::lint(&loaded));
    let (compiled, wrong) = glossary::compile(&loaded, &glossary::Vocabulary::default());
    problems.extend(wrong);
    for problem in &problems {
        let at = problem
            .position
            .map_or(String::new(), |it| format!(":{}:{}", it.line, it.column));
        println!("cargo::error={}{at}: {}", problem.path, problem.message.en);
    }
    if !problems.is_empty() {
        return ExitCode::FAILURE;
    }
    fs::write(out.join("glossaries.bin"), compiled.to_bytes()).expect("OUT_DIR is writable");
    fs::write(out.join("glossary_files.rs"), listing).expect("OUT_DIR is writable");
    fs::write(
        out.join("lexicon.tsv"),
        lexicon(&root.join("glossaries/lexicon")),
    )
    .expect("OUT_DIR is writable");
    ExitCode::SUCCESS
}

/// The files of the bilingual lexicon as one, without comments.
fn lexicon(folder: &Path) -> String {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|it| it.path()).collect();
    files.sort();
    let mut lines = String::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap_or_default();
        for line in text
            .lines()
            .filter(|it| !it.starts_with('#') && it.contains('\t'))
        {
            lines += line;
            lines.push('\n');
        }
    }
    lines
}

/// The glossaries under `folder`, which are all its YAML files.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|it| it == "yaml") {
            files.push(path);
        }
    }
}
