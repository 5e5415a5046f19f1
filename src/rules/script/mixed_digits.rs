//! European and Arabic-Indic digits in one article: see [`RULE`].

use super::super::practice::{Use, report};
use crate::{
    arabic::{Token, TokenKind, digit_value},
    diagnostic::{Applicability, Fix},
    rule::{DocumentCtx, Findings, rule},
    style::Digits,
};

rule! {
    /// Digits of two systems in one article, or not those of the house style.
    ///
    /// ## Why
    ///
    /// `123` and `١٢٣` are both at home in Arabic, but an article keeps to one of them. Which one, a
    /// house may say in `style: {digits: …}`; then every other number is a fault. Numbers in Latin
    /// names and addresses keep theirs.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قتل 12 شخصا وجرح 30 آخرون في {٢٠٢٤|2024}.
    /// ```
    ///
    /// ```ar
    /// قتل ١٢ شخصا وأعلنت شركة Boeing 747 تعاونها في عام ٢٠٢٤.
    /// ```
    "script/mixed-digits" {
        group: Script,
        category: Spelling,
        severity: Neutral,
        confidence: High,
        ar: "أرقام من نظامين في مقال واحد",
        document: check,
    }
}

fn check(ctx: &DocumentCtx<'_>, acc: &mut Findings<'_>) {
    let Some(first) = ctx.segments.first() else {
        return;
    };
    let mut uses = Vec::new();
    for (segment, it) in ctx.segments.iter().enumerate() {
        for (at, token) in it.words.tokens.iter().enumerate() {
            if token.kind != TokenKind::Number || is_in_latin(&it.words.tokens, at) {
                continue;
            }
            if let Some(practice) = system(it.token(token)) {
                uses.push(Use {
                    practice,
                    segment,
                    span: token.span,
                });
            }
        }
    }
    report(ctx, acc, &uses, first.style.digits, |it, wanted| {
        let number = ctx.segments[it.segment].at(it.span);
        // A number format is never changed unseen.
        Some(Fix::replace(
            Applicability::Suggested,
            it.span,
            converted(number, wanted),
        ))
    });
}

/// The system of all digits of a number; none where it is of two, or of Persian ones.
fn system(number: &str) -> Option<Digits> {
    let of = |it: char| match it {
        '0'..='9' => Some(Digits::European),
        '\u{660}'..='\u{669}' => Some(Digits::ArabicIndic),
        _ => None,
    };
    let mut digits = number.chars().filter(|it| digit_value(*it).is_some());
    let first = of(digits.next()?)?;
    digits.all(|it| of(it) == Some(first)).then_some(first)
}

/// A number beside a Latin word, or glued to one by a mark (`F-16`).
fn is_in_latin(tokens: &[Token], at: usize) -> bool {
    let latin = |it: Option<&Token>| it.is_some_and(|it| it.kind == TokenKind::Latin);
    let mark = |it: Option<&Token>| it.is_some_and(|it| matches!(it.kind, TokenKind::Mark(_)));
    let before = |by: usize| at.checked_sub(by).map(|it| &tokens[it]);
    let glued = !tokens[at].spaced && mark(before(1)) && !before(1).is_some_and(|it| it.spaced);
    latin(before(1)) || latin(tokens.get(at + 1)) || (glued && latin(before(2)))
}

/// `number` in the digits and with the separators of `wanted`.
fn converted(number: &str, wanted: Digits) -> String {
    let zero = match wanted {
        Digits::ArabicIndic => 0x660,
        Digits::European | Digits::Any => u32::from('0'),
    };
    let convert = |it: char| match (it, wanted) {
        ('٫', Digits::European) => '.',
        ('٬', Digits::European) => ',',
        ('.', Digits::ArabicIndic) if number.matches('.').count() == 1 => '٫',
        (',', Digits::ArabicIndic) => '٬',
        _ => match digit_value(it) {
            Some(value) => char::from_u32(zero + value).unwrap_or(it),
            None => it,
        },
    };
    number.chars().map(convert).collect()
}

#[cfg(test)]
mod tests {
    use super::{
        super::super::trial::{check, check_in},
        RULE,
    };
    use crate::style::{Digits, Style};

    #[test]
    fn the_choice_of_the_house_wins_over_the_habit_of_the_article() {
        let style = Style {
            digits: Digits::ArabicIndic,
            ..Style::default()
        };
        check_in(
            &RULE,
            &style,
            "قتل {12|١٢} شخصا من {1,234.5|١٬٢٣٤٫٥} في ٢٠٢٤",
        );
        check_in(&RULE, &style, "طائرات F-16 وشركة Boeing 747");
        check(&RULE, "قتل 12 شخصا في 2024");
    }
}
