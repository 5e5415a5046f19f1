//! JSON Lines, a file a line: for runs that are read while they go on. A line is an object of
//! `files` of the form `json`; problems are told on the error stream.

use super::{Checked, Ending, Form, Json};
use crate::diagnostic::Language;

/// The form `jsonl`.
#[derive(Clone, Copy, Debug)]
pub struct JsonLines {
    /// The language of messages.
    pub language: Language,
}

impl Form for JsonLines {
    fn start(&self) -> String {
        String::new()
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let language = self.language;
        Json { language }.file(checked) + "\n"
    }

    fn finish(&self, _: &Ending<'_>) -> String {
        String::new()
    }
}
