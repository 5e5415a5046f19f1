//! A score as the page shows it: see [`ScoreView`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    diagnostic::{Diagnostic, Severity},
    engine::{Faults, Score},
};

/// What a text comes to, in numbers that a template can print: to one decimal.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct ScoreView {
    /// From 0 to 100.
    pub(super) value: f64,
    /// The lower bound of its confidence interval.
    pub(super) low: f64,
    /// The upper one.
    pub(super) high: f64,
    pub(super) words: usize,
    pub(super) findings: u32,
    /// Worst first, as the table's columns stand.
    pub(super) severities: Vec<u32>,
    /// Heaviest first.
    pub(super) categories: Vec<CategoryRow>,
}

/// A category of MQM and its part of the penalty.
#[derive(Clone, Debug, Serialize)]
pub(super) struct CategoryRow {
    pub(super) name: &'static str,
    pub(super) points: u32,
    pub(super) findings: u32,
    /// Of the heaviest category, in percent.
    pub(super) share: f64,
}

/// Faults by category.
#[derive(Clone, Debug, Default)]
pub(super) struct ByCategory(BTreeMap<&'static str, Faults>);

/// Penalty and words of a text in an earlier result of `fasih check --format json`.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(super) struct Past {
    pub(super) penalty: f64,
    pub(super) words: usize,
}

impl ByCategory {
    pub(super) fn of(diagnostics: &[Diagnostic]) -> ByCategory {
        let mut found: BTreeMap<&'static str, Faults> = BTreeMap::new();
        for it in diagnostics {
            let faults = found.entry(it.category.name()).or_default();
            faults.add(Faults::of([it]));
        }
        ByCategory(found)
    }

    pub(super) fn add(&mut self, other: &ByCategory) {
        for (name, faults) in &other.0 {
            self.0.entry(name).or_default().add(*faults);
        }
    }

    /// The score of a text of `words` words with these faults.
    pub(super) fn score(&self, words: usize) -> ScoreView {
        let mut all = Faults::default();
        self.0.values().for_each(|it| all.add(*it));
        let score = Score::of_points(f64::from(all.points()), words);
        let interval = all.interval(words);
        let value = |per_1000_words: f64| tenths((100.0 - per_1000_words / 10.0).max(0.0));
        let mut categories: Vec<CategoryRow> = self
            .0
            .iter()
            .map(|(name, faults)| CategoryRow {
                name,
                points: faults.points(),
                findings: faults.count(),
                share: 0.0,
            })
            .collect();
        categories.sort_by_key(|it| std::cmp::Reverse((it.points, it.findings)));
        let heaviest = categories.first().map_or(1, |it| it.points.max(1));
        for row in &mut categories {
            row.share = tenths(100.0 * f64::from(row.points) / f64::from(heaviest));
        }
        ScoreView {
            value: tenths(score.value),
            low: value(interval.high),
            high: value(interval.low),
            words,
            findings: all.count(),
            severities: Severity::ALL
                .iter()
                .rev()
                .map(|it| all.by_severity[*it as usize])
                .collect(),
            categories,
        }
    }
}

impl Past {
    pub(super) fn value(self) -> f64 {
        tenths(Score::of_points(self.penalty, self.words).value)
    }
}

/// More than one decimal would be noise.
pub(super) fn tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
