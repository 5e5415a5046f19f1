//! Annotations of GitHub: workflow commands that a job prints, one a finding.
//!
//! GitHub shows ten of a level a step; all of them stand in the log.

use std::fmt::Write;

use super::{
    Checked, Ending, Form, escape::visible, level::Level, path::relative, problem::message,
    wording::with_fixes,
};
use crate::diagnostic::{Diagnostic, Language, Problem};

/// The form `github`.
#[derive(Clone, Copy, Debug)]
pub struct Github {
    /// The language of messages.
    pub language: Language,
}

impl Form for Github {
    fn start(&self) -> String {
        String::new()
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let path = relative(checked.path);
        let findings = checked.report.diagnostics.iter();
        findings.map(|it| self.finding(&path, it)).collect()
    }

    fn finish(&self, ending: &Ending<'_>) -> String {
        ending.problems.iter().map(|it| self.problem(it)).collect()
    }
}

impl Github {
    fn finding(self, path: &str, it: &Diagnostic) -> String {
        let (start, end) = (it.start, it.end);
        let mut line = format!(
            "::{} file={},line={},endLine={},col={}",
            command(Level::of(it.severity)),
            property(path),
            start.line,
            end.line,
            start.column,
        );
        // GitHub refuses columns of an annotation over several lines, and an end at its start.
        if start.line == end.line && start.column < end.column {
            let _ = write!(line, ",endColumn={}", end.column);
        }
        let title = match it.origin.entry.as_deref() {
            Some(entry) => format!("{} [{entry}] {}", it.origin.rule, it.severity),
            None => format!("{} {}", it.origin.rule, it.severity),
        };
        let said = data(&with_fixes(it, self.language));
        let _ = writeln!(line, ",title={}::{said}", property(&title));
        line
    }

    fn problem(self, it: &Problem) -> String {
        let mut line = format!("::{} ", command(Level::of_problem(it.fatal)));
        if !it.path.is_empty() {
            let _ = write!(line, "file={},", property(&relative(&it.path)));
        }
        if let Some(at) = it.position {
            let _ = write!(line, "line={},col={},", at.line, at.column);
        }
        let said = data(&message(it.message.text(self.language), self.language));
        let _ = writeln!(line, "title=fasih::{said}");
        line
    }
}

fn command(level: Level) -> &'static str {
    match level {
        Level::Note => "notice",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

/// What would end the message.
fn data(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '%' => out.push_str("%25"),
            '\r' => out.push_str("%0D"),
            '\n' => out.push_str("%0A"),
            c => out.push(c),
        }
    }
    out
}

/// What would end a property, too.
fn property(text: &str) -> String {
    let text = data(text).replace(':', "%3A").replace(',', "%2C");
    // A path is told to the letter, but the log of a job is read on a terminal.
    visible(&text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_a_command_or_begins_one() {
        assert_eq!(
            property("a\n::error file=x,line=1::b%"),
            "a%0A%3A%3Aerror file=x%2Cline=1%3A%3Ab%25"
        );
        assert_eq!(data("a\r\n::b"), "a%0D%0A::b");
    }
}
