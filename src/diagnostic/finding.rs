//! What a rule says of a segment: see [`Finding`].

use std::sync::Arc;

use super::{Applicability, Confidence, Message, Severity};
use crate::text::{InSegment, Span};

/// One fault in the text of a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The words that are wrong.
    pub span: Span<InSegment>,
    /// What is wrong with them.
    pub message: Message,
    /// How bad it is.
    pub severity: Severity,
    /// How sure we are.
    pub confidence: Confidence,
    /// Ways to mend it, best first.
    pub fixes: Vec<Fix>,
    /// The glossary entry it comes from, if it comes from one.
    pub entry: Option<Arc<str>>,
}

/// A way to mend a fault. Its edits are made together or not at all, and never overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, where the edits do not speak for themselves.
    pub title: Option<Message>,
    /// Whether it may be made unseen.
    pub applicability: Applicability,
    /// In any order; empty for a fix that is words only.
    pub edits: Vec<Replacement>,
}

/// Text of a segment, and what takes its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Replacement {
    /// What is replaced; empty for an insertion.
    pub span: Span<InSegment>,
    /// What takes its place.
    pub text: String,
}

impl Fix {
    /// A fix that replaces `span` by `text`.
    pub fn replace(
        applicability: Applicability,
        span: Span<InSegment>,
        text: impl Into<String>,
    ) -> Fix {
        Fix {
            title: None,
            applicability,
            edits: vec![Replacement {
                span,
                text: text.into(),
            }],
        }
    }

    /// The same with one more edit.
    #[must_use]
    pub fn and(mut self, span: Span<InSegment>, text: impl Into<String>) -> Fix {
        self.edits.push(Replacement {
            span,
            text: text.into(),
        });
        self
    }
}
