//! Separators and digits of one system in numbers of the other: see [`RULE`].

use crate::{
    arabic::{TokenKind, digit_value},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A number with the separators or digits of another system.
    ///
    /// ## Why
    ///
    /// Arabic-Indic digits take `٬` between thousands and `٫` before decimals, European digits `,` and
    /// `.`. Digits of both systems in one number come from a broken conversion. The fix never changes
    /// the value.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// دفع {١,٢٣٤.٥|١٬٢٣٤٫٥} دينار في عام {٢0٢4|٢٠٢٤} وخسر {3٫5|3.5} نقطة.
    /// ```
    ///
    /// ```ar
    /// دفع ١٬٢٣٤٫٥ دينار في ٢٠٢٤/٥/١ عند 10:30 وخسر 1,234.5 نقطة.
    /// ```
    "punctuation/number-separator" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "رقم بفواصل نظام آخر أو أرقامه",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for token in &ctx.words.tokens {
        if token.kind != TokenKind::Number {
            continue;
        }
        let number = ctx.token(token);
        let Some(mended) = mended(number) else {
            continue;
        };
        let message = Message::new(
            format!("digits or separators of two systems in one number: {mended}"),
            format!("أرقام أو فواصل من نظامين في عدد واحد: {mended}"),
        );
        let fix = Fix::replace(Applicability::Suggested, token.span, mended);
        acc.add(token.span, message).fixes.push(fix);
    }
}

/// `number` in the system of its first digit, where it is not so already.
fn mended(number: &str) -> Option<String> {
    let is_eastern = match number.chars().next()? {
        '0'..='9' => false,
        '\u{660}'..='\u{669}' => true,
        _ => return None,
    };
    let zero = if is_eastern { 0x660 } else { u32::from('0') };
    // Two dots are a date or a version.
    let decimal = number.matches('.').count() == 1;
    let mend = |it: char| match (it, is_eastern) {
        ('\u{6F0}'..='\u{6F9}', _) => it,
        ('٫', false) => '.',
        ('٬', false) => ',',
        ('.', true) if decimal => '٫',
        (',', true) => '٬',
        _ => match digit_value(it) {
            Some(value) => char::from_u32(zero + value).unwrap_or(it),
            None => it,
        },
    };
    let mended: String = number.chars().map(mend).collect();
    (mended != number).then_some(mended)
}
