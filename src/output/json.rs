//! JSON, for programs: one object whose parts are written as they come, a file a line. Its fields
//! are those of DESIGN §6; readers ignore those they do not know.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Checked, Ending, Form, escape::visible_json, file_edit::edits};
use crate::{
    diagnostic::{Diagnostic, Language, PlacedFix, Problem},
    document::Document,
    engine::Score,
    text::Position,
};

/// The form `json`.
#[derive(Clone, Copy, Debug)]
pub struct Json {
    /// The language of messages.
    pub language: Language,
}

#[derive(Serialize)]
struct File<'a> {
    path: &'a str,
    /// What a line of JSONL calls itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    source: Option<&'a str>,
    words: usize,
    suppressed: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixed: Option<usize>,
    findings: Vec<Found<'a>>,
    score: Points,
}

#[derive(Serialize)]
struct Found<'a> {
    rule: &'a str,
    entry: Option<&'a str>,
    severity: &'a str,
    confidence: &'a str,
    category: &'a str,
    message: &'a str,
    unit: Option<&'a str>,
    fingerprint: &'a str,
    /// The sentences of the source that answer, where they are known.
    source: Option<&'a str>,
    start: Place,
    end: Place,
    text: &'a str,
    fixes: Vec<Cure<'a>>,
}

#[derive(Serialize)]
struct Place {
    offset: usize,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct Cure<'a> {
    applicability: &'a str,
    title: &'a str,
    edits: Vec<Change>,
}

#[derive(Serialize)]
struct Change {
    start: usize,
    end: usize,
    replacement: String,
}

#[derive(Serialize)]
struct Points {
    penalty: f64,
    per_1000_words: f64,
    value: f64,
}

#[derive(Serialize)]
struct Remark<'a> {
    path: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    severity: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct Summary<'a> {
    files: usize,
    findings: usize,
    by_rule: &'a BTreeMap<&'static str, usize>,
    by_severity: BTreeMap<&'static str, usize>,
}

fn written<T: Serialize>(value: &T) -> String {
    visible_json(serde_json::to_string(value).expect("plain data is JSON"))
}

impl Form for Json {
    fn start(&self) -> String {
        let version = env!("CARGO_PKG_VERSION");
        format!("{{\"fasih\": \"{version}\", \"schema\": 1, \"files\": [\n")
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let report = checked.report;
        written(&File {
            path: checked.path,
            id: checked.id,
            source: checked.source,
            words: report.words,
            suppressed: report.suppressed,
            fixed: checked.fixed,
            findings: report
                .diagnostics
                .iter()
                .map(|it| self.found(checked.document, it))
                .collect(),
            score: points(report.score),
        })
    }

    fn finish(&self, ending: &Ending<'_>) -> String {
        let problems = ending.problems.iter();
        let remarks: Vec<Remark<'_>> = problems.map(|it| self.remark(it)).collect();
        let tally = ending.tally;
        let summary = Summary {
            files: tally.files,
            findings: tally.findings(),
            by_rule: &tally.by_rule,
            by_severity: tally
                .severities()
                .map(|(severity, count)| (severity.name(), count))
                .collect(),
        };
        let (remarks, summary) = (written(&remarks), written(&summary));
        format!("\n],\n\"diagnostics\": {remarks},\n\"summary\": {summary}}}\n")
    }
}

impl Json {
    fn found<'d>(self, document: &Document, it: &'d Diagnostic) -> Found<'d> {
        Found {
            rule: it.origin.rule,
            entry: it.origin.entry.as_deref(),
            severity: it.severity.name(),
            confidence: it.confidence.name(),
            category: it.category.name(),
            message: it.message.text(self.language),
            unit: it.unit.as_deref(),
            fingerprint: &it.fingerprint,
            source: it.source.as_deref(),
            start: place(it.span.start(), it.start),
            end: place(it.span.end(), it.end),
            text: &it.found,
            fixes: it.fixes.iter().map(|it| self.cure(document, it)).collect(),
        }
    }

    fn cure<'d>(self, document: &Document, fix: &'d PlacedFix) -> Cure<'d> {
        let edits = edits(document, fix).into_iter();
        Cure {
            applicability: fix.applicability.name(),
            title: fix.title.text(self.language),
            edits: edits
                .map(|it| Change {
                    start: it.span.start(),
                    end: it.span.end(),
                    replacement: it.text,
                })
                .collect(),
        }
    }

    fn remark(self, problem: &Problem) -> Remark<'_> {
        Remark {
            path: (!problem.path.is_empty()).then_some(problem.path.as_str()),
            line: problem.position.map(|it| it.line),
            column: problem.position.map(|it| it.column),
            severity: if problem.fatal { "error" } else { "warning" },
            message: problem.message.text(self.language),
        }
    }
}

fn place(offset: usize, position: Position) -> Place {
    Place {
        offset,
        line: position.line,
        column: position.column,
    }
}

/// To one decimal: more would be noise.
fn points(score: Score) -> Points {
    let round = |it: f64| (it * 10.0).round() / 10.0;
    Points {
        penalty: round(score.penalty),
        per_1000_words: round(score.per_1000_words),
        value: round(score.value),
    }
}
