//! Which glossaries files and folders name: see [`glossary_files`].

use std::{
    fs,
    path::{Path, PathBuf},
};

use ignore::WalkBuilder;

use super::read::cannot_read;
use crate::diagnostic::{Message, Problem};

/// The files among `paths`, and those in the folders among them that end in .yaml or .yml, in the
/// order of their paths, each once. Hidden and git-ignored ones in folders are left alone.
pub fn glossary_files(paths: &[PathBuf]) -> (Vec<PathBuf>, Vec<Problem>) {
    let mut files: Vec<PathBuf> = Vec::new();
    let mut problems = Vec::new();
    for path in paths {
        match fs::metadata(path) {
            Ok(known) if known.is_dir() => {
                let mut below = below(path);
                if below.is_empty() {
                    let message = Message::fixed(
                        "no glossary here: in folders, files that end in .yaml are read",
                        "لا مسرد هنا: تُقرأ في المجلدات الملفات المنتهية بـ .yaml",
                    );
                    problems.push(Problem::fatal(path.to_string_lossy(), message));
                }
                below.sort();
                files.extend(below);
            }
            Ok(_) => files.push(path.clone()),
            Err(error) => problems.push(cannot_read(&path.to_string_lossy(), &error)),
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|it| seen.insert(it.canonicalize().unwrap_or_else(|_| it.clone())));
    (files, problems)
}

fn below(folder: &Path) -> Vec<PathBuf> {
    let walk = WalkBuilder::new(folder).require_git(false).build();
    walk.filter_map(Result::ok)
        .filter(|it| it.file_type().is_some_and(|it| it.is_file()))
        .map(ignore::DirEntry::into_path)
        .filter(|it| it.extension().is_some_and(|it| it == "yaml" || it == "yml"))
        .collect()
}
