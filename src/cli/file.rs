//! One article of a run, read, checked or fixed, and written down: see [`Run::file`].

use std::path::Path;

use super::sources::{Source, Sources};
use crate::{
    diagnostic::Problem,
    document::{Document, Format},
    engine::{self, Fixed, Linter, Report},
    output::{self, Checked, Form, Tally},
    text::Encoding,
    world::{self, Input},
};

/// What is done with an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Task {
    /// Tell what is found.
    Check,
    /// Make fixes.
    Fix {
        /// Suggested ones too.
        unsafe_too: bool,
    },
    /// Tell what fixing would change.
    Diff {
        /// Suggested fixes too.
        unsafe_too: bool,
        /// On a terminal, where control characters must not get through.
        shown: bool,
    },
}

/// What all articles of a run have in common.
pub(super) struct Run<'r> {
    pub(super) linter: &'r Linter,
    pub(super) form: &'r dyn Form,
    pub(super) sources: &'r Sources,
    pub(super) task: Task,
}

/// What became of an article. Holds none of its text but what is to be written.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// What is said of it, in the form of the run.
    pub(super) said: Option<String>,
    /// Standard input, fixed.
    pub(super) fixed_text: Option<Vec<u8>>,
    /// Fixing would change it.
    pub(super) would_change: bool,
    pub(super) tally: Tally,
    pub(super) problems: Vec<Problem>,
}

impl Run<'_> {
    /// Does the task of the run with one article.
    pub(super) fn file(&self, input: &Input) -> Done {
        let (path, shown, bytes) = match input {
            Input::Stdin => (None, world::STDIN.to_owned(), world::read_stdin()),
            Input::File(path) => (
                Some(path.as_path()),
                path.to_string_lossy().into_owned(),
                world::read(path),
            ),
        };
        let bytes = match bytes {
            Ok(bytes) => bytes,
            Err(problem) => {
                return Done {
                    problems: vec![problem],
                    ..Done::default()
                };
            }
        };
        let mut done = Done::default();
        let source = match self.sources.source(path) {
            Ok(source) => source,
            // The article by itself can still be checked.
            Err(problems) => {
                done.problems = problems;
                None
            }
        };
        match self.task {
            Task::Check => self.check(&shown, bytes, source.as_ref(), None, &mut done),
            Task::Fix { unsafe_too } => {
                self.fix(path, &shown, bytes, source.as_ref(), unsafe_too, &mut done);
            }
            Task::Diff {
                unsafe_too,
                shown: escaped,
            } => {
                let old = text(&shown, bytes.clone(), &mut done.problems);
                let fixed = self.fixed(&shown, bytes, source.as_ref(), unsafe_too);
                let new = text(&shown, fixed.bytes, &mut Vec::new());
                done.would_change = old != new;
                done.tally = Tally::of(&fixed.report, Some(fixed.applied));
                done.said = Some(output::unified(&shown, &old, &new, escaped));
            }
        }
        done
    }

    fn check(
        &self,
        shown: &str,
        bytes: Vec<u8>,
        source: Option<&Source>,
        fixed: Option<usize>,
        done: &mut Done,
    ) {
        let (document, problems) = Document::parse(shown, bytes, Format::Plain);
        done.problems.extend(problems);
        let report = self.linter.check(&document, source.map(|it| &it.document));
        self.tell(shown, &document, &report, source, fixed, done);
    }

    fn fix(
        &self,
        path: Option<&Path>,
        shown: &str,
        bytes: Vec<u8>,
        source: Option<&Source>,
        unsafe_too: bool,
        done: &mut Done,
    ) {
        let fixed = self.fixed(shown, bytes.clone(), source, unsafe_too);
        if let Some(path) = path.filter(|_| fixed.bytes != bytes)
            && let Err(problem) = world::replace(path, &fixed.bytes)
        {
            done.problems.push(problem);
            // What is found is what still stands in the file.
            self.check(shown, bytes, source, Some(0), done);
            return;
        }
        if path.is_none() {
            done.fixed_text = Some(fixed.bytes.clone());
        }
        let (document, problems) = Document::parse(shown, fixed.bytes, Format::Plain);
        done.problems.extend(problems);
        self.tell(
            shown,
            &document,
            &fixed.report,
            source,
            Some(fixed.applied),
            done,
        );
    }

    fn fixed(
        &self,
        shown: &str,
        bytes: Vec<u8>,
        source: Option<&Source>,
        unsafe_too: bool,
    ) -> Fixed {
        let source = source.map(|it| &it.document);
        engine::fix(self.linter, shown, bytes, Format::Plain, source, unsafe_too)
    }

    fn tell(
        &self,
        shown: &str,
        document: &Document,
        report: &Report,
        source: Option<&Source>,
        fixed: Option<usize>,
        done: &mut Done,
    ) {
        done.problems
            .extend(report.problems.iter().map(|it| Problem {
                path: shown.to_owned(),
                ..it.clone()
            }));
        done.tally = Tally::of(report, fixed);
        done.said = Some(self.form.file(&Checked {
            path: shown,
            source: source.map(|it| it.path.as_str()),
            document,
            report,
            fixed,
        }));
    }
}

/// A file as the text that a diff shows. UTF-8 is shown to the byte, mark and all, so that `patch`
/// finds its lines; any other encoding as UTF-8.
fn text(shown: &str, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> String {
    let has_mark = bytes.starts_with("\u{FEFF}".as_bytes());
    let (document, wrong) = Document::parse(shown, bytes, Format::Plain);
    problems.extend(wrong);
    if has_mark && document.encoding() == Encoding::Utf8 {
        format!("\u{FEFF}{}", document.text())
    } else {
        document.text().to_owned()
    }
}
