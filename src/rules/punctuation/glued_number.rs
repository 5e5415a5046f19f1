//! A number glued to a word: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind, letters::TATWEEL},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// No space between a number and the word before or after it.
    ///
    /// ## Why
    ///
    /// Only prefixes cling to a number (`لـ32`, `و30`). A whole word and a number are parted by a space, or no
    /// search finds either.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// ولد في عام{| }1965 وعاش 20{| }عاما في الخارج مع 5{| }أصدقاء.
    /// ```
    ///
    /// ```ar
    /// ولد في عام 1965 ودفع لـ32 شخصا و10 آلاف دولار من أجل كوفيد-19 وإف16.
    /// ```
    "punctuation/glued-number" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "عدد ملتصق بكلمة",
        segment: check,
    }
}

/// Words that numbers follow and precede in news; names and codes, which may hold digits, are not
/// among them.
const COUNTED: [&str; 24] = [
    "عام",
    "سنة",
    "يوم",
    "شهر",
    "عاما",
    "يوما",
    "شهرا",
    "ساعة",
    "دقيقة",
    "مليون",
    "مليار",
    "ألف",
    "آلاف",
    "ملايين",
    "دولار",
    "دولارا",
    "شخص",
    "شخصا",
    "نحو",
    "حوالي",
    "بنسبة",
    "بلغ",
    "منذ",
    "بعد",
];

/// So many letters behind a number are a word.
const LONG: usize = 4;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let is_word = |it: &Token| {
        let word = ctx.token(it);
        let behind = word.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(word);
        it.kind == TokenKind::Arabic
            && !word.ends_with(TATWEEL)
            && (COUNTED.contains(&word) || COUNTED.contains(&behind))
    };
    // No code goes on with a whole word.
    let is_long =
        |it: &Token| it.kind == TokenKind::Arabic && ctx.words.fold(it).chars().count() >= LONG;
    for pair in ctx.words.tokens.windows(2) {
        let [first, second] = pair else {
            continue;
        };
        let glued = !second.spaced
            && ((is_word(first) && second.kind == TokenKind::Number)
                || (first.kind == TokenKind::Number && (is_word(second) || is_long(second))));
        if !glued {
            continue;
        }
        let between = Span::new(second.span.start()..second.span.start());
        let message = Message::fixed(
            "a space is missing between word and number",
            "تنقص مسافة بين الكلمة والعدد",
        );
        let fix = Fix::replace(Applicability::Safe, between, " ");
        acc.add(between, message).fixes.push(fix);
    }
}
