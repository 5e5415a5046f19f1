//! Sentences of the source that the target leaves out: see [`RULE`].

use std::ops::Range;

use crate::{
    align::{Bead, Sentence},
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
    /// The minister arrived in Cairo on Monday. The police closed twelve bridges over the river and searched every vehicle for weapons and explosives until late in the evening. The talks begin on Friday. => وصل الوزير إلى {القاهرة يوم الاثنين}. وتبدأ المحادثات يوم الجمعة.
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
        english: super::english::gaps::omissions,
    }
}

/// A shorter sentence may have gone into the one beside it.
const LEAST_LETTERS: usize = 30;
/// A pair that shares less is none: the alignment had to put the sentences somewhere.
const NOTHING: f64 = 0.1;

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    let beads = &ctx.alignment.beads;
    let is_gap = |it: &Bead| it.target.is_empty() || (it.shared < NOTHING && !it.source.is_empty());
    let mut at = 0;
    while at < beads.len() {
        let start = at;
        while at < beads.len() && is_gap(&beads[at]) {
            at += 1;
        }
        if start == at {
            at += 1;
        } else {
            check_gap(ctx, start..at, acc);
        }
    }
}

/// Tells of a run of beads without answers, where its neighbours are sure: else the alignment itself
/// may have slipped.
fn check_gap(ctx: &PairCtx<'_>, gap: Range<usize>, acc: &mut Findings<'_>) {
    let beads = &ctx.alignment.beads;
    let Some(before) = gap.start.checked_sub(1).filter(|it| beads[*it].sure) else {
        return;
    };
    if beads.get(gap.end).is_some_and(|it| !it.sure) {
        return;
    }
    let source = beads[gap.start].source.start..beads[gap.end - 1].source.end;
    let target = beads[gap.start].target.start..beads[gap.end - 1].target.end;
    let letters = |it: &[Sentence]| it.iter().map(|it| it.letters).sum::<usize>();
    let sentences = &ctx.source.sentences[source];
    let lost = letters(sentences).saturating_sub(letters(&ctx.target.sentences[target.clone()]));
    // What stands in the gap is the beginning of what is lost.
    let holder = (before..gap.end)
        .rev()
        .find(|it| !beads[*it].target.is_empty());
    let Some(holder) = holder.map(|it| &ctx.pairs()[it]) else {
        return;
    };
    if lost < LEAST_LETTERS.max(2 * letters(&ctx.target.sentences[target])) {
        return;
    }
    let (Some((segment, target, words)), Some(first)) =
        (ctx.target_sentences(holder).last(), sentences.first())
    else {
        return;
    };
    let Some(last) = words.clone().next_back() else {
        return;
    };
    let from = words.start.max(last.saturating_sub(2));
    let span = target.readings.words[from]
        .span
        .cover(target.readings.words[last].span);
    let text = &ctx.source.segments[first.segment].text[first.span.range()];
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
    if lost > 150 {
        finding.confidence = Confidence::High;
    }
}
