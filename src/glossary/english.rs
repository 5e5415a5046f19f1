//! What an entry avoids in English: checked when a glossary is compiled, kept as written.

use serde_saphyr::Spanned;

use super::{
    compiled::EnglishAvoid,
    load::place,
    schema::{Avoid, Entry},
};
use crate::{
    diagnostic::{Confidence, Severity},
    pattern::{PatternError, parse},
    text::Position,
};

/// An `avoid-en` of `entry`, with what its kind is by default.
///
/// # Errors
///
/// A pattern that cannot be read, with its place.
pub(super) fn english_avoid(
    entry: &Entry,
    avoid: &Avoid,
    (severity, confidence): (Severity, Confidence),
) -> Result<EnglishAvoid, (Position, PatternError)> {
    check(&avoid.find)?;
    avoid.unless.iter().try_for_each(check)?;
    let replacements = avoid.r#use.iter().chain(&avoid.or);
    let mut replacements: Vec<String> = replacements.map(|it| it.value.trim().to_owned()).collect();
    // Nothing takes its place.
    if replacements.is_empty() {
        replacements.push(String::new());
    }
    Ok(EnglishAvoid {
        find: avoid.find.value.clone(),
        replacements,
        unless: avoid.unless.iter().map(|it| it.value.clone()).collect(),
        severity: avoid.severity.or(entry.severity).unwrap_or(severity),
        confidence: avoid.confidence.or(entry.confidence).unwrap_or(confidence),
        why: avoid.why.as_ref().map(|it| (it.en.clone(), it.ar.clone())),
    })
}

fn check(text: &Spanned<String>) -> Result<(), (Position, PatternError)> {
    let wrong = |it: PatternError| (place(text), it);
    let ways = parse(&text.value).map_err(wrong)?.linear();
    ways.map(|_| ()).map_err(|it| {
        wrong(PatternError {
            offset: 0,
            message: format!("{it}: `{}`", text.value),
        })
    })
}
