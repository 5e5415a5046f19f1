//! What to look for in a text, as data: the pattern language of glossary entries.
//!
//! | written | matches |
//! |---|---|
//! | `محكمة` | the noun, adjective or particle in any form |
//! | `~سحب` | the verb in any form |
//! | `=كلمة` | this spelling |
//! | `(a\|b)`, `(a)?` | one of; optional |
//! | `...`, `..2` | up to 4 words; up to 2 |
//! | `$1` | 1 to 4 words, kept for the fix |
//! | `<…>` | the focus |
//!
//! [`parse`] reads it, [`std::fmt::Display`] writes it back, and [`Pattern::linear`] spells out
//! alternatives and options, so that a matcher walks plain sequences and never backtracks into a
//! tree.

mod linear;
mod parse;
mod show;
mod template;

pub use linear::{Item, Linear, TooMany};
pub use parse::{PatternError, parse};
pub use template::{Part, Template, parse_template};

/// A pattern: what stands one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// In reading order.
    pub elements: Vec<Element>,
    /// Which of them are flagged and replaced; all where the pattern marks no focus.
    pub focus: std::ops::Range<usize>,
}

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Element {
    /// One word.
    Word(WordPattern),
    /// One of several sequences.
    OneOf(Vec<Vec<Element>>),
    /// A sequence of `OneOf`, or nothing.
    Optional(Vec<Vec<Element>>),
    /// Up to this many words.
    Gap(u8),
    /// One to four words, kept under this number.
    Capture(u8),
}

/// A word of a pattern.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WordPattern {
    /// As written, without its sign.
    pub text: String,
    /// How it matches.
    pub mode: Mode,
}

/// How a word of a pattern matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// A noun, adjective or particle, inflected.
    Inflected,
    /// `~`: a verb, conjugated.
    Conjugated,
    /// `=`: as spelt.
    Exact,
}

/// The most words a `$1` or `...` takes.
pub const LONGEST_GAP: u8 = 4;
