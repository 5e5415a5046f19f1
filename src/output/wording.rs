//! Words that several forms say of a finding in the same way.

use super::problem::message;
use crate::diagnostic::{Applicability, Diagnostic, Language, PlacedFix, Severity};

/// What a person calls a severity.
pub(super) fn severity_name(severity: Severity, language: Language) -> &'static str {
    match (severity, language) {
        (it, Language::English) => it.name(),
        (Severity::Neutral, Language::Arabic) => "محايد",
        (Severity::Minor, Language::Arabic) => "طفيف",
        (Severity::Major, Language::Arabic) => "كبير",
        (Severity::Critical, Language::Arabic) => "حرج",
    }
}

/// What a person calls a fix of this kind.
pub(super) fn fix_name(applicability: Applicability, language: Language) -> &'static str {
    match (applicability, language) {
        (Applicability::Safe, Language::English) => "fix",
        (Applicability::Suggested, Language::English) => "suggestion",
        (Applicability::Display, Language::English) => "note",
        (Applicability::Safe, Language::Arabic) => "إصلاح",
        (Applicability::Suggested, Language::Arabic) => "اقتراح",
        (Applicability::Display, Language::Arabic) => "ملاحظة",
    }
}

/// What is wrong, and in brackets what would mend it: for forms that have no place for fixes. Safe
/// to show.
pub(super) fn with_fixes(it: &Diagnostic, language: Language) -> String {
    joined(it, it.fixes.iter(), language)
}

/// What is wrong, and in brackets the fixes that are words only: for forms that have a place for
/// edits. Safe to show.
pub(super) fn with_notes(it: &Diagnostic, language: Language) -> String {
    let notes = it.fixes.iter().filter(|it| it.edits.is_empty());
    joined(it, notes, language)
}

fn joined<'d>(
    it: &'d Diagnostic,
    fixes: impl Iterator<Item = &'d PlacedFix>,
    language: Language,
) -> String {
    let told = fixes
        .map(|fix| (fix.applicability, fix.title.text(language)))
        .filter(|(_, title)| !title.is_empty())
        .map(|(kind, title)| {
            let title = title.trim_start_matches('\u{200F}');
            format!("{}: {title}", fix_name(kind, language))
        });
    let told: Vec<String> = told.collect();
    let said = it.message.text(language);
    if told.is_empty() {
        return message(said, language);
    }
    let between = match language {
        Language::English => "; ",
        Language::Arabic => "؛ ",
    };
    message(&format!("{said} ({})", told.join(between)), language)
}
