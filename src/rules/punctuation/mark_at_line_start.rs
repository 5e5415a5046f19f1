//! Marks at the start of a line: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A comma, stop or question mark at the start of a line.
    ///
    /// ## Why
    ///
    /// Such a mark ends what stands before it. At the start of a line it is left over: what it ended
    /// was lost, or a line was broken in the wrong place.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوزير إلى المطار
    /// {، |}ثم غادر.
    /// ```
    ///
    /// ```ar
    /// ...ثم غادر.
    /// .NET منصة للبرمجة.
    /// ```
    "punctuation/mark-at-line-start" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "علامة في أول السطر",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let Some(TokenKind::Mark(mark)) = tokens.first().map(|it| it.kind) else {
        return;
    };
    let next = tokens.get(1);
    let goes_on = next.is_some_and(|it| !it.spaced && it.kind != TokenKind::Arabic);
    let ends_something = match mark {
        '،' | '؛' | '؟' => true,
        '.' | ':' | '!' | ',' | ';' | '?' => !goes_on,
        _ => false,
    };
    if !ends_something {
        return;
    }
    let start = tokens[0].span.start();
    let end = next.map_or(tokens[0].span.end(), |it| it.span.start());
    let span = Span::new(start..end);
    let message = Message::new(
        format!("“{mark}” ends something, and nothing stands before it"),
        format!("«{mark}» تنهي كلاما، ولا كلام قبلها"),
    );
    let fix = Fix::replace(Applicability::Suggested, span, "");
    acc.add(span, message).fixes.push(fix);
}
