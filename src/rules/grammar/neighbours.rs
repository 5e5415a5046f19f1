//! Words side by side, as the rules of this group look at them.

use std::borrow::Cow;

pub(super) use crate::matcher::without_conjunction;
use crate::{
    arabic::bare,
    matcher::{Barrier, shape},
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

/// A few words that a rule waits for, told from all others at a glance: every word of every text is
/// asked whether it is one of them.
pub(super) struct WordSet {
    words: &'static [&'static str],
    /// See [`shape`].
    mask: u64,
}

impl WordSet {
    pub(super) const fn new(words: &'static [&'static str]) -> WordSet {
        let mut mask = 0;
        let mut at = 0;
        while at < words.len() {
            mask |= shape(words[at].as_bytes());
            at += 1;
        }
        WordSet { words, mask }
    }

    pub(super) fn contains(&self, letters: &str) -> bool {
        let letters = letters.as_bytes();
        // The first letters are looked at before the words are compared: it is what tells most apart.
        self.mask & shape(letters) != 0
            && self
                .words
                .iter()
                .map(|it| it.as_bytes())
                .any(|it| it[1] == letters[1] && it == letters)
    }

    /// The words of the segment that are one of these, by themselves or behind و or ف.
    pub(super) fn places<'c>(&'c self, ctx: &'c Ctx<'_>) -> impl Iterator<Item = usize> + 'c {
        let words = ctx.readings.words.iter().enumerate();
        words
            .filter(|it| it.1.may_be_of(self.mask))
            .map(|it| it.0)
            .filter(|it| self.contains_behind_conjunction(&letters_of(ctx, *it)))
    }

    /// Whether `letters` are one of the words, by themselves or behind و or ف.
    pub(super) fn contains_behind_conjunction(&self, letters: &str) -> bool {
        self.contains(letters) || self.contains(without_conjunction(letters))
    }
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
