//! The diagnostic format of reviewdog, `rdjson`: findings with suggestions that a reviewer takes
//! over with a click. Its columns count bytes of UTF-8.

use serde::Serialize;

use super::{
    Checked, Ending, Form, escape::visible_json, file_edit::as_one, level::Level, path::relative,
    problem::message, wording::with_notes,
};
use crate::{
    diagnostic::{Diagnostic, Language, Problem},
    document::Document,
    text::{InFile, Span},
};

/// The form `rdjson`.
#[derive(Clone, Copy, Debug)]
pub struct Rdjson {
    /// The language of messages.
    pub language: Language,
}

#[derive(Serialize)]
struct Remark<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Code<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: Place,
    /// Behind the last character.
    end: Place,
}

#[derive(Clone, Copy, Serialize)]
struct Place {
    line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

impl Form for Rdjson {
    fn start(&self) -> String {
        "{\"source\": {\"name\": \"fasih\"}, \"diagnostics\": [\n".to_owned()
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let path = relative(checked.path);
        let findings = checked.report.diagnostics.iter();
        listed(findings.map(|it| self.finding(checked.document, &path, it)))
    }

    fn finish(&self, ending: &Ending<'_>) -> String {
        // What is about no file has no place here; it stands on the error stream.
        let problems = ending.problems.iter().filter(|it| !it.path.is_empty());
        let listed = listed(problems.map(|it| self.problem(it)));
        let between = if listed.is_empty() || !ending.has_files {
            ""
        } else {
            self.between()
        };
        format!("{between}{listed}\n]}}\n")
    }
}

impl Rdjson {
    fn finding(self, document: &Document, path: &str, it: &Diagnostic) -> String {
        // Each suggestion is an alternative to the others, so a fix of several edits is one.
        let fixes = it.fixes.iter().filter_map(|it| as_one(document, it));
        written(&Remark {
            message: with_notes(it, self.language),
            location: Location {
                path,
                range: Some(range(document, it.span)),
            },
            severity: severity(Level::of(it.severity)),
            code: Some(Code {
                value: it.origin.rule,
            }),
            suggestions: fixes
                .map(|it| Suggestion {
                    range: range(document, it.span),
                    text: it.text,
                })
                .collect(),
        })
    }

    fn problem(self, it: &Problem) -> String {
        // The column is known in characters only.
        let place = it.position.map(|it| Place {
            line: it.line,
            column: None,
        });
        let path = relative(&it.path);
        written(&Remark {
            message: message(it.message.text(self.language), self.language),
            location: Location {
                path: &path,
                range: place.map(|start| Range { start, end: start }),
            },
            severity: severity(Level::of_problem(it.fatal)),
            code: None,
            suggestions: Vec::new(),
        })
    }
}

fn range(document: &Document, span: Span<InFile>) -> Range {
    let place = |at: usize| Place {
        line: document.position_in_file(at).line,
        column: Some(document.byte_column(at)),
    };
    Range {
        start: place(span.start()),
        end: place(span.end()),
    }
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Note => "INFO",
        Level::Warning => "WARNING",
        Level::Error => "ERROR",
    }
}

fn listed(remarks: impl Iterator<Item = String>) -> String {
    remarks.collect::<Vec<_>>().join(",\n")
}

fn written(remark: &Remark<'_>) -> String {
    visible_json(serde_json::to_string(remark).expect("plain data is JSON"))
}
