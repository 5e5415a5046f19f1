//! Sentences that the source does not have: see [`RULE`].

use crate::{
    diagnostic::Message,
    rule::{Findings, PairCtx, rule},
};

rule! {
    /// A sentence of the target without an origin in the source.
    ///
    /// ## Why
    ///
    /// What the source does not say was made up, or came in from another text. Only a long sentence between
    /// two that surely answer their own counts: a short one may be half of its neighbour.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The minister arrived in Cairo on Monday. The talks begin on Friday. => وصل الوزير إلى القاهرة يوم الاثنين. {أغلقت الشرطة اثني عشر جسرا فوق النهر وفتشت كل سيارة في المدينة.} وتبدأ المحادثات يوم الجمعة.
    /// ```
    ///
    /// ```ar
    /// The minister arrived in Cairo on Monday. The talks begin on Friday. => وصل الوزير إلى القاهرة. كان ذلك يوم الاثنين. وتبدأ المحادثات يوم الجمعة.
    /// ```
    "source/addition" {
        group: Source,
        category: Addition,
        severity: Major,
        confidence: Medium,
        ar: "جملة في الترجمة لا أصل لها",
        pair: check,
        english: super::english::gaps::additions,
    }
}

const LEAST_LETTERS: usize = 40;

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    let beads = &ctx.alignment.beads;
    for at in 0..beads.len() {
        let sure = |it: Option<usize>| it.and_then(|it| beads.get(it)).is_some_and(|it| it.sure);
        if !beads[at].source.is_empty() || !sure(at.checked_sub(1)) || !sure(Some(at + 1)) {
            continue;
        }
        for sentence in &ctx.target.sentences[beads[at].target.clone()] {
            if sentence.letters < LEAST_LETTERS {
                continue;
            }
            acc.in_segment(sentence.segment);
            acc.add(
                sentence.span,
                Message::fixed("nothing in the source says this", "ليس في الأصل ما يقول هذا"),
            );
        }
    }
}
