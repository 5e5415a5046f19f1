//! English words and sentences: a scan over the bytes of a segment.
//!
//! Not the scan of Arabic: here `U.S.` is a word, `Russia's` is two, `long-running` is two, and
//! sentences end by other rules (`Mr. Smith`, `at 5 p.m. on Friday`).

use crate::{
    arabic::fold_latin,
    text::{InSegment, Span},
};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EnglishKind {
    /// Letters, with apostrophes between them; an abbreviation with its stops; `'s`.
    Word,
    /// Digits, with separators between them.
    Number,
    /// One mark or symbol.
    Mark(char),
}

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnglishToken {
    /// Where it stands.
    pub span: Span<InSegment>,
    /// What it is made of.
    pub kind: EnglishKind,
    /// White space or the segment's start stands before it.
    pub spaced: bool,
    /// Its first letter is a capital.
    pub capital: bool,
    /// The sentence it belongs to, counted from 0.
    pub sentence: u32,
    fold: (u32, u32),
}

/// The tokens of one segment.
#[derive(Clone, Debug, Default)]
pub struct English {
    /// In reading order.
    pub tokens: Vec<EnglishToken>,
    folds: String,
}

impl English {
    /// Cuts `text` into tokens and numbers its sentences.
    pub fn scan(text: &str) -> English {
        let mut english = English::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        let mut spaced = true;
        while at < bytes.len() {
            let c = text[at..]
                .chars()
                .next()
                .expect("the scan stops on characters");
            if c.is_whitespace() {
                at += c.len_utf8();
                spaced = true;
                continue;
            }
            let start = at;
            let kind = if c.is_ascii_digit() {
                at = number_end(text, at);
                EnglishKind::Number
            } else if c.is_alphabetic() {
                at = word_end(text, at);
                EnglishKind::Word
            } else if let Some(end) = possessive_end(text, at).filter(|_| !spaced) {
                at = end;
                EnglishKind::Word
            } else {
                at += c.len_utf8();
                EnglishKind::Mark(c)
            };
            english.push(text, start..at, kind, spaced);
            spaced = false;
        }
        english.number_sentences();
        english
    }

    fn push(&mut self, text: &str, range: std::ops::Range<usize>, kind: EnglishKind, spaced: bool) {
        let fold_start = self.folds.len() as u32;
        let word = &text[range.clone()];
        if kind == EnglishKind::Word {
            if word.starts_with(['\'', '’']) {
                self.folds.push_str("'s");
            } else {
                fold_latin(word, &mut self.folds);
            }
        }
        self.tokens.push(EnglishToken {
            span: Span::new(range),
            kind,
            spaced,
            capital: word.starts_with(char::is_uppercase),
            sentence: 0,
            fold: (fold_start, self.folds.len() as u32),
        });
    }

    /// The token of this number in lower case without accents and apostrophes; empty for numbers and
    /// marks, `'s` for a possessive ending.
    pub fn fold(&self, token: usize) -> &str {
        let (start, end) = self.tokens[token].fold;
        &self.folds[start as usize..end as usize]
    }

    /// The tokens of the sentence of this number.
    pub fn sentence(&self, number: u32) -> std::ops::Range<usize> {
        let start = self.tokens.partition_point(|it| it.sentence < number);
        let end = self.tokens.partition_point(|it| it.sentence <= number);
        start..end
    }

    /// How many sentences there are.
    pub fn sentences(&self) -> u32 {
        self.tokens.last().map_or(0, |it| it.sentence + 1)
    }

    fn number_sentences(&mut self) {
        let mut sentence = 0;
        let mut ended = false;
        for at in 0..self.tokens.len() {
            let token = self.tokens[at];
            let closes = match token.kind {
                EnglishKind::Mark('"' | '”' | ')' | ']' | '’' | '\'' | '»') => !token.spaced,
                EnglishKind::Mark('.' | '!' | '?' | '…') => true,
                _ => false,
            };
            if ended && !closes {
                sentence += 1;
                ended = false;
            }
            self.tokens[at].sentence = sentence;
            ended |= self.ends_sentence(at);
        }
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let next = self.tokens.get(at + 1);
        match token.kind {
            EnglishKind::Mark('!' | '?' | '…') => next.is_none_or(|it| it.spaced || !it.capital),
            EnglishKind::Mark('.') => {
                let Some(before) = at.checked_sub(1) else {
                    return false;
                };
                if next.is_some_and(|it| {
                    !it.spaced && matches!(it.kind, EnglishKind::Word | EnglishKind::Number)
                }) {
                    return false;
                }
                let fold = self.fold(before);
                let initial = fold.chars().count() == 1 && self.tokens[before].capital;
                !ABBREVIATIONS.contains(&fold) && !initial
            }
            // The stop of `U.S.` and `a.m.` ends a sentence too where a new one plainly begins.
            EnglishKind::Word if self.fold(at).ends_with('.') => next
                .is_some_and(|it| it.capital && it.spaced && STARTERS.contains(&self.fold(at + 1))),
            _ => false,
        }
    }
}

/// Abbreviations whose stop ends no sentence.
const ABBREVIATIONS: [&str; 34] = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "sgt", "capt", "st",
    "jr", "sr", "vs", "etc", "no", "jan", "feb", "mar", "apr", "aug", "sept", "sep", "oct", "nov",
    "dec", "inc", "ltd", "co", "corp", "rev",
];

/// Words that begin a sentence more often than they are part of a name.
const STARTERS: [&str; 24] = [
    "the", "it", "he", "she", "they", "we", "i", "in", "but", "and", "this", "that", "a", "an",
    "on", "at", "as", "for", "if", "when", "there", "its", "his", "her",
];

fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        if byte.is_ascii_digit() || (matches!(byte, b'.' | b',' | b':' | b'/') && digit(at + 1)) {
            at += 1;
        } else {
            break;
        }
    }
    at
}

fn word_end(text: &str, start: usize) -> usize {
    // `U.S.`, `a.m.`: single letters, each with its stop, two or more.
    let bytes = text.as_bytes();
    let mut at = start;
    let mut letters = 0;
    while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) && bytes.get(at + 1) == Some(&b'.') {
        at += 2;
        letters += 1;
    }
    if letters > 1 && !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
        return at;
    }
    at = start;
    while let Some(c) = text[at..].chars().next() {
        let apostrophe = matches!(c, '\'' | '’') && {
            let rest = text[at + c.len_utf8()..].chars().next();
            rest.is_some_and(char::is_alphabetic) && possessive_end(text, at).is_none()
        };
        if !c.is_alphabetic() && !apostrophe && !matches!(c, '\u{300}'..='\u{36F}') {
            break;
        }
        at += c.len_utf8();
    }
    at
}

/// The end of `'s` that begins here.
fn possessive_end(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(['\'', '’'])?;
    let after = rest.strip_prefix(['s', 'S'])?;
    let goes_on = after.starts_with(char::is_alphabetic);
    (!goes_on).then_some(text.len() - after.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let english = English::scan(text);
        let found: Vec<&str> = english
            .tokens
            .iter()
            .map(|it| &text[it.span.range()])
            .collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn abbreviations_and_possessives_are_words() {
        check(
            "The U.S. won't take Russia’s 3.5-ton offer.",
            &[
                "The", "U.S.", "won't", "take", "Russia", "’s", "3.5", "-", "ton", "offer", ".",
            ],
        );
        let english = English::scan("don't");
        assert_eq!(english.fold(0), "dont");
    }

    #[test]
    fn sentences_end_where_a_reader_ends_them() {
        let count = |text| English::scan(text).sentences();
        assert_eq!(count("Mr. Smith met Gen. J. Brown at 5 p.m. on Friday."), 1);
        assert_eq!(
            count("He left the U.S. The court “agreed.” Why? No one knows!"),
            4
        );
        assert_eq!(count("Growth was 3.5 percent. See cnn.com for more."), 2);
    }
}
