//! The scales a finding is graded on: MQM severities and categories, confidence, applicability.

use std::fmt;

use serde::{Deserialize, Serialize};

/// How bad a fault is for the reader, in the words and weights of MQM.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Advice of style; costs nothing.
    Neutral,
    /// Noticed, but the sense is clear.
    Minor,
    /// Misleads or stops the reader.
    Major,
    /// Turns the sense of the text around, or harms.
    Critical,
}

impl Severity {
    /// Every severity, mildest first.
    pub const ALL: [Severity; 4] = [
        Severity::Neutral,
        Severity::Minor,
        Severity::Major,
        Severity::Critical,
    ];

    /// MQM penalty points.
    pub fn points(self) -> u32 {
        match self {
            Severity::Neutral => 0,
            Severity::Minor => 1,
            Severity::Major => 5,
            Severity::Critical => 25,
        }
    }

    /// Its name on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Neutral => "neutral",
            Severity::Minor => "minor",
            Severity::Major => "major",
            Severity::Critical => "critical",
        }
    }
}

/// How sure we are that it is a fault at all.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Worth a look.
    Low,
    /// Usually right.
    Medium,
    /// As good as certain.
    High,
}

impl Confidence {
    /// Every confidence, weakest first.
    pub const ALL: [Confidence; 3] = [Confidence::Low, Confidence::Medium, Confidence::High];

    /// Its name on the command line and in files.
    pub fn name(self) -> &'static str {
        match self {
            Confidence::Low => "low",
            Confidence::Medium => "medium",
            Confidence::High => "high",
        }
    }
}

/// Whether a fix may be made without a person looking.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Applicability {
    /// Words only: shown, never made.
    Display,
    /// Likely right, but it changes what the text says: made on request.
    Suggested,
    /// Spelling or spacing: it cannot change what the text says.
    Safe,
}

impl Applicability {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Applicability::Display => "display",
            Applicability::Suggested => "suggested",
            Applicability::Safe => "safe",
        }
    }
}

/// What kind of fault it is: a type of MQM-Core, dimension and subtype.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Category {
    /// The target says something else than the source.
    Mistranslation,
    /// What the source says and the target does not.
    Omission,
    /// What the target says and the source does not.
    Addition,
    /// Left in the source language.
    Untranslated,
    /// Not the approved term.
    WrongTerm,
    /// One thing under two names in one text.
    InconsistentTerm,
    /// Words that should agree in gender, number or case do not.
    Agreement,
    /// Another rule of grammar is broken.
    Grammar,
    /// Marks of punctuation.
    Punctuation,
    /// Letters.
    Spelling,
    /// Characters that do not belong: controls, look-alikes, mojibake.
    Encoding,
    /// Correct, but no native would say it.
    Unidiomatic,
}

impl Category {
    /// `dimension/subtype`, as MQM-Core writes it in kebab case.
    pub fn name(self) -> &'static str {
        match self {
            Category::Mistranslation => "accuracy/mistranslation",
            Category::Addition => "accuracy/addition",
            Category::Omission => "accuracy/omission",
            Category::Untranslated => "accuracy/untranslated",
            Category::WrongTerm => "terminology/wrong-term",
            Category::InconsistentTerm => "terminology/inconsistent-with-terminology-resource",
            Category::Agreement => "linguistic-conventions/agreement",
            Category::Grammar => "linguistic-conventions/grammar",
            Category::Punctuation => "linguistic-conventions/punctuation",
            Category::Spelling => "linguistic-conventions/spelling",
            Category::Encoding => "linguistic-conventions/character-encoding",
            Category::Unidiomatic => "style/unidiomatic-style",
        }
    }
}

macro_rules! named {
    ($($type:ty),+) => {
        $(impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.name())
            }
        })+
    };
}
named!(Severity, Confidence, Applicability, Category);
