//! Where the English of glossary entries stands in a source: see [`Concepts`].

use rustc_hash::FxHashMap;

use super::sides::{Sentence, Source};
use crate::{
    english::{English, EnglishKind, lemma::is_form_of},
    glossary::{EntryRef, Glossaries, Kind},
    pattern::{Item, parse},
};

/// How an entry is known to be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Its English stands there, which may have another sense too.
    Term,
    /// Its English stands there and has no other sense, or one of its `needs` of several words does.
    Sense,
}

/// An entry whose English stands in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concept {
    /// The entry.
    pub entry: EntryRef,
    /// How it is known.
    pub evidence: Evidence,
    /// The tokens of the segment that say so.
    pub tokens: std::ops::Range<usize>,
}

/// The English of all entries, indexed by a word of each.
#[derive(Debug, Default)]
pub struct Concepts {
    ways: Vec<Way>,
    /// Ways by the first word of their anchor.
    by_word: FxHashMap<String, Vec<usize>>,
}

#[derive(Debug)]
struct Way {
    entry: EntryRef,
    evidence: Evidence,
    steps: Vec<Step>,
    /// The step it waits at.
    anchor: usize,
}

#[derive(Debug)]
enum Step {
    /// One of these words, in any form.
    Words(Vec<String>),
    /// Up to this many tokens.
    Gap(usize),
}

/// Words that an entry's English may write and a text leave out or change.
const LIGHT: [&str; 12] = [
    "the",
    "a",
    "an",
    "to",
    "ones",
    "one",
    "someone",
    "somebody",
    "something",
    "sb",
    "sth",
    "your",
];

impl Concepts {
    /// Indexes the entries of `glossaries` that say what they are in English, names apart.
    pub fn of(glossaries: &Glossaries) -> Concepts {
        let mut concepts = Concepts::default();
        for (at, entry) in glossaries.entries() {
            if entry.kind == Kind::Name {
                continue;
            }
            let own = if entry.only_sense || entry.kind == Kind::Idiom {
                Evidence::Sense
            } else {
                Evidence::Term
            };
            for english in std::iter::once(&entry.en).chain(&entry.also_en) {
                concepts.add(at, english, own);
            }
            // One bare word has more senses than one, unless the entry says otherwise.
            for english in &entry.needs {
                let bare = english
                    .split_whitespace()
                    .filter(|it| !matches!(*it, "of" | "the" | "a"))
                    .count()
                    < 2;
                let evidence = if bare { own } else { Evidence::Sense };
                concepts.add(at, english, evidence);
            }
        }
        concepts
    }

    fn add(&mut self, entry: EntryRef, english: &str, evidence: Evidence) {
        // What no pattern is written as (a remark in brackets) is left alone.
        let Ok(ways) = parse(english).map(|it| it.linear().unwrap_or_default()) else {
            return;
        };
        for way in ways {
            let mut steps: Vec<Step> = Vec::new();
            for item in &way.items {
                match item {
                    Item::Gap(most) => steps.push(Step::Gap(usize::from(*most))),
                    Item::Capture(_) => steps.push(Step::Gap(5)),
                    Item::Words(words) => {
                        // `$1's court`, `cease-fire`: words of a text end where these marks stand.
                        let plain: Vec<String> =
                            words.iter().map(|it| it.text.to_lowercase()).collect();
                        if let [only] = plain.as_slice() {
                            let scanned = English::scan(only.trim_start_matches("'s"));
                            for token in 0..scanned.tokens.len() {
                                let fold = scanned.fold(token);
                                if !fold.is_empty() && fold != "'s" && !LIGHT.contains(&fold) {
                                    steps.push(Step::Words(vec![fold.to_owned()]));
                                }
                            }
                        } else {
                            steps.push(Step::Words(plain));
                        }
                    }
                }
            }
            while matches!(steps.first(), Some(Step::Gap(_))) {
                steps.remove(0);
            }
            while matches!(steps.last(), Some(Step::Gap(_))) {
                steps.pop();
            }
            let length = |it: &Step| match it {
                Step::Words(words) => words.iter().map(String::len).min().unwrap_or(0),
                Step::Gap(_) => 0,
            };
            let Some(anchor) = (0..steps.len()).max_by_key(|it| length(&steps[*it])) else {
                continue;
            };
            let number = self.ways.len();
            if let Step::Words(words) = &steps[anchor] {
                for word in words {
                    self.by_word.entry(word.clone()).or_default().push(number);
                }
            }
            self.ways.push(Way {
                entry,
                evidence,
                steps,
                anchor,
            });
        }
    }

    /// The entries whose English stands in `sentence`, each once with its best evidence.
    pub fn in_sentence(&self, source: &Source<'_>, sentence: &Sentence) -> Vec<Concept> {
        let english = &source.segment(sentence).english;
        let mut found: Vec<Concept> = Vec::new();
        for at in sentence.tokens.clone() {
            if english.tokens[at].kind != EnglishKind::Word {
                continue;
            }
            for lemma in crate::english::lemmas(english.fold(at)) {
                for number in self.by_word.get(&lemma).into_iter().flatten() {
                    let way = &self.ways[*number];
                    if let Some(tokens) = way.fit(english, sentence, at) {
                        found.push(Concept {
                            entry: way.entry,
                            evidence: way.evidence,
                            tokens,
                        });
                    }
                }
            }
        }
        found.sort_by_key(|it| (it.entry, std::cmp::Reverse(it.evidence), it.tokens.start));
        found.dedup_by_key(|it| it.entry);
        found
    }
}

impl Way {
    fn fit(
        &self,
        english: &English,
        sentence: &Sentence,
        at: usize,
    ) -> Option<std::ops::Range<usize>> {
        let end = forward(&self.steps[self.anchor + 1..], english, sentence, at + 1)?;
        let start = backward(&self.steps[..self.anchor], english, sentence, at)?;
        Some(start..end)
    }
}

fn is_word(words: &[String], english: &English, at: usize) -> bool {
    let fold = english.fold(at);
    !fold.is_empty() && words.iter().any(|it| is_form_of(fold, it))
}

/// Tokens that nothing of a pattern stands for: articles, possessive endings, hyphens.
fn is_passed(english: &English, at: usize) -> bool {
    matches!(
        english.tokens[at].kind,
        EnglishKind::Mark('-' | '"' | '“' | '”' | '‘' | '’')
    ) || matches!(
        english.fold(at),
        "'s" | "the" | "a" | "an" | "to" | "your" | "his" | "her" | "their" | "its" | "my" | "our"
    )
}

fn forward(steps: &[Step], english: &English, sentence: &Sentence, mut at: usize) -> Option<usize> {
    let Some(step) = steps.first() else {
        return Some(at);
    };
    match step {
        Step::Words(words) => {
            while at < sentence.tokens.end {
                if is_word(words, english, at) {
                    return forward(&steps[1..], english, sentence, at + 1);
                }
                if !is_passed(english, at) {
                    return None;
                }
                at += 1;
            }
            None
        }
        Step::Gap(most) => (0..=*most)
            .filter(|it| at + it <= sentence.tokens.end)
            .find_map(|it| forward(&steps[1..], english, sentence, at + it)),
    }
}

fn backward(
    steps: &[Step],
    english: &English,
    sentence: &Sentence,
    mut at: usize,
) -> Option<usize> {
    let Some(step) = steps.last() else {
        return Some(at);
    };
    let rest = &steps[..steps.len() - 1];
    match step {
        Step::Words(words) => {
            while at > sentence.tokens.start {
                at -= 1;
                if is_word(words, english, at) {
                    return backward(rest, english, sentence, at);
                }
                if !is_passed(english, at) {
                    return None;
                }
            }
            None
        }
        Step::Gap(most) => (0..=*most)
            .filter(|it| at >= sentence.tokens.start + it)
            .find_map(|it| backward(rest, english, sentence, at - it)),
    }
}
