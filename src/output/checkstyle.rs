//! The XML of Checkstyle, which most review bots and Jenkins read: an `error` a finding.

use std::fmt::Write;

use super::{
    Checked, Ending, Form,
    level::Level,
    path::relative,
    problem::{by_file, message},
    wording::with_fixes,
    xml::escaped,
};
use crate::{diagnostic::Language, text::Position};

/// The form `checkstyle`.
#[derive(Clone, Copy, Debug)]
pub struct Checkstyle {
    /// The language of messages.
    pub language: Language,
}

impl Form for Checkstyle {
    fn start(&self) -> String {
        // The version of Checkstyle whose format this is.
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n".to_owned()
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let mut out = opened(checked.path);
        for it in &checked.report.diagnostics {
            error(
                &mut out,
                Some(it.start),
                Level::of(it.severity),
                &with_fixes(it, self.language),
                it.origin.rule,
            );
        }
        out + CLOSED
    }

    fn finish(&self, ending: &Ending<'_>) -> String {
        let mut out = String::new();
        // What is about no file has no place here; it stands on the error stream.
        for (path, problems) in by_file(ending.problems) {
            out += &opened(path);
            for it in problems {
                let said = message(it.message.text(self.language), self.language);
                let level = Level::of_problem(it.fatal);
                error(&mut out, it.position, level, &said, "fasih");
            }
            out += CLOSED;
        }
        out + "</checkstyle>\n"
    }
}

const CLOSED: &str = "  </file>\n";

fn opened(path: &str) -> String {
    format!("  <file name=\"{}\">\n", escaped(&relative(path)))
}

fn error(out: &mut String, at: Option<Position>, level: Level, said: &str, source: &str) {
    let severity = match level {
        Level::Note => "info",
        Level::Warning => "warning",
        Level::Error => "error",
    };
    out.push_str("    <error");
    if let Some(at) = at {
        let _ = write!(out, " line=\"{}\" column=\"{}\"", at.line, at.column);
    }
    let _ = writeln!(
        out,
        " severity=\"{severity}\" message=\"{}\" source=\"{}\"/>",
        escaped(said),
        escaped(source)
    );
}
