//! Brackets and quotation marks with nothing inside: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// Brackets or quotation marks with nothing inside.
    ///
    /// ## Why
    ///
    /// What stood there was lost: a name in another script, an abbreviation, a link.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// زار مقر الحلف{ ()|} في بروكسل ووصفه بأنه{ “”|}.
    /// ```
    ///
    /// ```ar
    /// زار مقر الحلف (الناتو) واستدعى الدالة main() أمس.
    /// ```
    "punctuation/empty-pair" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "قوسان أو علامتا اقتباس لا شيء بينهما",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (at, pair) in tokens.windows(2).enumerate() {
        let [open, close] = pair else {
            continue;
        };
        let (TokenKind::Mark(first), TokenKind::Mark(second)) = (open.kind, close.kind) else {
            continue;
        };
        if !matches!(
            (first, second),
            ('(', ')') | ('[', ']') | ('“', '”') | ('«', '»')
        ) {
            continue;
        }
        let before = at.checked_sub(1).map(|it| &tokens[it]);
        // A function of a program.
        if !open.spaced && before.is_some_and(|it| it.kind == TokenKind::Latin) {
            continue;
        }
        // The space before it goes with it.
        let start = before.map_or(open.span.start(), |it| it.span.end());
        let span = Span::new(start..close.span.end());
        let message = Message::fixed(
            "nothing inside: something was lost",
            "لا شيء بينهما: ضاع شيء هنا",
        );
        let fix = Fix::replace(Applicability::Suggested, span, "");
        acc.add(span, message).fixes.push(fix);
    }
}
