//! What a configuration means: see [`Settings`].

use std::path::Path;

use serde_saphyr::Spanned;

use super::{ConfigFile, FailOn};
use crate::{
    diagnostic::{Language, Message, Problem},
    engine::Thresholds,
    glossary::place,
    style::Style,
    text::Position,
};

/// How to check.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Only these run, everything where it is empty.
    pub select: Vec<Asked>,
    /// These do not run.
    pub ignore: Vec<Asked>,
    /// Files that lie over the shipped glossaries, those that win last.
    pub glossaries: Vec<Asked>,
    /// What is shown.
    pub thresholds: Thresholds,
    /// From which severity on findings make the run fail.
    pub fail_on: FailOn,
    /// The language of messages.
    pub language: Language,
    /// What the house has chosen.
    pub style: Style,
}

/// A name that a user asked for, and where: what it names may turn out not to exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The name.
    pub name: String,
    /// The file and place it was asked for in; nowhere on the command line.
    pub place: Option<(String, Position)>,
}

impl Asked {
    /// Asked for on the command line.
    pub fn on_the_command_line(name: impl Into<String>) -> Asked {
        Asked {
            name: name.into(),
            place: None,
        }
    }

    /// A problem with it, where it was asked for.
    pub fn problem(&self, message: Message) -> Problem {
        match &self.place {
            Some((path, position)) => Problem::fatal(path, message).at(*position),
            None => Problem::fatal("", message),
        }
    }
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            select: Vec::new(),
            ignore: Vec::new(),
            glossaries: Vec::new(),
            thresholds: Thresholds::default(),
            fail_on: FailOn::Minor,
            language: Language::default(),
            style: Style::default(),
        }
    }
}

impl Settings {
    /// What `file`, which stands at `path`, means.
    pub fn of(path: &str, file: ConfigFile) -> Settings {
        let asked = |it: Spanned<String>| Asked {
            place: Some((path.to_owned(), place(&it))),
            name: it.value,
        };
        let folder = Path::new(path).parent().unwrap_or(Path::new(""));
        let beside = |it: Asked| Asked {
            name: folder.join(&it.name).to_string_lossy().into_owned(),
            place: it.place,
        };
        let defaults = Settings::default();
        Settings {
            select: file.select.into_iter().map(asked).collect(),
            ignore: file.ignore.into_iter().map(asked).collect(),
            glossaries: file.glossary.into_iter().map(asked).map(beside).collect(),
            thresholds: Thresholds {
                severity: file.min_severity.unwrap_or(defaults.thresholds.severity),
                confidence: file
                    .min_confidence
                    .unwrap_or(defaults.thresholds.confidence),
            },
            fail_on: file.fail_on.unwrap_or(defaults.fail_on),
            language: file.language.map_or(defaults.language, Into::into),
            style: file.style,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::load;

    #[test]
    fn paths_are_relative_to_the_file_and_names_keep_their_place() {
        let yaml = "glossary:\n  - own.yaml\nfail-on: never\nlanguage: ar\n";
        let settings = Settings::of("desk/fasih.yaml", load("", yaml).unwrap());
        let glossary = &settings.glossaries[0];
        assert_eq!(glossary.name, "desk/own.yaml");
        let position = Position { line: 2, column: 5 };
        assert_eq!(
            glossary.place,
            Some(("desk/fasih.yaml".to_owned(), position))
        );
        assert_eq!(settings.fail_on, FailOn::Never);
        assert_eq!(settings.language, Language::Arabic);
        assert_eq!(settings.thresholds, Thresholds::default());
    }
}
