//! A quotation that ends a paragraph without a full stop: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind},
    diagnostic::{Applicability, Fix, Message},
    rule::{DocumentCtx, Findings, rule},
    text::Span,
};

rule! {
    /// A paragraph that ends with a quotation and without a mark, where the others have one.
    ///
    /// ## Why
    ///
    /// English has the stop inside the quotation marks, and it was lost with them; the stop of an Arabic
    /// sentence follows them. Titles, which have none, are short or come first; only other paragraphs
    /// of twelve words or more are looked at, in articles that nearly always end theirs with a mark.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوزير صباح الأحد إلى العاصمة في زيارة تستمر ثلاثة أيام كاملة.
    /// ويلتقي الرئيس غدا في القصر ثم يعود مساء إلى بلاده مع الوفد.
    /// ورافقه في الزيارة عدد من المسؤولين ورجال الأعمال من القطاعين العام والخاص.
    /// وقال قبل سفره إن المحادثات كانت مفيدة ومثمرة جدا وإنها “خطوة أولى{”|”.}
    /// ```
    ///
    /// ```ar
    /// وصل الوزير صباح الأحد إلى العاصمة في زيارة تستمر ثلاثة أيام كاملة
    /// ويلتقي الرئيس غدا في القصر ثم يعود مساء إلى بلاده مع الوفد.
    /// ```
    "punctuation/missing-stop" {
        group: Punctuation,
        category: Punctuation,
        severity: Neutral,
        confidence: Medium,
        ar: "فقرة تنتهي باقتباس بلا نقطة بعده",
        document: check,
    }
}

/// Shorter paragraphs may be titles.
const FEWEST_WORDS: usize = 12;

/// So many paragraphs with a mark to one without.
const WITH_MARK_TO_ONE: usize = 3;

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let long = |words: usize| words >= FEWEST_WORDS;
    let paragraphs: Vec<usize> = (0..ctx.segments.len())
        .filter(|it| long(ctx.segments[*it].readings.words.len()))
        .collect();
    let without: Vec<usize> = paragraphs
        .iter()
        .copied()
        .filter(|it| !ends_with_mark(&ctx.segments[*it].words.tokens))
        .collect();
    if paragraphs.len() - without.len() < WITH_MARK_TO_ONE * without.len() {
        return;
    }
    for segment in without.into_iter().filter(|it| *it > 0) {
        let Some(last) = ctx.segments[segment].words.tokens.last() else {
            continue;
        };
        if !matches!(last.kind, TokenKind::Mark('”' | '»' | '"')) {
            continue;
        }
        acc.in_segment(segment);
        let message = Message::fixed(
            "the other paragraphs end with a full stop",
            "الفقرات الأخرى تنتهي بنقطة",
        );
        let end = Span::new(last.span.end()..last.span.end());
        let fix = Fix::replace(Applicability::Suggested, end, ".");
        acc.add(last.span, message).fixes.push(fix);
    }
}

/// Whether a mark that ends a sentence or announces something is the last, or stands before the
/// closing quotation marks and brackets at the end.
fn ends_with_mark(tokens: &[Token]) -> bool {
    let closing = |it: &&Token| {
        matches!(
            it.kind,
            TokenKind::Mark('”' | '»' | '"' | '’' | '\'' | ')' | ']' | '“')
        )
    };
    let last = tokens.iter().rev().find(|it| !closing(it));
    last.is_none_or(|it| {
        matches!(
            it.kind,
            TokenKind::Mark('.' | '؟' | '!' | '…' | ':' | '?' | '؛' | '،' | ';' | ',')
        )
    })
}
