//! The quality of a text in MQM points: see [`Score`].

use crate::diagnostic::Diagnostic;

/// Penalty points of a text, and what they make of 100.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// The sum of the points of all findings.
    pub penalty: f64,
    /// Points for 1,000 words.
    pub per_1000_words: f64,
    /// From 100, a fault a word away from 0: `max(0, 100 − per_1000_words / 10)`.
    pub value: f64,
}

impl Score {
    /// The score of a text of `words` words.
    pub fn of(diagnostics: &[Diagnostic], words: usize) -> Score {
        let points = diagnostics.iter().map(|it| it.severity.points());
        Score::of_points(f64::from(points.sum::<u32>()), words)
    }

    /// The score of a text of `words` words with `penalty` points.
    pub fn of_points(penalty: f64, words: usize) -> Score {
        #[allow(clippy::cast_precision_loss)]
        let per_1000_words = 1000.0 * penalty / words.max(1) as f64;
        let value = (100.0 - per_1000_words / 10.0).max(0.0);
        Score {
            penalty,
            per_1000_words,
            value,
        }
    }
}

/// Runs between white space.
pub fn word_count(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut count = 0;
    let mut inside = false;
    let mut at = 0;
    while at < bytes.len() {
        // The leads of C2, E1, E2 and E3 begin the only characters beyond ASCII that are white space.
        let (space, len) = match bytes[at] {
            byte @ 0..=0x7F => (byte.is_ascii_whitespace() || byte == 0x0B, 1),
            0xC2 | 0xE1..=0xE3 => {
                let c = text[at..].chars().next().unwrap_or(' ');
                (c.is_whitespace(), c.len_utf8())
            }
            0xC3..=0xDF => (false, 2),
            _ => (false, 1),
        };
        count += usize::from(!space && !inside);
        inside = !space;
        at += len;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn words_are_runs_between_white_space(text in "[a ة\\t\\n\u{a0}\u{2003}\u{3000}…]{0,20}") {
            prop_assert_eq!(word_count(&text), text.split_whitespace().count());
        }
    }
}
