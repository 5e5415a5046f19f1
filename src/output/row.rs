//! A finding as a row of a table: see [`Row`].

use serde::{Deserialize, Serialize};

use super::{Checked, escape::visible, snippet::Snippets};
use crate::diagnostic::{Confidence, Diagnostic, Language, PlacedFix, Severity};

/// What the columns hold. Texts are safe to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Row {
    pub(super) path: String,
    /// From 1.
    pub(super) line: u32,
    /// From 1, in characters.
    pub(super) column: u32,
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
    pub(super) rule: String,
    /// Empty where no entry was applied.
    pub(super) entry: String,
    pub(super) found: String,
    /// What the best fix puts in its place, or does; empty without one.
    pub(super) suggestion: String,
    pub(super) message: String,
    /// The line around it, the finding marked as `{found|fix}`.
    pub(super) context: String,
}

/// The columns in order, as programs call them.
pub(super) const COLUMNS: [&str; 11] = [
    "path",
    "line",
    "column",
    "severity",
    "confidence",
    "rule",
    "entry",
    "found",
    "suggestion",
    "message",
    "context",
];

/// The rows of a file.
pub(super) fn rows(checked: &Checked<'_>, language: Language) -> Vec<Row> {
    let mut snippets = Snippets::of(checked.document);
    let shown = |text: &str| visible(text).into_owned();
    let findings = checked.report.diagnostics.iter();
    findings
        .map(|it| Row {
            path: shown(checked.path),
            line: it.start.line,
            column: it.start.column,
            severity: it.severity,
            confidence: it.confidence,
            rule: it.origin.rule.to_owned(),
            entry: shown(it.origin.entry.as_deref().unwrap_or_default()),
            found: shown(&it.found),
            suggestion: shown(&suggestion(it, language)),
            message: shown(it.message.text(language)),
            context: snippets.marked(it),
        })
        .collect()
}

fn suggestion(it: &Diagnostic, language: Language) -> String {
    let Some(fix) = it.fixes.first() else {
        return String::new();
    };
    match replacement(it, fix) {
        Some(text) if !text.is_empty() => text.to_owned(),
        _ => fix.title.text(language).to_owned(),
    }
}

/// What takes the place of the finding, where that is all that `fix` does.
pub(super) fn replacement<'d>(it: &Diagnostic, fix: &'d PlacedFix) -> Option<&'d str> {
    match (&fix.edits[..], &fix.replacements[..]) {
        ([edit], [text]) if edit.span == it.span => Some(text),
        _ => None,
    }
}
