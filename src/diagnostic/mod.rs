//! What is said of a text: how bad, how sure, where, and how to mend it. Knows places, not rules.
//!
//! A rule makes a [`Finding`], whose places count in the segment that the rule read. The engine
//! turns it into a [`Diagnostic`], whose places count in the file, and nothing else reaches a
//! renderer. What a user wrote wrong (an article that is no text, a glossary with a bad pattern)
//! is a [`Diagnostic`] too, without a rule.

mod finding;
mod grade;
mod message;
mod placed;

pub use finding::{Finding, Fix, Replacement};
pub use grade::{Applicability, Category, Confidence, Severity};
pub use message::{Language, Message};
pub use placed::{Diagnostic, Origin, PlacedFix, Problem};
