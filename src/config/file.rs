//! The YAML of a configuration, key by key. Doc comments here are the text of the JSON Schema,
//! which an editor shows while a key is typed.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_saphyr::Spanned;

use crate::{
    diagnostic::{Confidence, Language, Severity},
    style::Style,
};

/// How fasih checks the files below the folder that this file stands in.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ConfigFile {
    /// Only these run: rules (`group/name`), groups, or ids of glossary entries.
    #[schemars(with = "Vec<String>")]
    pub select: Vec<Spanned<String>>,
    /// These do not run: rules (`group/name`), groups, or ids of glossary entries.
    #[schemars(with = "Vec<String>")]
    pub ignore: Vec<Spanned<String>>,
    /// Glossaries that lie over the shipped ones, a later one over an earlier one. Paths are
    /// relative to this file.
    #[schemars(with = "Vec<String>")]
    pub glossary: Vec<Spanned<String>>,
    /// Nothing milder is shown.
    pub min_severity: Option<Severity>,
    /// Nothing less sure is shown.
    pub min_confidence: Option<Confidence>,
    /// The run ends with status 1 when something this bad is found.
    pub fail_on: Option<FailOn>,
    /// The language of messages.
    pub language: Option<LanguageName>,
    /// What the house has chosen where practice differs.
    pub style: Style,
}

/// From which severity on findings make a run fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FailOn {
    /// From style advice on.
    Neutral,
    /// From small faults on.
    Minor,
    /// From faults that mislead on.
    Major,
    /// Only faults that turn the sense around.
    Critical,
    /// Findings never make it fail.
    Never,
}

impl FailOn {
    /// Whether a finding of `severity` makes the run fail.
    pub fn is_met_by(self, severity: Severity) -> bool {
        match self {
            FailOn::Neutral => true,
            FailOn::Minor => severity >= Severity::Minor,
            FailOn::Major => severity >= Severity::Major,
            FailOn::Critical => severity >= Severity::Critical,
            FailOn::Never => false,
        }
    }
}

/// The language of messages, by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LanguageName {
    /// Arabic.
    Ar,
    /// English.
    En,
}

impl From<LanguageName> for Language {
    fn from(it: LanguageName) -> Language {
        match it {
            LanguageName::Ar => Language::Arabic,
            LanguageName::En => Language::English,
        }
    }
}

/// The JSON Schema of `fasih.yaml`.
///
/// # Panics
///
/// Never: a schema is plain JSON.
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(ConfigFile);
    serde_json::to_string_pretty(&schema).expect("a schema is plain JSON") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_names_the_keys_as_the_command_line_does() {
        let schema: serde_json::Value = serde_json::from_str(&json_schema()).unwrap();
        let keys: Vec<&str> = schema["properties"]
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        for key in ["select", "glossary", "min-severity", "fail-on", "style"] {
            assert!(keys.contains(&key), "{keys:?}");
        }
        assert_eq!(schema["additionalProperties"], false);
    }
}
