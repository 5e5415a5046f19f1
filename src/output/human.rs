//! Text for people: findings with their place, the words around them, and what would mend them.

use std::fmt::Write;

use super::{
    Checked, Ending, Form, Tally, bidi,
    escape::visible,
    isolate,
    problem::message,
    snippet::{Snippets, style},
    wording::{fix_name, severity_name},
};
use crate::diagnostic::{Diagnostic, Language, PlacedFix, Severity};

/// The form `human`.
#[derive(Clone, Copy, Debug)]
pub struct Human {
    /// The language of messages.
    pub language: Language,
    /// For a terminal with colours: the finding is underlined in its line. Else it is written as
    /// `{found|fix}`.
    pub color: bool,
}

impl Form for Human {
    fn start(&self) -> String {
        String::new()
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let mut out = String::new();
        if let Some(count) = checked.fixed.filter(|it| *it > 0) {
            let said = match self.language {
                Language::English if count == 1 => "1 finding fixed".to_owned(),
                Language::English => format!("{count} findings fixed"),
                Language::Arabic => isolate(&format!("نتائج أُصلحت: {count}")),
            };
            let _ = writeln!(out, "{}: {said}", self.path(checked.path));
        }
        let mut snippets = Snippets::of(checked.document);
        for diagnostic in &checked.report.diagnostics {
            self.finding(&mut out, checked.path, diagnostic, &mut snippets);
        }
        out
    }

    /// Problems are not told here: they go to the error stream as they turn up.
    fn finish(&self, ending: &Ending<'_>) -> String {
        let tally = ending.tally;
        // A run that could not begin has a problem to tell and no score.
        if tally.files == 0 {
            return String::new();
        }
        let line = match self.language {
            Language::English => english(tally),
            Language::Arabic => arabic(tally),
        };
        if tally.findings() == 0 && tally.fixed == 0 {
            line
        } else {
            format!("\n{line}")
        }
    }
}

impl Human {
    fn finding(self, out: &mut String, path: &str, it: &Diagnostic, snippets: &mut Snippets<'_>) {
        let severity = severity(it.severity, self.language);
        let severity = if self.color {
            // The same colour as in the line below, not underlined.
            format!("{}\x1b[24;1m{severity}\x1b[0m", style(it.severity))
        } else {
            severity
        };
        let entry = it.origin.entry.as_deref();
        let entry = entry.map_or(String::new(), |it| format!(" [{it}]"));
        let _ = writeln!(
            out,
            "{}:{}:{}: {severity} {}{entry} {}",
            self.path(path),
            it.start.line,
            it.start.column,
            it.origin.rule,
            message(it.message.text(self.language), self.language),
        );
        let line = if self.color {
            snippets.colored(it)
        } else {
            snippets.marked(it)
        };
        let _ = writeln!(out, "    {line}");
        for fix in &it.fixes {
            self.fix(out, fix);
        }
    }

    fn fix(self, out: &mut String, fix: &PlacedFix) {
        let title = fix.title.text(self.language);
        if title.is_empty() {
            return;
        }
        let label = isolate(fix_name(fix.applicability, self.language));
        let _ = writeln!(out, "    {label}: {}", message(title, self.language));
    }

    /// A path is isolated only on a terminal: elsewhere a program may read it from the line.
    fn path(self, path: &str) -> String {
        let path = visible(path);
        if self.color {
            isolate(&path)
        } else {
            path.into_owned()
        }
    }
}

fn severity(severity: Severity, language: Language) -> String {
    match language {
        Language::English => severity.name().to_owned(),
        Language::Arabic => isolate(severity_name(severity, language)),
    }
}

fn english(tally: &Tally) -> String {
    let plural = |count: usize, noun: &str| {
        let s = if count == 1 { "" } else { "s" };
        format!("{count} {noun}{s}")
    };
    let mut line = format!(
        "{}, {}",
        plural(tally.files, "file"),
        plural(tally.findings(), "finding")
    );
    let parts = severities(tally, |severity, count| {
        format!("{count} {}", severity.name())
    });
    if !parts.is_empty() {
        let _ = write!(line, " ({})", parts.join(", "));
    }
    if tally.fixed > 0 {
        let _ = write!(line, ", {} fixed", tally.fixed);
    }
    if tally.suppressed > 0 {
        let _ = write!(line, ", {} suppressed", tally.suppressed);
    }
    let score = tally.score().value;
    let _ = writeln!(line, ", {}, score {score:.1}", plural(tally.words, "word"));
    line
}

/// Counts stand behind colons, so that no noun has to agree with its number.
fn arabic(tally: &Tally) -> String {
    let mut line = format!("الملفات: {}، النتائج: {}", tally.files, tally.findings());
    let parts = severities(tally, |severity, count| {
        format!("{}: {count}", severity_name(severity, Language::Arabic))
    });
    if !parts.is_empty() {
        let _ = write!(line, " ({})", parts.join("، "));
    }
    if tally.fixed > 0 {
        let _ = write!(line, "، أُصلح: {}", tally.fixed);
    }
    if tally.suppressed > 0 {
        let _ = write!(line, "، أُسكت: {}", tally.suppressed);
    }
    let score = tally.score().value;
    let _ = write!(line, "، الكلمات: {}، الدرجة: {score:.1}", tally.words);
    format!("{}{line}{}\n", bidi::OPEN, bidi::CLOSE)
}

/// The severities that occur, worst first.
fn severities(tally: &Tally, part: impl Fn(Severity, usize) -> String) -> Vec<String> {
    let found = tally.severities().rev().filter(|it| it.1 > 0);
    found
        .map(|(severity, count)| part(severity, count))
        .collect()
}
