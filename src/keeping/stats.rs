//! What a set of glossaries consists of, in figures: see [`Stats`].

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    glossary::{Kind, Loaded, test_lines},
    marked,
};

/// Counts over glossaries.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// Files.
    pub files: usize,
    /// Entries.
    pub entries: usize,
    /// Entries by their kind.
    pub kinds: BTreeMap<&'static str, usize>,
    /// Entries that avoid something.
    pub avoiding: usize,
    /// Patterns they avoid.
    pub patterns: usize,
    /// Entries whose literal rendering is good Arabic.
    pub harmless: usize,
    /// Sentences that show what is found.
    pub firing_tests: usize,
    /// Sentences that show what is left alone.
    pub silent_tests: usize,
    /// Declared words.
    pub words: usize,
    /// Entries that tell no `source`.
    pub without_source: usize,
    /// Entries that tell no `date`.
    pub without_date: usize,
    /// Entries by their `status`, where they tell it.
    pub statuses: BTreeMap<String, usize>,
}

impl Stats {
    /// The figures of `glossaries`.
    pub fn of(glossaries: &[Loaded]) -> Stats {
        let mut stats = Stats {
            files: glossaries.len(),
            ..Stats::default()
        };
        for loaded in glossaries {
            stats.words += loaded.glossary.words.len();
            for entry in &loaded.glossary.entries {
                let kind = entry.kind.or(loaded.glossary.kind).unwrap_or(Kind::Term);
                stats.entries += 1;
                *stats.kinds.entry(kind_name(kind)).or_default() += 1;
                stats.avoiding += usize::from(!entry.avoid.is_empty());
                stats.patterns += entry.avoid.len();
                stats.harmless += usize::from(entry.harmless.is_some());
                stats.words += entry.words.len();
                stats.without_source += usize::from(entry.source.is_none());
                stats.without_date += usize::from(entry.date.is_none());
                if let Some(status) = &entry.status {
                    *stats.statuses.entry(status.clone()).or_default() += 1;
                }
                for line in test_lines(entry) {
                    match marked::strip(line.marked) {
                        Ok(bare) if bare.marks.is_empty() => stats.silent_tests += 1,
                        _ => stats.firing_tests += 1,
                    }
                }
            }
        }
        stats
    }
}

/// A kind as glossaries name it.
pub fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Idiom => "idiom",
        Kind::Sense => "sense",
        Kind::Term => "term",
        Kind::Calque => "calque",
        Kind::Title => "title",
        Kind::Name => "name",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::load;

    #[test]
    fn entries_patterns_and_tests_are_counted() {
        let yaml = "title: x\nkind: idiom\nwords: [{noun: د}]\nentries:\n  - id: a\n    ar: ج\n    avoid: [{find: د}, {find: ه}]\n    source: s\n    tests: |\n      {د|ج}\n      ج\n  - {id: b, kind: name, ar: و, status: new}\n";
        let stats = Stats::of(&[load("g.yaml", yaml).unwrap()]);
        assert_eq!((stats.entries, stats.avoiding, stats.patterns), (2, 1, 2));
        assert_eq!((stats.firing_tests, stats.silent_tests), (1, 1));
        assert_eq!(stats.kinds, BTreeMap::from([("idiom", 1), ("name", 1)]));
        assert_eq!((stats.without_source, stats.without_date), (1, 2));
        assert_eq!((stats.words, stats.statuses["new"]), (1, 1));
    }
}
