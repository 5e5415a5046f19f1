//! Findings as users get them: see [`Diagnostic`].

use std::sync::Arc;

use super::{Applicability, Category, Confidence, Message, Severity};
use crate::text::{Edit, InFile, InSegment, Position, Span};

/// A finding in its file: what every renderer, and nothing else, reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that made it, and its entry.
    pub origin: Origin,
    /// How bad it is.
    pub severity: Severity,
    /// How sure we are.
    pub confidence: Confidence,
    /// What kind of fault it is.
    pub category: Category,
    /// What is wrong.
    pub message: Message,
    /// The bytes of the file that are wrong.
    pub span: Span<InFile>,
    /// Where they begin, for people.
    pub start: Position,
    /// Where they end, for people.
    pub end: Position,
    /// The number of the segment.
    pub segment: usize,
    /// Where in the prose of the segment.
    pub within: Span<InSegment>,
    /// The words that are wrong, as the segment has them.
    pub found: String,
    /// The unit of a bilingual file it stands in.
    pub unit: Option<String>,
    /// The sentences of the source that answer to the place, where they are known.
    pub source: Option<String>,
    /// Ways to mend it, best first.
    pub fixes: Vec<PlacedFix>,
    /// Names the finding by its content, so that it is known again when lines move.
    pub fingerprint: String,
}

/// Where a finding comes from.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin {
    /// `group/name` of the rule.
    pub rule: &'static str,
    /// The glossary entry that it applied.
    pub entry: Option<Arc<str>>,
}

/// A [`super::Fix`] in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedFix {
    /// What it does.
    pub title: Message,
    /// Whether it may be made unseen.
    pub applicability: Applicability,
    /// The encoding of the file has no bytes for this character of it, so it cannot be made.
    pub refused: Option<char>,
    /// The replacements as text, beside the edits in the encoding of the file.
    pub replacements: Vec<String>,
    /// In order, none overlapping another; as many as `replacements`.
    pub edits: Vec<Edit>,
    /// The places of the edits in the prose of the segment.
    pub within: Vec<Span<InSegment>>,
}

/// What a user wrote wrong outside the text itself: a file that cannot be read, a key that does
/// not exist, a pattern that does not parse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the user named it.
    pub path: String,
    /// Where in it, when it is about a place.
    pub position: Option<Position>,
    /// The run cannot do what was asked (status 2), or only a remark.
    pub fatal: bool,
    /// What is wrong and what to do.
    pub message: Message,
}

impl Problem {
    /// A problem that makes the run end with status 2.
    pub fn fatal(path: impl Into<String>, message: Message) -> Problem {
        Problem {
            path: path.into(),
            position: None,
            fatal: true,
            message,
        }
    }

    /// A remark that changes nothing about the exit status.
    pub fn remark(path: impl Into<String>, message: Message) -> Problem {
        Problem {
            fatal: false,
            ..Problem::fatal(path, message)
        }
    }

    /// The same at a place of the file.
    #[must_use]
    pub fn at(mut self, position: Position) -> Problem {
        self.position = Some(position);
        self
    }
}
