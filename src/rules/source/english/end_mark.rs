//! Questions of an Arabic source that became English statements, for `source/end-mark`.

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    english::EnglishKind,
    rule::{EnglishCtx, Findings},
};

/// Adds a finding where a mark ends both sentences of a pair and only the Arabic asks.
pub(in super::super) fn check(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    for (arabic, bead) in ctx.sure_pairs() {
        if bead.source.len() != 1 || bead.target.len() != 1 {
            continue;
        }
        let asks = arabic.sentences(bead).any(|(sentence, segment)| {
            let last = segment.words.tokens[sentence.tokens.clone()].last();
            last.is_some_and(|it| it.kind == TokenKind::Mark('؟'))
        });
        for (sentence, segment) in ctx.english_of(bead) {
            let last = segment.english.tokens[sentence.tokens.clone()].last();
            let Some(last) = last.filter(|it| asks && it.kind == EnglishKind::Mark('.')) else {
                continue;
            };
            acc.in_segment(sentence.segment);
            let message = Message::fixed(
                "the source asks: a question ends with ?",
                "الأصل يسأل: ينتهي السؤال بعلامة ?",
            );
            let finding = acc.add(last.span, message);
            finding
                .fixes
                .push(Fix::replace(Applicability::Suggested, last.span, "?"));
        }
    }
}
