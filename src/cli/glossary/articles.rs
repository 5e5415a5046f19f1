//! The texts of articles, for commands that compare many: see [`texts`].

use std::path::{Path, PathBuf};

use crate::{
    diagnostic::{Language, Problem},
    document::{Document, Format},
    world::{self, Input},
};

/// The texts that `paths` name, each with its path, and what could not be read.
pub(super) fn texts(paths: &[PathBuf]) -> (Vec<(String, String)>, Vec<Problem>) {
    let found = world::discover(paths, Language::Arabic);
    let mut problems = found.problems;
    let mut texts = Vec::new();
    for input in found.inputs {
        let (shown, bytes) = match &input {
            Input::Stdin => (world::STDIN.to_owned(), world::read_stdin()),
            Input::File(path) => (path.to_string_lossy().into_owned(), world::read(path)),
        };
        match bytes {
            Ok(bytes) => texts.push((shown.clone(), text(&shown, bytes, &mut problems))),
            Err(problem) => problems.push(problem),
        }
    }
    (texts, problems)
}

/// The text of one article.
pub(super) fn text_of(path: &Path, problems: &mut Vec<Problem>) -> Option<String> {
    match world::read(path) {
        Ok(bytes) => Some(text(&path.to_string_lossy(), bytes, problems)),
        Err(problem) => {
            problems.push(problem);
            None
        }
    }
}

fn text(shown: &str, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> String {
    let (document, wrong) = Document::parse(shown, bytes, Format::Plain);
    problems.extend(wrong);
    document.text().to_owned()
}
