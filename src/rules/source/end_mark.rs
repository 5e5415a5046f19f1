//! Questions that became statements, and the reverse: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    english::EnglishKind,
    rule::{Findings, PairCtx, rule},
};

rule! {
    /// A question of the source that is none in the target.
    ///
    /// ## Why
    ///
    /// Arabic asks with ؟ and nothing else in writing tells a question from a statement. Only sentences that
    /// surely answer each other are compared, and only where the mark ends both.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// Did the minister sign the agreement? => هل وقع الوزير الاتفاق{.|؟}
    /// ```
    ///
    /// ```ar
    /// Did the minister sign the agreement? => هل وقع الوزير الاتفاق؟
    /// ```
    "source/end-mark" {
        group: Source,
        category: Punctuation,
        severity: Minor,
        confidence: Medium,
        ar: "سؤال في الأصل ليس سؤالًا في الترجمة",
        pair: check,
        english: super::english::end_mark::check,
    }
}

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    for paired in ctx.pairs().iter().filter(|it| it.bead.sure) {
        let (source, target) = (&paired.bead.source, &paired.bead.target);
        if source.len() != 1 || target.len() != 1 {
            continue;
        }
        let asks = ctx.source_sentences(paired).any(|(sentence, segment)| {
            let last = segment.english.tokens[sentence.tokens.clone()].last();
            last.is_some_and(|it| it.kind == EnglishKind::Mark('?'))
        });
        let sentence = &ctx.target.sentences[target.start];
        let words = ctx.document.segments[sentence.segment].words;
        let Some(last) = words.tokens[sentence.tokens.clone()].last() else {
            continue;
        };
        if asks && last.kind == TokenKind::Mark('.') {
            acc.in_segment(sentence.segment);
            let message = Message::fixed(
                "the source asks: a question ends with ؟",
                "الأصل يسأل: ينتهي السؤال بعلامة ؟",
            );
            let finding = acc.add(last.span, message);
            finding
                .fixes
                .push(Fix::replace(Applicability::Suggested, last.span, "؟"));
        }
    }
}
