//! English phrases that entries avoid (`avoid-en`): found in a text, and rewritten.
//!
//! A word of a pattern stands for every form of its lemma. There are hundreds of patterns, not
//! thousands, and English has no clitics: each word of a text is looked up among the words that patterns
//! begin with, and the rest is walked.

mod rewrite;
mod walk;

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::{
    english::{English, EnglishKind, lemmas},
    glossary::{EnglishAvoid, EntryRef, Glossaries},
    pattern::{Item, Linear, parse},
};

pub use rewrite::{Rewritten, rewrite};
use walk::{Step, Walk};

/// The `avoid-en` of all entries, by the words they begin with.
#[derive(Debug, Default)]
pub struct Phrases {
    avoids: Vec<(EntryRef, usize, Vec<Way>)>,
    ways: Vec<(usize, Way)>,
    by_first: FxHashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Way {
    steps: Vec<Step>,
    focus: Range<usize>,
}

/// An `avoid-en` found in a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// The entry.
    pub entry: EntryRef,
    /// The number of the avoid.
    pub avoid: usize,
    /// Tokens of the segment.
    pub focus: Range<usize>,
    /// What each `$1` took.
    pub captures: Vec<(u8, Range<usize>)>,
    /// The words of the focus that the pattern names: the token, and the lemma.
    pub heads: Vec<(usize, String)>,
}

impl Phrases {
    /// Reads the patterns of `glossaries`.
    pub fn of(glossaries: &Glossaries) -> Phrases {
        let mut phrases = Phrases::default();
        for (at, entry) in glossaries.entries() {
            for (number, avoid) in entry.avoid_en.iter().enumerate() {
                phrases.add(at, number, avoid);
            }
        }
        phrases
    }

    fn add(&mut self, entry: EntryRef, number: usize, avoid: &EnglishAvoid) {
        let unless = avoid.unless.iter().flat_map(|it| ways(it)).collect();
        let place = self.avoids.len();
        self.avoids.push((entry, number, unless));
        for way in ways(&avoid.find) {
            let Some(Step::Words(first)) = way.steps.first() else {
                continue;
            };
            for alternative in first {
                if let Some(word) = alternative.first() {
                    let known = self.by_first.entry(word.clone()).or_default();
                    if known.last() != Some(&self.ways.len()) {
                        known.push(self.ways.len());
                    }
                }
            }
            self.ways.push((place, way));
        }
    }

    /// What of the patterns stands in `english`, in order; of two that overlap, the longer.
    pub fn find(&self, english: &English) -> Vec<Phrase> {
        let mut found: Vec<Phrase> = Vec::new();
        for at in 0..english.tokens.len() {
            if english.tokens[at].kind != EnglishKind::Word {
                continue;
            }
            let sentence = english.sentence(english.tokens[at].sentence);
            let mut tried: Vec<usize> = Vec::new();
            for lemma in lemmas(english.fold(at)) {
                for number in self.by_first.get(&lemma).into_iter().flatten() {
                    if tried.contains(number) {
                        continue;
                    }
                    tried.push(*number);
                    found.extend(self.fit(*number, english, at, &sentence));
                }
            }
        }
        found.sort_by_key(|it| (std::cmp::Reverse(it.focus.len()), it.focus.start));
        let mut kept: Vec<Phrase> = Vec::new();
        for it in found {
            let meets = |other: &Phrase| {
                other.focus.start < it.focus.end && it.focus.start < other.focus.end
            };
            if !kept
                .iter()
                .any(|other| other.entry == it.entry && meets(other))
            {
                kept.push(it);
            }
        }
        kept.sort_by_key(|it| it.focus.start);
        kept
    }

    fn fit(
        &self,
        number: usize,
        english: &English,
        at: usize,
        sentence: &Range<usize>,
    ) -> Option<Phrase> {
        let (avoid, way) = &self.ways[number];
        let places = Walk::new(english, sentence.end).places(&way.steps, at)?;
        let (entry, avoid, unless) = &self.avoids[*avoid];
        let silenced = unless.iter().any(|it| {
            let mut starts = sentence.clone();
            starts.any(|at| {
                Walk::new(english, sentence.end)
                    .places(&it.steps, at)
                    .is_some()
            })
        });
        if silenced {
            return None;
        }
        let first = &places[way.focus.start];
        let last = &places[way.focus.end - 1];
        let mut captures = Vec::new();
        let mut heads = Vec::new();
        for (number, (step, place)) in way.steps.iter().zip(&places).enumerate() {
            match step {
                Step::Capture(kept) => captures.push((*kept, place.clone())),
                Step::Words(words) if way.focus.contains(&number) => {
                    heads.extend(walk::lemmas_at(words, english, place));
                }
                Step::Words(_) | Step::Gap(_) => {}
            }
        }
        Some(Phrase {
            entry: *entry,
            avoid: *avoid,
            focus: first.start..last.end,
            captures,
            heads,
        })
    }
}

/// The ways through a pattern; none where it cannot be read.
fn ways(pattern: &str) -> Vec<Way> {
    let ways = parse(pattern).map(|it| it.linear().unwrap_or_default());
    ways.unwrap_or_default().iter().map(way).collect()
}

fn way(way: &Linear) -> Way {
    let step = |item: &Item| match item {
        Item::Gap(most) => Step::Gap(usize::from(*most)),
        Item::Capture(kept) => Step::Capture(*kept),
        Item::Words(words) => Step::Words(words.iter().map(|it| spelt(&it.text)).collect()),
    };
    Way {
        steps: way.items.iter().map(step).collect(),
        focus: way.focus.clone(),
    }
}

/// A word of a pattern as the scan cuts it: `martyrdom-seeking` is two words, and `Moscow's` too.
fn spelt(word: &str) -> Vec<String> {
    let english = English::scan(word);
    let folds = (0..english.tokens.len()).map(|it| english.fold(it).to_owned());
    folds.filter(|it| !it.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pattern: &str, text: &str, expect: Option<&str>) {
        let way = &ways(pattern)[0];
        let english = English::scan(text);
        let found = (0..english.tokens.len()).find_map(|at| {
            let end = english.sentence(english.tokens[at].sentence).end;
            let places = Walk::new(&english, end).places(&way.steps, at)?;
            let focus = &places[way.focus.clone()];
            Some(focus.first()?.start..focus.last()?.end)
        });
        let found = found.map(|it| {
            let (first, last) = (
                english.tokens[it.start].span,
                english.tokens[it.end - 1].span,
            );
            &text[first.cover(last).range()]
        });
        assert_eq!(found, expect);
    }

    #[test]
    fn patterns_find_any_form_and_stop_at_marks() {
        check(
            "<stress on>",
            "He stressed on the truce.",
            Some("stressed on"),
        );
        check(
            "ball ..2 in <pitch>",
            "The ball is now in Moscow, a pitch.",
            None,
        );
        check(
            "ball ..2 in <pitch>",
            "The ball is in pitch 4.",
            Some("pitch"),
        );
        check(
            "<(self-sacrifice) operation>",
            "Two self-sacrifice operations.",
            Some("self-sacrifice operations"),
        );
        check(
            "<hold $1 the responsibility>",
            "It held the army and police the responsibility.",
            Some("held the army and police the responsibility"),
        );
    }
}
