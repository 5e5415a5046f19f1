//! Sentences that were not translated at all: see [`RULE`].

use rustc_hash::FxHashSet;

use crate::{
    arabic::TokenKind,
    diagnostic::Message,
    rule::{Findings, PairCtx, rule},
};

rule! {
    /// A sentence of the target that is the one of the source.
    ///
    /// ## Why
    ///
    /// A translation program that fails gives back what it was given. Four words or more in a row without one
    /// in Arabic, as they stand in the source, are a sentence that no one translated.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The minister left on Monday. The talks begin on Friday. => غادر الوزير يوم الاثنين. {The talks begin on Friday.}
    /// ```
    ///
    /// ```ar
    /// The minister left on Monday. => غادر الوزير يوم الاثنين.
    /// ```
    "source/target-equals-source" {
        group: Source,
        category: Untranslated,
        severity: Critical,
        confidence: High,
        ar: "جملة بقيت كما هي في الأصل",
        pair: check,
    }
}

const LEAST_WORDS: usize = 4;

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    let letters = |text: &str| -> String {
        let kept = text.chars().filter(|it| it.is_alphanumeric());
        kept.flat_map(char::to_lowercase).collect()
    };
    let mut source: FxHashSet<String> = FxHashSet::default();
    for sentence in &ctx.source.sentences {
        let segment = ctx.source.segment(sentence);
        source.insert(letters(&segment.text[sentence.span.range()]));
    }
    for sentence in &ctx.target.sentences {
        let segment = &ctx.document.segments[sentence.segment];
        let tokens = &segment.words.tokens[sentence.tokens.clone()];
        let latin = tokens
            .iter()
            .filter(|it| it.kind == TokenKind::Latin)
            .count();
        let arabic = tokens.iter().any(|it| it.kind == TokenKind::Arabic);
        if !arabic && latin >= LEAST_WORDS && source.contains(&letters(segment.at(sentence.span))) {
            acc.in_segment(sentence.segment);
            acc.add(
                sentence.span,
                Message::fixed(
                    "this stands in the source word for word: it was not translated",
                    "هذا نص الأصل بلفظه: لم يُترجم",
                ),
            );
        }
    }
}
