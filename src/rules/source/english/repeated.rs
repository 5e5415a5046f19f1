//! Sentences that an English target says twice, for `source/repeated`.

use crate::{
    arabic::TokenKind,
    diagnostic::Message,
    rule::{EnglishCtx, Findings},
};

const LEAST_WORDS: usize = 5;

/// Adds a finding for each sentence of five words or more that is the one before it, unless the source
/// repeats itself too.
pub(in super::super) fn check(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    let Some(arabic) = ctx.arabic else { return };
    let said = |at: usize| -> Vec<&str> {
        let sentence = &arabic.text.sentences[at];
        let words = arabic.text.segments[sentence.segment].words;
        let tokens = words.tokens[sentence.tokens.clone()].iter();
        let spoken = tokens.filter(|it| !matches!(it.kind, TokenKind::Mark(_)));
        spoken.map(|it| words.fold(it)).collect()
    };
    let refrain = (1..arabic.text.sentences.len())
        .any(|it| said(it) == said(it - 1) && said(it).len() >= LEAST_WORDS);
    let words = |at: usize| -> Vec<&str> {
        let sentence = &ctx.english.sentences[at];
        let english = &ctx.english.segments[sentence.segment].english;
        let folds = sentence.tokens.clone().map(|it| english.fold(it));
        folds.filter(|it| !it.is_empty()).collect()
    };
    for at in 1..ctx.english.sentences.len() {
        let mine = words(at);
        if !refrain && mine.len() >= LEAST_WORDS && mine == words(at - 1) {
            let sentence = &ctx.english.sentences[at];
            acc.in_segment(sentence.segment);
            acc.add(
                sentence.span,
                Message::fixed(
                    "the target says this twice, the source once",
                    "قيل هذا مرتين، وهو في الأصل مرة",
                ),
            );
        }
    }
}
