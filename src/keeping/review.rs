//! The decisions of an editor, as the review page exports them: see [`Review`]. Doc comments here are
//! the text of `docs/review.schema.json`.

use std::fmt::Write;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The version of the format that this program writes and reads.
pub const SCHEMA: u32 = 1;

/// What an editor decided about the findings of some articles. Readers ignore unknown fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Review {
    /// The version of fasih that made the report.
    pub fasih: String,
    /// The version of this format: 1.
    pub schema: u32,
    /// The articles, in the order of the report; those without a decision may be missing.
    pub articles: Vec<ReviewedArticle>,
}

/// The decisions about one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReviewedArticle {
    /// The file, as it was named when the report was made.
    pub path: String,
    /// SHA-256 of the bytes of the file as it was then, in lower-case hexadecimal.
    pub sha256: String,
    /// In the order of the text.
    pub decisions: Vec<Decision>,
}

/// What was decided about one finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Decision {
    /// Names the finding by its content, as in the JSON of `fasih check`.
    pub fingerprint: String,
    /// `group/name` of the rule.
    pub rule: String,
    /// The glossary entry, if the finding comes from one.
    pub entry: Option<String>,
    /// The first byte of the finding in the file.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// The words that were flagged, as the reader reads them.
    pub found: String,
    /// The paragraph or unit that they stand in, before any change.
    pub context: String,
    /// What was decided.
    pub decision: Verdict,
    /// What takes the place of `found`; null where it was rejected.
    pub replacement: Option<String>,
    /// Every change that the decision makes, those beyond `found` too; empty where it was rejected.
    #[serde(default)]
    pub edits: Vec<Change>,
}

/// What an editor says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Right, and the fix is good.
    Accept,
    /// Not a fault.
    Reject,
    /// Right, but the editor wrote another text.
    Edit,
}

/// Bytes of the file, and the text that takes their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Change {
    /// The first byte that is replaced.
    pub start: usize,
    /// The byte after the last; `start` for an insertion.
    pub end: usize,
    /// What takes their place, as the reader reads it: the encoding and the escapes of the format are
    /// added when it is written.
    pub replacement: String,
}

/// SHA-256 of `bytes`, in lower-case hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// Reads an exported review.
///
/// # Errors
///
/// Text that is no such JSON, or of a later version of the format.
pub fn read(json: &str) -> Result<Review, String> {
    let review: Review = serde_json::from_str(json.trim_start_matches('\u{FEFF}'))
        .map_err(|error| error.to_string())?;
    if review.schema == SCHEMA {
        Ok(review)
    } else {
        Err(format!(
            "schema {} is not known; this fasih reads schema {SCHEMA}",
            review.schema
        ))
    }
}

/// The JSON Schema of a review.
///
/// # Panics
///
/// Never: a schema is plain JSON.
pub fn json_schema() -> String {
    let schema = schemars::schema_for!(Review);
    serde_json::to_string_pretty(&schema).expect("a schema is plain JSON") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_what_sha256sum_prints() {
        let known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest(b"abc"), known);
    }

    #[test]
    fn a_later_format_is_refused_and_unknown_fields_are_not() {
        let later = r#"{"fasih": "9.0.0", "schema": 2, "articles": []}"#;
        assert!(read(later).unwrap_err().contains("schema 2"));
        let more = r#"{"fasih": "0.1.0", "schema": 1, "articles": [], "more": 1}"#;
        assert_eq!(read(more).unwrap().articles, []);
    }
}
