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
    text.split_whitespace().count()
}
