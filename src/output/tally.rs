//! What a run comes to: see [`Tally`].

use std::collections::BTreeMap;

use crate::{
    diagnostic::Severity,
    engine::{Report, Score},
};

/// Counts over all files of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tally {
    /// Files that were read.
    pub files: usize,
    /// Findings by rule.
    pub by_rule: BTreeMap<&'static str, usize>,
    /// Findings by severity, in the order of [`Severity::ALL`].
    pub by_severity: [usize; Severity::ALL.len()],
    /// Runs between white space.
    pub words: usize,
    /// Findings that the files themselves silence.
    pub suppressed: usize,
    /// Findings that were fixed.
    pub fixed: usize,
    /// MQM penalty points.
    pub penalty: f64,
}

impl Tally {
    /// The tally of one file.
    pub fn of(report: &Report, fixed: Option<usize>) -> Tally {
        let mut tally = Tally {
            files: 1,
            words: report.words,
            suppressed: report.suppressed,
            fixed: fixed.unwrap_or(0),
            penalty: report.score.penalty,
            ..Tally::default()
        };
        for diagnostic in &report.diagnostics {
            *tally.by_rule.entry(diagnostic.origin.rule).or_default() += 1;
            tally.by_severity[diagnostic.severity as usize] += 1;
        }
        tally
    }

    /// Adds the tally of other files.
    pub fn add(&mut self, other: Tally) {
        self.files += other.files;
        self.words += other.words;
        self.suppressed += other.suppressed;
        self.fixed += other.fixed;
        self.penalty += other.penalty;
        for (rule, count) in other.by_rule {
            *self.by_rule.entry(rule).or_default() += count;
        }
        for (sum, count) in self.by_severity.iter_mut().zip(other.by_severity) {
            *sum += count;
        }
    }

    /// All findings.
    pub fn findings(&self) -> usize {
        self.by_severity.iter().sum()
    }

    /// How many findings have each severity, mildest first.
    pub fn severities(&self) -> impl DoubleEndedIterator<Item = (Severity, usize)> {
        Severity::ALL.into_iter().zip(self.by_severity)
    }

    /// The score of all files as one text, by the formula of [`Score`].
    pub fn score(&self) -> Score {
        Score::of_points(self.penalty, self.words)
    }
}
