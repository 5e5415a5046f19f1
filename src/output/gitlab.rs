//! GitLab's code quality report: a JSON array, an object a finding, for the widget of a merge
//! request.

use serde::Serialize;

use super::{
    Checked, Ending, Form, escape::visible_json, path::relative, problem::message,
    wording::with_fixes,
};
use crate::{
    diagnostic::{Diagnostic, Language, Problem, Severity},
    engine::hash_of,
};

/// The form `gitlab`.
#[derive(Clone, Copy, Debug)]
pub struct Gitlab {
    /// The language of messages.
    pub language: Language,
}

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'a str,
    /// Unique in the report: GitLab shows one of those that share it.
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

impl Form for Gitlab {
    fn start(&self) -> String {
        "[\n".to_owned()
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let path = relative(checked.path);
        let findings = checked.report.diagnostics.iter();
        listed(findings.map(|it| self.finding(&path, it)))
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
        format!("{between}{listed}\n]\n")
    }
}

impl Gitlab {
    fn finding(self, path: &str, it: &Diagnostic) -> String {
        written(&Issue {
            description: with_fixes(it, self.language),
            check_name: it.origin.rule,
            // The same words in two files are two findings.
            fingerprint: hash_of(&[path, &it.fingerprint]),
            severity: match it.severity {
                Severity::Neutral => "info",
                Severity::Minor => "minor",
                Severity::Major => "major",
                Severity::Critical => "critical",
            },
            location: Location {
                path,
                lines: Lines {
                    begin: it.start.line,
                    end: it.end.line,
                },
            },
        })
    }

    fn problem(self, it: &Problem) -> String {
        let path = relative(&it.path);
        let line = it.position.map_or(1, |it| it.line);
        written(&Issue {
            description: message(it.message.text(self.language), self.language),
            check_name: "fasih",
            fingerprint: hash_of(&[&path, &line.to_string(), &it.message.en]),
            severity: if it.fatal { "blocker" } else { "info" },
            location: Location {
                path: &path,
                lines: Lines {
                    begin: line,
                    end: line,
                },
            },
        })
    }
}

fn listed(issues: impl Iterator<Item = String>) -> String {
    issues.collect::<Vec<_>>().join(",\n")
}

fn written(issue: &Issue<'_>) -> String {
    visible_json(serde_json::to_string(issue).expect("plain data is JSON"))
}
