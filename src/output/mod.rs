//! What a run found, written for people and for programs: one file a form.
//!
//! A form is written piece by piece, a file at a time and in order, so that neither the texts nor
//! the findings of a large run are held. A form owns its wire types: [`crate::diagnostic`] knows
//! nothing of them.

mod bidi;
mod checkstyle;
mod diff;
mod escape;
mod file_edit;
mod github;
mod gitlab;
mod human;
mod json;
mod jsonl;
mod junit;
mod level;
mod markdown;
mod markdown_text;
mod path;
mod problem;
mod rdjson;
pub mod report;
mod row;
mod sarif;
mod sarif_rules;
mod snippet;
mod tally;
mod tmx;
mod tsv;
mod wording;
mod xlsx;
mod xml;

pub use bidi::{isolate, isolated};
pub use checkstyle::Checkstyle;
pub use diff::unified;
pub use escape::{visible, visible_json};
pub use github::Github;
pub use gitlab::Gitlab;
pub use human::Human;
pub use json::Json;
pub use jsonl::JsonLines;
pub use junit::Junit;
pub use markdown::Markdown;
pub use problem::written as problem;
pub use rdjson::Rdjson;
pub use sarif::Sarif;
pub use tally::Tally;
pub use tmx::tmx;
pub use tsv::Tsv;
pub use xlsx::Xlsx;

use crate::{
    diagnostic::{Message, Problem},
    document::Document,
    engine::Report,
};

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

/// What is known when all files are done.
#[derive(Clone, Copy, Debug)]
pub struct Ending<'a> {
    /// Counts over all files.
    pub tally: &'a Tally,
    /// What was wrong outside the articles.
    pub problems: &'a [Problem],
    /// The status that the process ends with.
    pub status: u8,
    /// Something was said of a file before.
    pub has_files: bool,
}

/// A form of output. The pieces are `start`, then `file` for each file with `between` between two,
/// then `finish`. No piece depends on those before it, so that files are written side by side.
pub trait Form: Sync {
    /// What stands before the first file.
    fn start(&self) -> String;
    /// What stands between two files of which something is said.
    fn between(&self) -> &'static str {
        ""
    }
    /// What is said of a file; empty where that is nothing.
    fn file(&self, checked: &Checked<'_>) -> String;
    /// What stands after the last file.
    fn finish(&self, ending: &Ending<'_>) -> String;
    /// How the pieces of files come to one whole, for a form that cannot be written as they come.
    /// They are its only pieces.
    fn binding(&self) -> Option<&dyn Binding> {
        None
    }
}

/// Makes the whole of a form that begins with what is known last.
pub trait Binding {
    /// The output, of what [`Form::file`] gave for each file.
    ///
    /// # Errors
    ///
    /// What the form cannot hold.
    fn bind(&self, files: &[String], ending: &Ending<'_>) -> Result<Vec<u8>, Message>;
}
