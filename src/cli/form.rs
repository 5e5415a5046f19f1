//! The form of the output, by the name it has on the command line.

use super::args::FormatName;
use crate::{
    config::FailOn,
    diagnostic::Language,
    output::{
        Checkstyle, Form, Github, Gitlab, Human, Json, JsonLines, Junit, Markdown, Rdjson, Sarif,
        Tsv, Xlsx,
    },
};

/// What some forms are told beside their name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shown {
    /// The language of messages.
    pub(super) language: Language,
    /// For a terminal with colours.
    pub(super) color: bool,
    /// What makes the run fail.
    pub(super) fail_on: FailOn,
}

/// The form called `name`.
pub(super) fn form(name: FormatName, shown: Shown) -> Box<dyn Form> {
    let Shown {
        language,
        color,
        fail_on,
    } = shown;
    match name {
        FormatName::Human => Box::new(Human { language, color }),
        FormatName::Json => Box::new(Json { language }),
        FormatName::Jsonl => Box::new(JsonLines { language }),
        FormatName::Sarif => Box::new(Sarif { language }),
        FormatName::Github => Box::new(Github { language }),
        FormatName::Gitlab => Box::new(Gitlab { language }),
        FormatName::Junit => Box::new(Junit { language, fail_on }),
        FormatName::Checkstyle => Box::new(Checkstyle { language }),
        FormatName::Rdjson => Box::new(Rdjson { language }),
        FormatName::Tsv => Box::new(Tsv { language }),
        FormatName::Xlsx => Box::new(Xlsx { language }),
        FormatName::Markdown => Box::new(Markdown { language }),
    }
}
