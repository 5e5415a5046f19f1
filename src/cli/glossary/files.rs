//! The glossaries and texts that a command is about, read from the disk.

use std::path::{Path, PathBuf};

use crate::{
    bundled,
    cli::{
        Status,
        args::ShowArgs,
        glossaries::over_shipped,
        out::{self, Out},
    },
    diagnostic::{Language, Problem},
    document::{Document, Format},
    glossary::{self, Glossaries, Loaded, extend, load},
    output::visible_json,
    world::{self, Input},
};

/// A glossary file that could be loaded.
pub(super) struct File {
    pub(super) path: PathBuf,
    /// Its text, without a byte order mark.
    pub(super) text: String,
    /// How many bytes stand before the text.
    pub(super) before: usize,
    pub(super) loaded: Loaded,
}

/// Loads the glossaries that `paths` name. What cannot be loaded is a problem.
pub(super) fn read(paths: &[PathBuf]) -> (Vec<File>, Vec<Problem>) {
    let (paths, mut problems) = world::glossary_files(paths);
    let mut files = Vec::new();
    for path in paths {
        match world::read_text(&path) {
            Ok(text) => match file(path, &text) {
                Ok(file) => files.push(file),
                Err(wrong) => problems.extend(wrong),
            },
            Err(problem) => problems.push(problem),
        }
    }
    (files, problems)
}

/// The glossary at `path` that has this text.
pub(super) fn file(path: PathBuf, text: &str) -> Result<File, Vec<Problem>> {
    let bare = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let loaded = load(&path.to_string_lossy(), bare)?;
    Ok(File {
        path,
        text: bare.to_owned(),
        before: text.len() - bare.len(),
        loaded,
    })
}

/// The glossaries that `paths` name, or the shipped ones where they name none.
pub(super) fn read_or_shipped(paths: &[PathBuf]) -> (Vec<File>, Vec<Problem>) {
    if !paths.is_empty() {
        return read(paths);
    }
    let shipped = bundled::files().iter();
    let files = shipped.filter_map(|(path, yaml)| file(PathBuf::from(path), yaml).ok());
    (files.collect(), Vec::new())
}

/// `files` over the shipped glossaries, ready to run, and what keeps entries from working.
pub(super) fn in_use(files: &[File]) -> (Glossaries, Vec<Problem>) {
    let loaded: Vec<Loaded> = files.iter().map(|it| it.loaded.clone()).collect();
    let mut problems = glossary::lint(&loaded);
    let extended = loaded.into_iter().map(|it| {
        let (loaded, wrong) = extend(it, bundled::declaring);
        problems.extend(wrong);
        loaded
    });
    let (glossaries, wrong) = over_shipped(extended.collect());
    problems.extend(wrong);
    (glossaries, problems)
}

/// Calls `with` with the path and content of each text that `paths` name, one after the other.
pub(super) fn texts(paths: &[PathBuf], mut with: impl FnMut(&str, Document)) -> Vec<Problem> {
    let found = world::discover(paths, Language::Arabic);
    let mut problems = found.problems;
    for input in found.inputs {
        let (shown, bytes) = match &input {
            Input::Stdin => (Path::new(world::STDIN).into(), world::read_stdin()),
            Input::File(path) => (path.clone(), world::read(path)),
        };
        let shown = shown.to_string_lossy();
        match bytes {
            Ok(bytes) => {
                let (document, wrong) = Document::parse(&shown, bytes, Format::Plain);
                problems.extend(wrong);
                with(&shown, document);
            }
            Err(problem) => problems.push(problem),
        }
    }
    problems
}

/// The language that messages are asked for in.
pub(super) fn language(show: &ShowArgs) -> Language {
    show.language.map_or(Language::default(), Into::into)
}

/// Tells `problems`, and how a command ends that has them and, it may be, `findings`.
pub(super) fn end(problems: &[Problem], findings: bool, show: &ShowArgs, out: &mut Out) -> Status {
    out.problems(problems, language(show), out::colors_errors(show.color));
    if problems.iter().any(|it| it.fatal) {
        Status::Failed
    } else if findings {
        Status::Findings
    } else {
        Status::Clean
    }
}

/// A value as one JSON text for programs, and a line end.
pub(super) fn json(value: &impl serde::Serialize) -> String {
    let json = serde_json::to_string_pretty(value).expect("plain data is JSON");
    let lines = json.lines().map(|it| visible_json(it.to_owned()));
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// A count with its noun.
pub(super) fn counted(count: usize, noun: &str) -> String {
    let s = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{s}")
}
