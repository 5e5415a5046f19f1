//! *fasih* (فصيح, "well-spoken") checks machine-translated Arabic.
//!
//! It aligns an article with glossary entries and flags garbled renderings, each with a suggested
//! fix. [`engine::Linter`] is the way in: it checks a [`document::Document`] and gives a
//! [`engine::Report`].
//!
//! ```
//! use fasih::{document::{Document, Format}, engine::Linter};
//!
//! let linter = Linter::shipped();
//! let article = "أصبحت الكرة الآن في محكمة روسيا.".as_bytes().to_vec();
//! let (document, _) = Document::parse("article.txt", article, Format::Plain);
//! let report = linter.check(&document, None);
//! assert_eq!(report.diagnostics[0].found, "محكمة");
//! assert_eq!(report.diagnostics[0].fixes[0].replacements, ["ملعب"]);
//! ```
//!
//! The modules stand in layers, lowest first, a blank line between two. A module uses only those
//! of the layers above its own here; `tests/tidy.rs` reads the layers from this file.

// Places in a text. Knows no language.
pub mod text;

// Numbers, whatever the language.
pub mod quantity;

// What is true of a language, and of a finding.
pub mod arabic;
pub mod diagnostic;

// What is true of the other language.
pub mod english;

// What a house may choose; how names are spelt.
pub mod names;
pub mod style;

// Findings written into the text they were found in; what to look for, as data.
pub mod marked;
pub mod pattern;

// Files by their format; many patterns at once over one segment.
pub mod document;
pub mod matcher;

// What an editor writes, and what it comes to.
pub mod glossary;

// The shipped glossaries.
pub mod bundled;

// English that entries avoid, found and rewritten.
pub mod phrases;

// A translation beside its source.
pub mod align;

// What a rule is.
pub mod rule;

// The rules, one a file.
pub mod rules;

// Running them.
pub mod engine;

// What people decide about findings, and the glossaries they keep.
pub mod keeping;

// `fasih.yaml`.
pub mod config;

// What was found, written down.
pub mod output;

// The disk.
pub mod world;

// The program.
pub mod cli;
