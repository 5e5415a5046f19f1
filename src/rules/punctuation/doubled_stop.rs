//! A full stop on both sides of a closing mark: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A full stop both before and after a closing quotation mark or bracket.
    ///
    /// ## Why
    ///
    /// American English puts the stop inside, Arabic outside; where both were kept one is too many.
    /// Human editors let it stand now and then, so it is shown on request only.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وقال: “سنعود غدا{.|}”.
    /// ```
    ///
    /// ```ar
    /// وقال: “سنعود غدا”. ثم قال: “سنعود غدا.” ثم سكت...”.
    /// ```
    "punctuation/doubled-stop" {
        group: Punctuation,
        category: Punctuation,
        severity: Neutral,
        confidence: High,
        ar: "نقطة قبل علامة الإغلاق وبعدها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (at, three) in tokens.windows(3).enumerate() {
        let closes = matches!(
            three[1].kind,
            TokenKind::Mark('”' | '»' | '"' | '’' | ')' | ']')
        );
        let stop = TokenKind::Mark('.');
        let first = three[0].kind == stop && three[2].kind == stop;
        if !closes || !first || three[1].spaced || three[2].spaced {
            continue;
        }
        // Dots for words left out, and the dot of an abbreviation: (إلخ.).
        let before = at.checked_sub(1).map(|it| tokens[it]);
        let fits = before.is_some_and(|it| {
            it.kind == TokenKind::Arabic && ctx.words.fold(&it).chars().count() > 2
        });
        let abbreviated = before.is_some_and(|it| ctx.words.fold(&it) == "الخ");
        if !fits || abbreviated {
            continue;
        }
        let message = Message::fixed("one full stop is enough", "تكفي نقطة واحدة");
        let fix = Fix::replace(Applicability::Safe, three[0].span, "");
        acc.add(three[0].span, message).fixes.push(fix);
    }
}
