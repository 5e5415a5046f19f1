//! Dots for words left out, more or fewer than three: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// Four dots or more, or a full stop behind `…`.
    ///
    /// ## Why
    ///
    /// Words left out are three dots or the one character `…`, and nothing more ends the sentence. Two
    /// dots are common in Arabic and are left.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// ثم سكت{.....|...} ولم يعد{….|…}
    /// ```
    ///
    /// ```ar
    /// ثم سكت... ولم يعد… أما هو.. فمضى.
    /// ```
    "punctuation/ellipsis" {
        group: Punctuation,
        category: Punctuation,
        severity: Neutral,
        confidence: High,
        ar: "نقاط حذف أكثر من ثلاث",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let is_dot = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|it| matches!(it.kind, TokenKind::Mark('.' | '…')))
    };
    let mut at = 0;
    while at < tokens.len() {
        let first = at;
        at += 1;
        if !is_dot(first) {
            continue;
        }
        while is_dot(at) && !tokens[at].spaced {
            at += 1;
        }
        let span = tokens[first].span.cover(tokens[at - 1].span);
        let text = ctx.at(span);
        let has_sign = text.contains('…');
        if at - first < if has_sign { 2 } else { 4 } {
            continue;
        }
        let message = Message::fixed("three dots are enough", "تكفي ثلاث نقاط");
        let mended = if has_sign { "…" } else { "..." };
        let fix = Fix::replace(Applicability::Safe, span, mended);
        acc.add(span, message).fixes.push(fix);
    }
}
