//! Sentences that the target says twice: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Findings, PairCtx, rule},
};

rule! {
    /// A sentence that the target says twice and the source once.
    ///
    /// ## Why
    ///
    /// Translation programs get caught in what they have just written. Only sentences of five words or more
    /// are compared, word by word, with the one before.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The minister arrived in the capital on Monday. The talks begin on Friday. => وصل الوزير إلى العاصمة يوم الاثنين. {وصل الوزير إلى العاصمة يوم الاثنين.} وتبدأ المحادثات يوم الجمعة.
    /// ```
    ///
    /// ```ar
    /// The minister arrived in the capital on Monday. The king arrived in the capital on Friday. => وصل الوزير إلى العاصمة يوم الاثنين. ووصل الملك إلى العاصمة يوم الجمعة.
    /// ```
    "source/repeated" {
        group: Source,
        category: Mistranslation,
        severity: Major,
        confidence: High,
        ar: "جملة تكررت في الترجمة دون الأصل",
        pair: check,
        english: super::english::repeated::check,
    }
}

const LEAST_WORDS: usize = 5;

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    // A refrain of the source is one of the target.
    let said = |at: usize| {
        let sentence = &ctx.source.sentences[at];
        let segment = ctx.source.segment(sentence);
        let folds = sentence.tokens.clone().map(|it| segment.english.fold(it));
        folds.collect::<Vec<_>>()
    };
    let refrain = (1..ctx.source.sentences.len())
        .any(|it| said(it) == said(it - 1) && said(it).len() >= LEAST_WORDS);
    if refrain {
        return;
    }
    let words = |at: usize| -> Vec<&str> {
        let sentence = &ctx.target.sentences[at];
        let words = ctx.document.segments[sentence.segment].words;
        let tokens = words.tokens[sentence.tokens.clone()].iter();
        let spoken = tokens.filter(|it| !matches!(it.kind, TokenKind::Mark(_)));
        spoken.map(|it| words.fold(it)).collect()
    };
    for at in 1..ctx.target.sentences.len() {
        let mine = words(at);
        if mine.len() >= LEAST_WORDS && mine == words(at - 1) {
            let sentence = &ctx.target.sentences[at];
            acc.in_segment(sentence.segment);
            let message = Message::fixed(
                "the target says this twice, the source once",
                "قيل هذا مرتين، وهو في الأصل مرة",
            );
            let finding = acc.add(sentence.span, message);
            finding.fixes.push(Fix {
                title: Some(Message::fixed("delete the second", "احذف الثانية")),
                applicability: Applicability::Display,
                edits: Vec::new(),
            });
        }
    }
}
