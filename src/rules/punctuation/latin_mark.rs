//! Latin commas, semicolons and question marks in Arabic: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A Latin comma, semicolon or question mark after an Arabic word.
    ///
    /// ## Why
    ///
    /// Arabic has its own: `،` `؛` `؟`. The Latin ones face the wrong way and are left over from the
    /// original. Inside numbers and after Latin words they are right.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// في ذلك الوقت{,|،} قال الوزير{;|؛} من يدفع الثمن{?|؟}
    /// ```
    ///
    /// ```ar
    /// دفعت Smith, Jones & Co مبلغ 1,234 دولارا.
    /// ```
    "punctuation/latin-mark" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "فاصلة أو علامة استفهام لاتينية بعد كلمة عربية",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (at, token) in tokens.iter().enumerate().skip(1) {
        let TokenKind::Mark(mark) = token.kind else {
            continue;
        };
        let Some(arabic) = arabic_mark(mark) else {
            continue;
        };
        if !follows_arabic(tokens, at) {
            continue;
        }
        let next = tokens.get(at + 1);
        // A figure or name that goes on with the mark: ف,5 or an address.
        let glued = next.filter(|it| !it.spaced);
        if glued.is_some_and(|it| matches!(it.kind, TokenKind::Number | TokenKind::Latin)) {
            continue;
        }
        // The space before it goes, and one comes between it and a word.
        let before = &tokens[at - 1];
        let span = Span::new(before.span.end()..token.span.end());
        if ctx.at(span).contains(['\n', '\r']) {
            continue;
        }
        let space = if glued.is_some_and(|it| it.kind == TokenKind::Arabic) {
            " "
        } else {
            ""
        };
        let message = Message::new(
            format!("“{arabic}” in Arabic, not “{mark}”"),
            format!("العلامة العربية «{arabic}» لا «{mark}»"),
        );
        let fix = Fix::replace(Applicability::Safe, span, format!("{arabic}{space}"));
        acc.add(span, message).fixes.push(fix);
    }
}

/// The Arabic sister of a Latin mark.
fn arabic_mark(mark: char) -> Option<char> {
    Some(match mark {
        ',' => '،',
        ';' => '؛',
        '?' => '؟',
        _ => return None,
    })
}

/// Whether the mark at `at` ends an Arabic word, directly or behind a closing quote or bracket, or
/// another mark of the same kind (`??`).
fn follows_arabic(tokens: &[Token], at: usize) -> bool {
    let mut before = tokens[..at].iter().rev();
    let mut spaced = tokens[at].spaced;
    before
        .find(|it| {
            let closing = matches!(
                it.kind,
                TokenKind::Mark('"' | '”' | '»' | '’' | ')' | ']' | '?' | '!' | '؟')
            ) && !it.spaced
                && !spaced;
            spaced |= it.spaced;
            !closing
        })
        .is_some_and(|it| it.kind == TokenKind::Arabic)
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn spaces_are_mended_with_the_mark() {
        check(&RULE, "قال{ ,|،} إن");
        check(&RULE, "قال{,|، }إن");
        check(&RULE, "قال «نعم»{,|،} ثم");
        check(&RULE, "لماذا{?|؟}{?|؟}");
    }

    #[test]
    fn latin_words_and_numbers_keep_theirs() {
        for text in [
            "بلغ 1,234 دولارا",
            "شركة Apple, التي",
            "رابط a?b=1;c",
            "نسخة,2",
        ] {
            check(&RULE, text);
        }
    }
}
