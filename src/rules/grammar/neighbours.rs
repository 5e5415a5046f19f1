//! Words side by side, as the rules of this group look at them.

use std::borrow::Cow;

use crate::{
    arabic::bare,
    matcher::Barrier,
    rule::Ctx,
    text::{InSegment, Span},
};

/// The letters of an Arabic word without vowel signs; empty for any other word.
pub(super) fn letters_of<'t>(ctx: &Ctx<'t>, word: usize) -> Cow<'t, str> {
    let at = &ctx.readings.words[word];
    if !at.arabic {
        Cow::Borrowed("")
    } else if at.signed {
        Cow::Owned(bare(ctx.at(at.span)))
    } else {
        Cow::Borrowed(ctx.at(at.span))
    }
}

/// Whether the word of this number is written in Arabic.
pub(super) fn is_arabic(ctx: &Ctx<'_>, word: usize) -> bool {
    ctx.readings.words[word].arabic
}

/// The Arabic word after `word`, where nothing more than `most` stands between the two.
pub(super) fn arabic_after(ctx: &Ctx<'_>, word: usize, most: Barrier) -> Option<usize> {
    let next = ctx.readings.words.get(word + 1)?;
    (next.barrier <= most && is_arabic(ctx, word + 1)).then_some(word + 1)
}

/// `letters` without a leading و or ف.
pub(super) fn without_conjunction(letters: &str) -> &str {
    letters.strip_prefix(['و', 'ف']).unwrap_or(letters)
}

/// A few words that a rule waits for, told from all others at a glance: every word of every text is
/// asked whether it is one of them.
pub(super) struct WordSet {
    words: &'static [&'static str],
    /// A bit for each word, by its first and last letter.
    mask: u64,
}

impl WordSet {
    pub(super) const fn new(words: &'static [&'static str]) -> WordSet {
        let mut mask = 0;
        let mut at = 0;
        while at < words.len() {
            mask |= bit(words[at].as_bytes());
            at += 1;
        }
        WordSet { words, mask }
    }

    pub(super) fn contains(&self, letters: &str) -> bool {
        self.mask & bit(letters.as_bytes()) != 0 && self.words.contains(&letters)
    }

    /// Whether `letters` are one of the words, by themselves or behind و or ف.
    pub(super) fn contains_behind_conjunction(&self, letters: &str) -> bool {
        self.contains(letters) || self.contains(without_conjunction(letters))
    }
}

/// A bit that the second and the last byte choose: the parts of the first and last letter that differ
/// from letter to letter.
const fn bit(word: &[u8]) -> u64 {
    if word.len() < 2 {
        return 0;
    }
    let hash = word[1] as u64 * 5 + word[word.len() - 1] as u64 * 13 + word.len() as u64;
    1 << (hash & 63)
}

/// From the first word to the last, with what stands between.
pub(super) fn stretch(ctx: &Ctx<'_>, first: usize, last: usize) -> Span<InSegment> {
    let words = &ctx.readings.words;
    words[first].span.cover(words[last].span)
}

/// Where a word stands.
pub(super) fn place(ctx: &Ctx<'_>, word: usize) -> Span<InSegment> {
    ctx.readings.words[word].span
}
