//! Characters without width inside words and beside them: see [`RULE`].

use crate::{
    arabic::{TokenKind, letters},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A character without width inside a word or beside it.
    ///
    /// ## Why
    ///
    /// Zero-width spaces, joiners, soft hyphens and byte order marks come along when text is copied
    /// from web pages. The word looks almost right and no search finds it.
    ///
    /// ## Examples
    ///
    /// The character in the first line is real, a zero-width non-joiner.
    ///
    /// ```ar
    /// أعلنت {الوز‌ارة|الوزارة} نتائج التحقيق.
    /// ```
    ///
    /// ```ar
    /// أعلنت الوزارة نتائج التحقيق.
    /// ```
    "script/zero-width" {
        group: Script,
        category: Encoding,
        severity: Minor,
        confidence: High,
        ar: "محرف لا عرض له داخل كلمة",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    if !ctx.words.has_unusual_characters() {
        return;
    }
    for token in &ctx.words.tokens {
        let word = ctx.token(token);
        // The joiner gives a lone letter its shape: ه‍ for the year of the Hijra.
        if let TokenKind::Mark(c) = token.kind
            && is_zero_width(c)
            && c != JOINER
        {
            let message = Message::fixed(
                "a character without width beside a word",
                "محرف لا عرض له بجانب كلمة",
            );
            let fix = Fix::replace(Applicability::Safe, token.span, "");
            acc.add(token.span, message).fixes.push(fix);
            continue;
        }
        // Persian and Kurdish write the non-joiner inside words.
        if token.kind != TokenKind::Arabic
            || !word.contains(is_zero_width)
            || word.contains(['پ', 'چ', 'ژ', 'گ', 'ی', 'ک', 'ە'])
        {
            continue;
        }
        let message = Message::fixed(
            "a character without width inside a word",
            "محرف لا عرض له داخل كلمة",
        );
        let whole: String = word.chars().filter(|it| !is_zero_width(*it)).collect();
        let finding = acc.add(token.span, message);
        // Where both sides look like words, the character may stand for a space.
        let parts: Vec<&str> = word.split(is_zero_width).collect();
        let two_words = parts.iter().all(|it| it.chars().count() >= 3)
            && parts.iter().skip(1).any(|it| it.starts_with("ال"));
        if two_words {
            let spaced = Fix::replace(Applicability::Suggested, token.span, parts.join(" "));
            finding.fixes.push(spaced);
            finding
                .fixes
                .push(Fix::replace(Applicability::Suggested, token.span, whole));
        } else {
            finding
                .fixes
                .push(Fix::replace(Applicability::Safe, token.span, whole));
        }
    }
}

const JOINER: char = '\u{200D}';

fn is_zero_width(c: char) -> bool {
    letters::is_invisible(c) && !letters::is_bidi_control(c)
}
