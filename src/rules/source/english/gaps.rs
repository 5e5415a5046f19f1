//! Sentences that only one of an English target and its Arabic source has, for `source/omission` and
//! `source/addition`.

use crate::{
    diagnostic::Message,
    rule::{EnglishCtx, Findings},
};

/// A shorter sentence may have gone into the one beside it.
const LEAST_LETTERS: usize = 40;

/// Adds a finding for each Arabic sentence that nothing answers, between two that surely answer theirs;
/// the last words before the gap are marked.
pub(in super::super) fn omissions(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    let Some(arabic) = ctx.arabic else { return };
    let beads = &arabic.alignment.beads;
    for at in 1..beads.len() {
        let sure = |it: usize| beads.get(it).is_none_or(|it| it.sure);
        if !beads[at].source.is_empty() || !sure(at - 1) || !sure(at + 1) {
            continue;
        }
        let Some((lost, of)) = arabic.sentences(&beads[at]).next() else {
            continue;
        };
        let Some((sentence, segment)) = ctx.english_of(&beads[at - 1]).last() else {
            continue;
        };
        if lost.letters < LEAST_LETTERS {
            continue;
        }
        let end = sentence.tokens.end;
        let from = sentence.tokens.start.max(end.saturating_sub(4));
        let Some(span) = ctx.span(segment, from..end) else {
            continue;
        };
        let said: String = of.text[lost.span.range()].chars().take(60).collect();
        acc.in_segment(sentence.segment);
        acc.add(
            span,
            Message::new(
                format!("after this the source goes on, and the target does not: “{said}”"),
                format!("بعد هذا في الأصل ما ليس في الترجمة: «{said}»"),
            ),
        );
    }
}

/// Adds a finding for each long English sentence that answers nothing, between two that surely do.
pub(in super::super) fn additions(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    let Some(arabic) = ctx.arabic else { return };
    let beads = &arabic.alignment.beads;
    for at in 1..beads.len() {
        let sure = |it: usize| beads.get(it).is_some_and(|it| it.sure);
        if !beads[at].target.is_empty() || !sure(at - 1) || !sure(at + 1) {
            continue;
        }
        for (sentence, _) in ctx.english_of(&beads[at]) {
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
