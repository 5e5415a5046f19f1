//! One article of a run, read, checked or fixed, and written down: see [`Run::file`].

use std::path::Path;

use super::{
    lines,
    sources::{Source, Sources},
};
use crate::{
    diagnostic::{Message, Problem},
    document::{Document, Format},
    engine::{self, Linter, Report},
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
    /// The format of every article, where the user named one.
    pub(super) input_format: Option<Format>,
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

impl Done {
    /// Adds what is said of the same article.
    fn add(&mut self, told: Done) {
        self.said = told.said;
        self.tally = told.tally;
        self.problems.extend(told.problems);
    }
}

/// An article at work.
#[derive(Clone, Copy)]
struct Article<'a> {
    /// Nothing: standard input.
    path: Option<&'a Path>,
    /// As it is called in what is shown.
    shown: &'a str,
    format: Format,
    source: Option<&'a Source>,
}

impl<'a> Article<'a> {
    fn source_text(self) -> Option<&'a Document> {
        self.source.map(|it| &it.document)
    }
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
        let format = self.input_format.unwrap_or(Format::of(&shown, &bytes));
        let article = Article {
            path,
            shown: &shown,
            format,
            source: source.as_ref(),
        };
        match self.task {
            Task::Check => self.check(article, bytes, None, &mut done),
            Task::Fix { unsafe_too } => self.fix(article, bytes, unsafe_too, &mut done),
            Task::Diff {
                unsafe_too,
                shown: escaped,
            } => {
                let old = text(article, bytes.clone(), &mut done.problems);
                let (new, tally) = self.fixed(article, bytes, unsafe_too);
                let new = text(article, new, &mut Vec::new());
                done.would_change = old != new;
                done.tally = tally;
                done.said = Some(output::unified(&shown, &old, &new, escaped));
            }
        }
        done
    }

    /// Whether the lines of `input` are checked while they are read.
    pub(super) fn is_streamed(&self, input: &Input) -> bool {
        let format = match (self.input_format, input) {
            (None, Input::File(path)) => Format::of_path(&path.to_string_lossy()),
            (format, _) => format,
        };
        format == Some(Format::Jsonl) && self.task == Task::Check
    }

    fn check(&self, article: Article<'_>, bytes: Vec<u8>, fixed: Option<usize>, done: &mut Done) {
        let shown = article.shown;
        if article.format == Format::Jsonl {
            done.add(lines::check_all(self, shown, &bytes));
            return;
        }
        let (document, problems) = Document::parse(shown, bytes, article.format);
        done.problems.extend(problems);
        let report = self.linter.check(&document, article.source_text());
        self.tell(shown, &document, &report, article.source, fixed, done);
    }

    fn fix(&self, article: Article<'_>, bytes: Vec<u8>, unsafe_too: bool, done: &mut Done) {
        let shown = article.shown;
        if article.format == Format::Docx {
            let message = Message::fixed(
                "DOCX is only read: what is found is told, and nothing is fixed",
                "ملفات DOCX تُقرأ فقط: يُذكر ما وُجد فيها ولا يُصلَح شيء",
            );
            done.problems.push(Problem::remark(shown, message));
        }
        let (new, told) = if article.format == Format::Jsonl {
            lines::fix(self, shown, &bytes, unsafe_too)
        } else {
            let old = bytes.clone();
            let fixed = engine::fix(
                self.linter,
                shown,
                old,
                article.format,
                article.source_text(),
                unsafe_too,
            );
            let mut told = Done::default();
            let new = fixed.bytes.clone();
            let (document, problems) = Document::parse(shown, fixed.bytes, article.format);
            told.problems = problems;
            let (report, applied) = (&fixed.report, Some(fixed.applied));
            self.tell(shown, &document, report, article.source, applied, &mut told);
            (new, told)
        };
        if let Some(path) = article.path.filter(|_| new != bytes)
            && let Err(problem) = world::replace(path, &new)
        {
            done.problems.push(problem);
            // What is found is what still stands in the file.
            self.check(article, bytes, Some(0), done);
            return;
        }
        if article.path.is_none() {
            done.fixed_text = Some(new);
        }
        done.add(told);
    }

    /// The bytes of an article with its fixes made, and the tally of what is left.
    fn fixed(&self, article: Article<'_>, bytes: Vec<u8>, unsafe_too: bool) -> (Vec<u8>, Tally) {
        let shown = article.shown;
        if article.format == Format::Jsonl {
            let (new, done) = lines::fix(self, shown, &bytes, unsafe_too);
            return (new, done.tally);
        }
        let source = article.source_text();
        let fixed = engine::fix(
            self.linter,
            shown,
            bytes,
            article.format,
            source,
            unsafe_too,
        );
        let tally = Tally::of(&fixed.report, Some(fixed.applied));
        (fixed.bytes, tally)
    }

    pub(super) fn tell(
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
            id: document.id.as_deref(),
            source: source.map(|it| it.path.as_str()),
            document,
            report,
            fixed,
        }));
    }
}

/// A file as the text that a diff shows. UTF-8 is shown to the byte, mark and all, so that `patch`
/// finds its lines; any other encoding as UTF-8.
fn text(article: Article<'_>, bytes: Vec<u8>, problems: &mut Vec<Problem>) -> String {
    let has_mark = bytes.starts_with("\u{FEFF}".as_bytes());
    let (document, wrong) = Document::parse(article.shown, bytes, article.format);
    problems.extend(wrong);
    if has_mark && document.encoding() == Encoding::Utf8 {
        format!("\u{FEFF}{}", document.text())
    } else {
        document.text().to_owned()
    }
}
