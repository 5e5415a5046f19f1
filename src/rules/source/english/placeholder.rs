//! Placeholders and addresses of an Arabic source that its English lacks, for `source/placeholder`.

use super::super::placeholder::placeholders;
use crate::{
    diagnostic::Message,
    rule::{EnglishCtx, Findings},
};

/// Adds a finding for each sentence whose Arabic has what stands nowhere in the English.
pub(in super::super) fn check(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    let Some(arabic) = ctx.arabic else { return };
    for bead in &arabic.alignment.beads {
        let wanted = arabic
            .sentences(bead)
            .flat_map(|(sentence, segment)| placeholders(&segment.text[sentence.span.range()]));
        let stands = |it: &&str| ctx.english.segments.iter().any(|at| at.text.contains(*it));
        let Some(lost) = wanted.into_iter().find(|it| !stands(it)) else {
            continue;
        };
        let Some((sentence, _)) = ctx.english_of(bead).last() else {
            continue;
        };
        acc.in_segment(sentence.segment);
        acc.add(
            sentence.span,
            Message::new(
                format!("the source has “{lost}” here, the target has not"),
                format!("في الأصل هنا «{lost}» وليس في الترجمة"),
            ),
        );
    }
}
