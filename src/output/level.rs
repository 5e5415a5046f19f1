//! The three levels that most programs know, for the four severities: see [`Level`].

use crate::diagnostic::Severity;

/// How other programs grade. A critical fault has no level of its own there: its severity stands
/// beside it, where the form has room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Note,
    Warning,
    Error,
}

impl Level {
    pub(super) fn of(severity: Severity) -> Level {
        match severity {
            Severity::Neutral => Level::Note,
            Severity::Minor => Level::Warning,
            Severity::Major | Severity::Critical => Level::Error,
        }
    }

    /// Of a problem, which is fatal or a remark.
    pub(super) fn of_problem(fatal: bool) -> Level {
        if fatal { Level::Error } else { Level::Warning }
    }
}
