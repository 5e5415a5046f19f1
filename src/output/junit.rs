//! The XML of JUnit, which every CI service shows: a suite a file, a case a finding.
//!
//! A finding that makes the run fail is a failed case, a milder one a case that passed and says
//! something. A file without findings is one case that passed, so that it is seen to be checked.

use std::fmt::Write;

use super::{
    Checked, Ending, Form, path::relative, problem::message, snippet::Snippets,
    wording::with_fixes, xml::escaped,
};
use crate::{
    config::FailOn,
    diagnostic::{Diagnostic, Language, Problem},
};

/// The form `junit`.
#[derive(Clone, Copy, Debug)]
pub struct Junit {
    /// The language of messages.
    pub language: Language,
    /// From which severity on a case has failed.
    pub fail_on: FailOn,
}

impl Form for Junit {
    fn start(&self) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"fasih\">\n".to_owned()
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let path = escaped(&relative(checked.path));
        let findings = &checked.report.diagnostics;
        let fails = |it: &&Diagnostic| self.fail_on.is_met_by(it.severity);
        let failures = findings.iter().filter(fails).count();
        let mut out = suite(&path, findings.len().max(1), failures, 0);
        let mut snippets = Snippets::of(checked.document);
        for it in findings {
            self.case(&mut out, &path, it, &snippets.marked(it));
        }
        if findings.is_empty() {
            let _ = writeln!(
                out,
                "    <testcase name=\"fasih\" classname=\"{path}\" time=\"0\"/>"
            );
        }
        out + "  </testsuite>\n"
    }

    /// A file that could not be read, or not wholly, is a suite with an error.
    fn finish(&self, ending: &Ending<'_>) -> String {
        let files = ending.problems.chunk_by(|a, b| a.path == b.path);
        let suites: String = files.map(|it| self.problems(it)).collect();
        suites + "</testsuites>\n"
    }
}

impl Junit {
    fn case(self, out: &mut String, path: &str, it: &Diagnostic, line: &str) {
        let at = it.start;
        let entry = it.origin.entry.as_deref();
        let entry = entry.map_or(String::new(), |it| format!(" [{it}]"));
        let name = format!("{}:{}: {}{entry}", at.line, at.column, it.origin.rule);
        let _ = writeln!(
            out,
            "    <testcase name=\"{}\" classname=\"{path}\" time=\"0\">",
            escaped(&name)
        );
        let said = escaped(&with_fixes(it, self.language));
        let line = escaped(line);
        if self.fail_on.is_met_by(it.severity) {
            let severity = it.severity;
            let _ = writeln!(
                out,
                "      <failure type=\"{severity}\" message=\"{said}\">{line}</failure>"
            );
        } else {
            let _ = writeln!(out, "      <system-out>{said}&#xA;{line}</system-out>");
        }
        out.push_str("    </testcase>\n");
    }

    /// What made the run fail in one file, or outside of any.
    fn problems(self, problems: &[Problem]) -> String {
        let fatal: Vec<&Problem> = problems.iter().filter(|it| it.fatal).collect();
        let Some(first) = fatal.first() else {
            return String::new();
        };
        let path = match first.path.as_str() {
            "" => "fasih".to_owned(),
            path => escaped(&relative(path)),
        };
        let mut out = suite(&path, fatal.len(), 0, fatal.len());
        for it in fatal {
            let at = it.position;
            let name = at.map_or("fasih".to_owned(), |it| {
                format!("{}:{}: fasih", it.line, it.column)
            });
            let said = escaped(&message(it.message.text(self.language), self.language));
            let _ = write!(
                out,
                "    <testcase name=\"{name}\" classname=\"{path}\" time=\"0\">\n      \
                 <error type=\"error\" message=\"{said}\"/>\n    </testcase>\n"
            );
        }
        out + "  </testsuite>\n"
    }
}

fn suite(path: &str, tests: usize, failures: usize, errors: usize) -> String {
    format!(
        "  <testsuite name=\"{path}\" tests=\"{tests}\" failures=\"{failures}\" \
         errors=\"{errors}\" skipped=\"0\" time=\"0\">\n"
    )
}
