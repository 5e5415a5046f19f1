//! Applies fixes until none is left: see [`fix`].

use super::linter::{Linter, Report};
use crate::{
    diagnostic::{Applicability, Diagnostic, PlacedFix},
    document::{Document, Format},
    text::{Edit, apply, conflict},
};

/// A file with its fixes made.
#[derive(Debug)]
pub struct Fixed {
    /// The bytes of the file, in its own encoding.
    pub bytes: Vec<u8>,
    /// How many findings were fixed.
    pub applied: usize,
    /// What is left in the fixed file.
    pub report: Report,
}

/// The most rounds; each makes the text better or ends the work.
const MOST_ROUNDS: usize = 10;

/// Makes every `safe` fix in `bytes`, with `unsafe_too` also the first `suggested` one of each
/// finding, and checks again beside `source`, until nothing is left to do: fixing twice equals fixing once.
pub fn fix(
    linter: &Linter,
    path: &str,
    bytes: Vec<u8>,
    format: Format,
    source: Option<&Document>,
    unsafe_too: bool,
) -> Fixed {
    let mut bytes = bytes;
    let mut applied = 0;
    let mut seen = vec![fnv(&bytes)];
    for _ in 0..MOST_ROUNDS {
        let (document, _) = Document::parse(path, bytes.clone(), format);
        let report = linter.check(&document, source);
        let (edits, count) = choose(&report.diagnostics, unsafe_too);
        if edits.is_empty() {
            return Fixed {
                bytes,
                applied,
                report,
            };
        }
        let next = apply(&bytes, &edits);
        let hash = fnv(&next);
        // Two rules that undo each other would go round forever: stop before the second round.
        if seen.contains(&hash) {
            return Fixed {
                bytes,
                applied,
                report,
            };
        }
        seen.push(hash);
        bytes = next;
        applied += count;
    }
    let (document, _) = Document::parse(path, bytes.clone(), format);
    let report = linter.check(&document, source);
    Fixed {
        bytes,
        applied,
        report,
    }
}

/// The edits of one round, and how many findings they mend. Findings of one fault may share an
/// edit; a fix that is in the way of one chosen before waits for the next round.
fn choose(diagnostics: &[Diagnostic], unsafe_too: bool) -> (Vec<Edit>, usize) {
    let mut edits: Vec<Edit> = Vec::new();
    let mut count = 0;
    for diagnostic in diagnostics {
        let Some(fix) = wanted(diagnostic, unsafe_too) else {
            continue;
        };
        let fits = |edit: &Edit| {
            edits
                .iter()
                .all(|it| it == edit || !conflict(it.span, edit.span))
        };
        if fix.edits.iter().all(fits) {
            for edit in &fix.edits {
                if !edits.contains(edit) {
                    edits.push(edit.clone());
                }
            }
            count += 1;
        }
    }
    (edits, count)
}

fn wanted(diagnostic: &Diagnostic, unsafe_too: bool) -> Option<&PlacedFix> {
    let first = diagnostic.fixes.first()?;
    let allowed = match first.applicability {
        Applicability::Safe => true,
        Applicability::Suggested => unsafe_too,
        Applicability::Display => false,
    };
    (allowed && !first.edits.is_empty()).then_some(first)
}

fn fnv(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, step)
}
