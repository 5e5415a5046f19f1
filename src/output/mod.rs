//! What a run found, written for people and for programs: one file a form.
//!
//! A form is written piece by piece, a file at a time and in order, so that neither the texts nor
//! the findings of a large run are held. A form owns its wire types: [`crate::diagnostic`] knows
//! nothing of them.

mod bidi;
mod diff;
mod escape;
mod human;
mod json;
mod problem;
pub mod report;
mod snippet;
mod tally;
mod tmx;

pub use bidi::{isolate, isolated};
pub use diff::unified;
pub use escape::{visible, visible_json};
pub use human::Human;
pub use json::Json;
pub use problem::written as problem;
pub use tally::Tally;
pub use tmx::tmx;

use crate::{diagnostic::Problem, document::Document, engine::Report};

/// A file and what was found in it.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// The file, as the user named it.
    pub path: &'a str,
    /// The id of the document, where the file holds several.
    pub id: Option<&'a str>,
    /// The file it was translated from.
    pub source: Option<&'a str>,
    /// The file as read.
    pub document: &'a Document,
    /// What was found.
    pub report: &'a Report,
    /// How many findings were fixed before, where fixing was asked for.
    pub fixed: Option<usize>,
}

/// A form of output. The pieces are `start`, then `file` for each file with `between` between two,
/// then `finish`. No piece depends on those before it, so that files are written side by side.
pub trait Form: Sync {
    /// What stands before the first file.
    fn start(&self) -> String;
    /// What stands between two files.
    fn between(&self) -> &'static str;
    /// What is said of a file.
    fn file(&self, checked: &Checked<'_>) -> String;
    /// What stands after the last file.
    fn finish(&self, tally: &Tally, problems: &[Problem]) -> String;
}
