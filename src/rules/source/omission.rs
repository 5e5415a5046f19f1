//! Sentences of the source that the target leaves out: see [`RULE`].

use crate::{
    diagnostic::{Confidence, Message},
    rule::{Findings, PairCtx, rule},
};

rule! {
    /// A sentence of the source without an answer in the target.
    ///
    /// ## Why
    ///
    /// Translation programs drop sentences at the end of what they can hold, and no one who reads the
    /// translation alone misses them. A sentence counts as left out when nothing of what it says stands in
    /// the sentences around the gap; the last words before the gap are marked.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The minister arrived in Cairo on Monday. The police closed twelve bridges over the river and searched every car. The talks begin on Friday. => وصل الوزير إلى {القاهرة يوم الاثنين}. وتبدأ المحادثات يوم الجمعة.
    /// ```
    ///
    /// ```ar
    /// The minister arrived in Cairo on Monday. The talks begin on Friday. => وصل الوزير إلى القاهرة يوم الاثنين، وتبدأ المحادثات يوم الجمعة.
    /// ```
    "source/omission" {
        group: Source,
        category: Omission,
        severity: Critical,
        confidence: Medium,
        ar: "جملة من الأصل سقطت من الترجمة",
        pair: check,
    }
}

/// A shorter sentence may have gone into the one beside it.
const LEAST_LETTERS: usize = 30;

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    let beads = &ctx.alignment.beads;
    let mut at = 0;
    while at < beads.len() {
        let start = at;
        while at < beads.len() && beads[at].target.is_empty() {
            at += 1;
        }
        if start == at {
            at += 1;
            continue;
        }
        let Some(before) = start.checked_sub(1).map(|it| &ctx.pairs()[it]) else {
            continue;
        };
        let sentences = &ctx.source.sentences[beads[start].source.start..beads[at - 1].source.end];
        let letters: usize = sentences.iter().map(|it| it.letters).sum();
        // Where the neighbours are unsure too, the alignment itself may have slipped.
        let next_is_sure = beads.get(at).is_none_or(|it| it.sure);
        if letters < LEAST_LETTERS || !before.bead.sure || !next_is_sure {
            continue;
        }
        let Some((segment, target, words)) = ctx.target_sentences(before).last() else {
            continue;
        };
        let Some(last) = words.clone().next_back() else {
            continue;
        };
        let first = words.start.max(last.saturating_sub(2));
        let span = target.readings.words[first].span.cover(target.readings.words[last].span);
        let first_span = sentences[0].span;
        let text = &ctx.source.segments[sentences[0].segment].text[first_span.range()];
        let said: String = text.chars().take(60).collect();
        let more = if text.chars().count() > 60 { "…" } else { "" };
        acc.in_segment(segment);
        let finding = acc.add(
            span,
            Message::new(
                format!("after this the source goes on, and the target does not: “{said}{more}”"),
                format!("بعد هذا في الأصل ما ليس في الترجمة: «{said}{more}»"),
            ),
        );
        if letters > 150 {
            finding.confidence = Confidence::High;
        }
    }
}
