//! Words side by side, as the rules of this group look at them.

use std::borrow::Cow;

use crate::{
    arabic::{TokenKind, bare},
    matcher::Barrier,
    rule::Ctx,
    text::{InSegment, Span},
};

/// The letters of an Arabic word without vowel signs; empty for any other word.
pub(super) fn letters_of<'t>(ctx: &Ctx<'t>, word: usize) -> Cow<'t, str> {
    if !is_arabic(ctx, word) {
        return Cow::Borrowed("");
    }
    let written = ctx.word(word);
    // Nearly every word of a news text is written without signs, and then its fold is as long.
    if written.len() == ctx.fold(word).len() {
        Cow::Borrowed(written)
    } else {
        Cow::Owned(bare(written))
    }
}

/// Whether the word of this number is written in Arabic.
pub(super) fn is_arabic(ctx: &Ctx<'_>, word: usize) -> bool {
    let token = ctx.readings.words[word].token as usize;
    ctx.words.tokens[token].kind == TokenKind::Arabic
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

/// Whether `letters` are one of `words`, by themselves or behind و or ف.
pub(super) fn is_one_of(letters: &str, words: &[&str]) -> bool {
    words.contains(&letters) || words.contains(&without_conjunction(letters))
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
