//! Marks glued to the word after them: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// No space between a comma, semicolon, stop or question mark and the word after it.
    ///
    /// ## Why
    ///
    /// The two words look like one, a line cannot break between them, and searches miss both.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوزير{،|، }ثم غادر{؛|؛ }فلماذا{؟|؟ }لا أحد يعلم{.|. }هكذا قال “سرا”{.|. }وتابع.
    /// ```
    ///
    /// Digits may be parted by a comma, letters of an abbreviation by a stop, and a closing quote
    /// follows at once.
    ///
    /// ```ar
    /// سجل 3،5 نقاط في ج.م.ع، فسأل “لماذا؟” ثم مضى.
    /// ```
    "punctuation/missing-space" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "لا مسافة بعد الفاصلة أو علامة الاستفهام",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (at, pair) in tokens.windows(2).enumerate() {
        let [token, next] = pair else {
            continue;
        };
        let TokenKind::Mark(mark @ ('،' | '؛' | '؟' | '.' | '!')) = token.kind else {
            continue;
        };
        // A stop inside an abbreviation, an address, or between words left out.
        let is_word = |it: Option<&crate::arabic::Token>| {
            it.is_some_and(|it| {
                it.kind == TokenKind::Arabic && ctx.words.fold(it).chars().count() >= 3
            })
        };
        let closes = |it: Option<&crate::arabic::Token>| {
            it.is_some_and(|it| matches!(it.kind, TokenKind::Mark('”' | '»' | ')')))
        };
        let before = at.checked_sub(1).map(|it| &tokens[it]);
        if matches!(mark, '.' | '!')
            && !((is_word(before) || closes(before)) && is_word(Some(next)))
        {
            continue;
        }
        let letters = match next.kind {
            TokenKind::Arabic | TokenKind::Latin => true,
            // An opening quote that hugs a word; a straight one may close.
            TokenKind::Mark('“' | '«') => tokens
                .get(at + 2)
                .is_some_and(|it| !it.spaced && it.kind == TokenKind::Arabic),
            _ => false,
        };
        if next.spaced || !letters {
            continue;
        }
        let message = Message::new(
            format!("a space is missing after “{mark}”"),
            format!("تنقص مسافة بعد «{mark}»"),
        );
        let behind = Span::new(token.span.end()..token.span.end());
        let fix = Fix::replace(Applicability::Safe, behind, " ");
        acc.add(token.span, message).fixes.push(fix);
    }
}
