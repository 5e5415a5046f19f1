//! What of an English sentence can be looked for in Arabic: words of the lexicon, names, numbers, each
//! with the keys that an answer to it has.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::{
    lexicon::lexicon,
    roots::word_keys,
    sides::{Sentence, Source, TargetSegment},
};
use crate::{
    arabic::{TokenKind, skeleton},
    english::{EnglishKind, lemmas},
    glossary::{EntryRef, Glossaries},
    names::skeletons,
};

/// What kind of thing an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A word or phrase of the lexicon.
    Word,
    /// A word with a capital inside its sentence, or a name of the gazetteer.
    Name,
    /// A number, a month, a day.
    Number,
}

/// Something of an English sentence.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub kind: ItemKind,
    /// Tokens of its segment.
    pub tokens: std::ops::Range<usize>,
    /// Numbers of which an Arabic word that answers has one.
    pub keys: Vec<u32>,
}

/// A skeleton shorter than this many consonants is any word's.
const LEAST_SKELETON: u64 = 1 << 6;

/// The items of `sentence`, in order.
pub fn items(source: &Source<'_>, sentence: &Sentence, glossaries: &Glossaries) -> Vec<Item> {
    let segment = source.segment(sentence);
    let english = &segment.english;
    let lexicon = lexicon();
    let mut items = Vec::new();
    let mut taken = vec![false; sentence.tokens.len()];
    for quantity in &segment.numbers {
        if sentence.tokens.contains(&quantity.tokens.start) {
            items.push(Item {
                kind: ItemKind::Number,
                tokens: quantity.tokens.clone(),
                keys: vec![number_key(quantity.value, quantity.counting)],
            });
            for at in quantity
                .tokens
                .clone()
                .filter(|it| sentence.tokens.contains(it))
            {
                taken[at - sentence.tokens.start] = true;
            }
        }
    }
    for run in &segment.names {
        if !sentence.tokens.contains(&run.tokens.start) {
            continue;
        }
        let mut at = run.tokens.start;
        while at < run.tokens.end {
            let folds: Vec<&str> = (at..run.tokens.end).map(|it| english.fold(it)).collect();
            if let Some(known) = glossaries.latin_name(&folds) {
                let end = at + known.words;
                let mut keys = vec![entry_key(known.entry)];
                for word in known.arabic.split_whitespace() {
                    word_keys(&crate::arabic::folded(word), &mut keys);
                }
                items.push(Item {
                    kind: ItemKind::Name,
                    tokens: at..end,
                    keys,
                });
                for it in at..end.min(sentence.tokens.end) {
                    taken[it - sentence.tokens.start] = true;
                }
                at = end;
                continue;
            }
            at += 1;
        }
        let words = run.tokens.clone().filter(|it| *it < sentence.tokens.end);
        for at in words {
            let fold = english.fold(at);
            let single = run.initial && run.tokens.len() == 1;
            if taken[at - sentence.tokens.start] || fold.len() < 3 || single {
                continue;
            }
            // A capitalised word of the language (Court, Ministry) is translated.
            let mut keys = vec![latin_key(fold)];
            keys.extend(
                skeletons(fold)
                    .into_iter()
                    .filter(|it| *it >= LEAST_SKELETON)
                    .map(skeleton_key),
            );
            for lemma in lemmas(fold) {
                lexicon.keys(&lemma, &mut keys);
            }
            items.push(Item {
                kind: ItemKind::Name,
                tokens: at..at + 1,
                keys,
            });
            taken[at - sentence.tokens.start] = true;
        }
    }
    let mut at = sentence.tokens.start;
    while at < sentence.tokens.end {
        let fold = english.fold(at);
        let free = !taken[at - sentence.tokens.start];
        if !free || english.tokens[at].kind != EnglishKind::Word || STOP.contains(&fold) {
            at += 1;
            continue;
        }
        let mut keys = Vec::new();
        let mut end = at + 1;
        // The longest phrase of the lexicon that begins here.
        for len in (2..=lexicon.longest().min(sentence.tokens.end - at)).rev() {
            if let Some(phrase) = phrase(english, at, len) {
                lexicon.keys(&phrase, &mut keys);
                if !keys.is_empty() {
                    end = at + len;
                    break;
                }
            }
        }
        for lemma in lemmas(fold) {
            lexicon.keys(&lemma, &mut keys);
        }
        if !keys.is_empty() {
            items.push(Item {
                kind: ItemKind::Word,
                tokens: at..end,
                keys,
            });
        }
        at = end;
    }
    items.sort_by_key(|it| it.tokens.start);
    items
}

/// The words of a phrase as the lexicon writes them, where it has them: the first or the last word may
/// be inflected.
fn phrase(english: &crate::english::English, at: usize, len: usize) -> Option<String> {
    let words: Vec<&str> = (at..at + len)
        .filter(|it| english.tokens[*it].kind != EnglishKind::Mark('-'))
        .map(|it| english.fold(it))
        .collect();
    if words.len() < 2 || words.iter().any(|it| it.is_empty()) {
        return None;
    }
    let known = lexicon();
    let plain = words.join(" ");
    if known.knows(&plain) {
        return Some(plain);
    }
    let first = lemmas(words[0])
        .into_iter()
        .map(|it| format!("{it} {}", words[1..].join(" ")));
    let last = words.len() - 1;
    let last = lemmas(words[last])
        .into_iter()
        .map(|it| format!("{} {it}", words[..last].join(" ")));
    first.chain(last).find(|it| known.knows(it))
}

/// The keys that a word of the target has, by its number in its readings, with the kinds they are of.
pub(super) fn target_keys(segment: &TargetSegment<'_>, word: usize, out: &mut Vec<u32>) {
    let at = &segment.readings.words[word];
    let token = &segment.words.tokens[at.token as usize];
    let fold = segment.words.fold(token);
    match token.kind {
        TokenKind::Arabic => {
            word_keys(fold, out);
            for split in crate::arabic::splits(fold, false) {
                let skeleton = skeleton(&fold[split.core]);
                if skeleton >= LEAST_SKELETON {
                    out.push(skeleton_key(skeleton));
                }
            }
        }
        TokenKind::Latin => out.push(latin_key(fold)),
        _ => {}
    }
    for name in segment.names.iter().filter(|it| it.words.contains(&word)) {
        out.push(entry_key(name.entry));
    }
    out.sort_unstable();
    out.dedup();
}

/// The key of a number.
pub(super) fn number_key(value: f64, counting: crate::quantity::Counting) -> u32 {
    use crate::quantity::Counting;
    let group = match counting {
        Counting::Month => 1_u8,
        Counting::Weekday => 2,
        Counting::Things | Counting::Percent | Counting::Ordinal => 0,
    };
    key(&(3_u8, group, (value * 100.0).round().to_bits()))
}

fn entry_key(entry: EntryRef) -> u32 {
    key(&(4_u8, entry))
}

fn latin_key(fold: &str) -> u32 {
    key(&(5_u8, fold))
}

fn skeleton_key(skeleton: u64) -> u32 {
    key(&(6_u8, skeleton))
}

fn key(it: &impl Hash) -> u32 {
    let mut hasher = FxHasher::default();
    it.hash(&mut hasher);
    let hash = hasher.finish();
    hash as u32 ^ (hash >> 32) as u32
}

/// Words that stand in most sentences, or that Arabic writes as part of others.
const STOP: [&str; 96] = [
    "the", "a", "an", "of", "to", "in", "on", "at", "for", "and", "or", "but", "is", "are", "was",
    "were", "be", "been", "being", "by", "with", "from", "as", "that", "this", "these", "those",
    "it", "its", "he", "she", "his", "her", "him", "they", "their", "them", "we", "our", "us",
    "you", "your", "i", "my", "me", "not", "no", "will", "would", "can", "could", "may", "might",
    "should", "must", "shall", "do", "does", "did", "have", "has", "had", "who", "which", "what",
    "when", "where", "there", "than", "then", "so", "if", "about", "into", "up", "out", "over",
    "more", "also", "just", "said", "say", "says", "'s", "one", "all", "some", "any", "other",
    "such", "while", "because", "s", "t", "how", "very",
];
