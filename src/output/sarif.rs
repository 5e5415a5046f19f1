//! SARIF 2.1.0, which GitHub code scanning and many editors read: one run, its rules with their
//! pages, a result a finding.
//!
//! Columns count Unicode code points, as everywhere in fasih, and the run says so. The same places
//! stand beside them in bytes.

use serde::Serialize;

use super::{
    Checked, Ending, Form,
    escape::visible_json,
    file_edit::{FileEdit, edits},
    level::Level,
    path::uri,
    problem::message,
    sarif_rules::{Text, rules},
    wording::with_notes,
};
use crate::{
    diagnostic::{Diagnostic, Language, PlacedFix, Problem},
    document::Document,
    rules,
    text::{InFile, Position, Span},
};

/// The form `sarif`.
#[derive(Clone, Copy, Debug)]
pub struct Sarif {
    /// The language of messages.
    pub language: Language,
}

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule_index: Option<usize>,
    level: &'static str,
    message: Text,
    locations: [Location<'a>; 1],
    partial_fingerprints: Fingerprints<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Cure>,
    properties: Properties<'a>,
}

#[derive(Serialize)]
struct Fingerprints<'a> {
    #[serde(rename = "fasih/v1")]
    content: &'a str,
}

/// What SARIF has no field for.
#[derive(Serialize)]
struct Properties<'a> {
    severity: &'a str,
    confidence: &'a str,
    category: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'a> {
    physical_location: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    logical_locations: Vec<Logical<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

/// The unit of a bilingual file.
#[derive(Serialize)]
struct Logical<'a> {
    name: &'a str,
    kind: &'static str,
}

#[derive(Clone, Serialize)]
struct Artifact {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    /// Behind the last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_offset: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    byte_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    snippet: Option<Content>,
}

#[derive(Serialize)]
struct Content {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Cure {
    description: Text,
    artifact_changes: [Change; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Change {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Content,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Invocation<'a> {
    execution_successful: bool,
    exit_code: u8,
    tool_execution_notifications: Vec<Notification<'a>>,
}

#[derive(Serialize)]
struct Notification<'a> {
    level: &'static str,
    message: Text,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    locations: Vec<Location<'a>>,
}

impl Form for Sarif {
    fn start(&self) -> String {
        let language = match self.language {
            Language::English => "en",
            Language::Arabic => "ar",
        };
        let rules = written(&rules(self.language));
        let version = env!("CARGO_PKG_VERSION");
        format!(
            "{{\"$schema\": \"{SCHEMA}\", \"version\": \"2.1.0\", \"runs\": [{{\n\
             \"tool\": {{\"driver\": {{\"name\": \"fasih\", \"semanticVersion\": \"{version}\", \
             \"language\": \"{language}\", \"rules\": {rules}}}}},\n\
             \"columnKind\": \"unicodeCodePoints\",\n\"results\": [\n"
        )
    }

    fn between(&self) -> &'static str {
        ",\n"
    }

    fn file(&self, checked: &Checked<'_>) -> String {
        let artifact = Artifact {
            uri: uri(checked.path),
        };
        let findings = checked.report.diagnostics.iter();
        let results: Vec<String> = findings
            .map(|it| written(&self.finding(checked.document, &artifact, it)))
            .collect();
        results.join(",\n")
    }

    fn finish(&self, ending: &Ending<'_>) -> String {
        let problems = ending.problems.iter();
        let invocation = written(&Invocation {
            execution_successful: ending.status != 2,
            exit_code: ending.status,
            tool_execution_notifications: problems.map(|it| self.notification(it)).collect(),
        });
        format!("\n],\n\"invocations\": [{invocation}]\n}}]}}\n")
    }
}

impl Sarif {
    fn finding<'a>(
        self,
        document: &Document,
        artifact: &Artifact,
        it: &'a Diagnostic,
    ) -> Finding<'a> {
        let mut region = region(it.start, it.end, it.span);
        region.snippet = Some(Content {
            text: it.found.clone(),
        });
        Finding {
            rule_id: it.origin.rule,
            rule_index: rules::all().position(|rule| rule.id == it.origin.rule),
            level: level(Level::of(it.severity)),
            message: Text::of(&with_notes(it, self.language)),
            locations: [Location {
                physical_location: Physical {
                    artifact_location: artifact.clone(),
                    region: Some(region),
                },
                logical_locations: it
                    .unit
                    .iter()
                    .map(|name| Logical {
                        name,
                        kind: "resource",
                    })
                    .collect(),
            }],
            partial_fingerprints: Fingerprints {
                content: &it.fingerprint,
            },
            fixes: it
                .fixes
                .iter()
                .filter_map(|it| self.cure(document, artifact, it))
                .collect(),
            properties: Properties {
                severity: it.severity.name(),
                confidence: it.confidence.name(),
                category: it.category.name(),
                entry: it.origin.entry.as_deref(),
            },
        }
    }

    /// Nothing for a fix that is words only: its words stand in the message.
    fn cure(self, document: &Document, artifact: &Artifact, fix: &PlacedFix) -> Option<Cure> {
        let replacements: Vec<_> = edits(document, fix).into_iter().map(replacement).collect();
        (!replacements.is_empty()).then(|| Cure {
            description: Text::of(&message(fix.title.text(self.language), self.language)),
            artifact_changes: [Change {
                artifact_location: artifact.clone(),
                replacements,
            }],
        })
    }

    fn notification(self, it: &Problem) -> Notification<'_> {
        let location = || Location {
            physical_location: Physical {
                artifact_location: Artifact { uri: uri(&it.path) },
                region: it.position.map(|at| Region {
                    start_line: at.line,
                    start_column: at.column,
                    end_line: None,
                    end_column: None,
                    byte_offset: None,
                    byte_length: None,
                    snippet: None,
                }),
            },
            logical_locations: Vec::new(),
        };
        Notification {
            level: level(Level::of_problem(it.fatal)),
            message: Text::of(&message(it.message.text(self.language), self.language)),
            locations: (!it.path.is_empty()).then(location).into_iter().collect(),
        }
    }
}

fn replacement(edit: FileEdit) -> Replacement {
    Replacement {
        deleted_region: region(edit.start, edit.end, edit.span),
        inserted_content: Content { text: edit.text },
    }
}

fn region(start: Position, end: Position, span: Span<InFile>) -> Region {
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: Some(end.line),
        end_column: Some(end.column),
        byte_offset: Some(span.start()),
        byte_length: Some(span.len()),
        snippet: None,
    }
}

pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

fn written<T: Serialize>(value: &T) -> String {
    visible_json(serde_json::to_string(value).expect("plain data is JSON"))
}
