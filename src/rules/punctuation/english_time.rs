//! English words of dates and times left standing: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// An English month or `AM`/`PM` beside a number.
    ///
    /// ## Why
    ///
    /// Times and dates were passed over by the translation. Arabic writes `10:30 مساء` and `5 يونيو`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// يبدأ الحفل عند 10:30 {PM|مساء} في 5 {June|يونيو}.
    /// ```
    ///
    /// ```ar
    /// يبدأ الحفل عند 10:30 مساء في محطة AM الإذاعية، وقالت May إنها ستحضر.
    /// ```
    "punctuation/english-time" {
        group: Punctuation,
        category: Untranslated,
        severity: Minor,
        confidence: High,
        ar: "شهر أو وقت بالإنجليزية",
        segment: check,
    }
}

/// The months in lower case, as long and as short as they are written, and in Arabic.
const MONTHS: [(&str, &str); 24] = [
    ("january", "يناير"),
    ("february", "فبراير"),
    ("march", "مارس"),
    ("april", "أبريل"),
    ("may", "مايو"),
    ("june", "يونيو"),
    ("july", "يوليو"),
    ("august", "أغسطس"),
    ("september", "سبتمبر"),
    ("october", "أكتوبر"),
    ("november", "نوفمبر"),
    ("december", "ديسمبر"),
    ("jan", "يناير"),
    ("feb", "فبراير"),
    ("mar", "مارس"),
    ("apr", "أبريل"),
    ("jun", "يونيو"),
    ("jul", "يوليو"),
    ("aug", "أغسطس"),
    ("sep", "سبتمبر"),
    ("sept", "سبتمبر"),
    ("oct", "أكتوبر"),
    ("nov", "نوفمبر"),
    ("dec", "ديسمبر"),
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let is_number = |at: Option<usize>| {
        at.and_then(|it| tokens.get(it))
            .is_some_and(|it| it.kind == TokenKind::Number)
    };
    for (at, token) in tokens.iter().enumerate() {
        if token.kind != TokenKind::Latin {
            continue;
        }
        let fold = ctx.words.fold(token);
        let before = is_number(at.checked_sub(1));
        let dotted = |second: usize| {
            let is = |by: usize, kind| {
                tokens
                    .get(at + by)
                    .is_some_and(|it| it.kind == kind && !it.spaced)
            };
            is(1, TokenKind::Mark('.'))
                && tokens
                    .get(at + 2)
                    .is_some_and(|it| ctx.words.fold(it) == "m")
                && is(3, TokenKind::Mark('.'))
                && second == 3
        };
        let (last, arabic) = match fold {
            "am" if before => (at, "صباحا"),
            "pm" if before => (at, "مساء"),
            "a" if before && dotted(3) => (at + 3, "صباحا"),
            "p" if before && dotted(3) => (at + 3, "مساء"),
            _ if before || is_number(Some(at + 1)) => match MONTHS.iter().find(|it| it.0 == fold) {
                Some((_, arabic)) => (at, *arabic),
                None => continue,
            },
            _ => continue,
        };
        // A Latin title or address keeps its month.
        let latin = |at: Option<usize>| {
            at.and_then(|it| tokens.get(it))
                .is_some_and(|it| it.kind == TokenKind::Latin)
        };
        if latin(at.checked_sub(1)) || (before && latin(at.checked_sub(2))) || latin(Some(last + 1))
        {
            continue;
        }
        let span = Span::new(token.span.start()..tokens[last].span.end());
        let message = Message::new(
            format!("“{}” in Arabic is “{arabic}”", ctx.at(span)),
            format!("«{}» بالعربية «{arabic}»", ctx.at(span)),
        );
        let space = if token.spaced { "" } else { " " };
        let fix = Fix::replace(Applicability::Suggested, span, format!("{space}{arabic}"));
        acc.add(span, message).fixes.push(fix);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn dotted_and_glued_forms_are_known() {
        check(
            &RULE,
            "عند 10 {a.m.|صباحا} وعند 10{pm| مساء} يوم {July|يوليو} 4",
        );
        check(&RULE, "كتاب The May 5 Affair وتردد AM 990");
    }
}
