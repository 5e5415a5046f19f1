//! Letters fixed in one of their shapes: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A word in presentation forms.
    ///
    /// ## Why
    ///
    /// Unicode keeps the shapes of the letters (initial, medial, final) as characters of their own for
    /// old systems. Text taken out of PDF files is often full of them. It looks right, but no search,
    /// no spelling checker and no screen reader knows the words.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// افتتح {ﺍﻟﻤﺪﻳﺮ|المدير} المعرض.
    /// ```
    ///
    /// The signs for whole phrases of praise are written as one character on purpose.
    ///
    /// ```ar
    /// قال النبي ﷺ في الحديث.
    /// ```
    "script/presentation-form" {
        group: Script,
        category: Encoding,
        severity: Minor,
        confidence: High,
        ar: "كلمة بأشكال العرض لا بالحروف",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    if !ctx.words.has_unusual_characters() {
        return;
    }
    for token in &ctx.words.tokens {
        let word = ctx.token(token);
        if token.kind != TokenKind::Arabic || !word.contains(is_presentation_form) {
            continue;
        }
        let message = Message::fixed("letters in presentation forms", "حروف بأشكال العرض");
        let plain: String = word.chars().flat_map(letters).collect();
        let finding = acc.add(token.span, message);
        // A rare ligature may be left; then there is nothing certain to offer.
        if !plain.contains(is_presentation_form) {
            finding
                .fixes
                .push(Fix::replace(Applicability::Safe, token.span, plain));
        }
    }
}

fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FBFF}' | '\u{FC00}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDC7}' | '\u{FE80}'..='\u{FEFC}')
}

/// The letters of U+FE80 and what follows, each as often as it has forms.
const FORMS_B: [(char, u32); 36] = [
    ('ء', 1),
    ('آ', 2),
    ('أ', 2),
    ('ؤ', 2),
    ('إ', 2),
    ('ئ', 4),
    ('ا', 2),
    ('ب', 4),
    ('ة', 2),
    ('ت', 4),
    ('ث', 4),
    ('ج', 4),
    ('ح', 4),
    ('خ', 4),
    ('د', 2),
    ('ذ', 2),
    ('ر', 2),
    ('ز', 2),
    ('س', 4),
    ('ش', 4),
    ('ص', 4),
    ('ض', 4),
    ('ط', 4),
    ('ظ', 4),
    ('ع', 4),
    ('غ', 4),
    ('ف', 4),
    ('ق', 4),
    ('ك', 4),
    ('ل', 4),
    ('م', 4),
    ('ن', 4),
    ('ه', 4),
    ('و', 2),
    ('ى', 2),
    ('ي', 4),
];

/// What a character stands for; itself where it is no form or a rare ligature.
fn letters(c: char) -> impl Iterator<Item = char> {
    let after_lam = match c {
        '\u{FEF5}' | '\u{FEF6}' => Some('آ'),
        '\u{FEF7}' | '\u{FEF8}' => Some('أ'),
        '\u{FEF9}' | '\u{FEFA}' => Some('إ'),
        '\u{FEFB}' | '\u{FEFC}' => Some('ا'),
        _ => None,
    };
    let first = match c {
        _ if after_lam.is_some() => 'ل',
        '\u{FE80}'..='\u{FEF4}' => form_b(c),
        // The forms of set A that other languages of the script use most.
        '\u{FB50}' | '\u{FB51}' => 'ٱ',
        '\u{FB56}'..='\u{FB59}' => 'پ',
        '\u{FB6A}'..='\u{FB6D}' => 'ڤ',
        '\u{FB7A}'..='\u{FB7D}' => 'چ',
        '\u{FB8A}' | '\u{FB8B}' => 'ژ',
        '\u{FB8E}'..='\u{FB91}' => 'ک',
        '\u{FB92}'..='\u{FB95}' => 'گ',
        '\u{FBA6}'..='\u{FBA9}' => 'ہ',
        '\u{FBAA}'..='\u{FBAD}' => 'ھ',
        '\u{FBE8}' | '\u{FBE9}' => 'ى',
        '\u{FBFC}'..='\u{FBFF}' => 'ی',
        other => other,
    };
    std::iter::once(first).chain(after_lam)
}

fn form_b(c: char) -> char {
    let mut offset = c as u32 - 0xFE80;
    for (letter, forms) in FORMS_B {
        if offset < forms {
            return letter;
        }
        offset -= forms;
    }
    c
}

#[cfg(test)]
mod tests {
    use super::{FORMS_B, letters};

    #[test]
    fn forms_cover_their_block() {
        let count: u32 = FORMS_B.iter().map(|it| it.1).sum();
        assert_eq!(count, 0xFEF4 - 0xFE80 + 1);
    }

    #[test]
    fn ligatures_are_two_letters() {
        let plain = |text: &str| text.chars().flat_map(letters).collect::<String>();
        assert_eq!(plain("ﺳﻼﻡ"), "سلام");
        assert_eq!(plain("ﻷﻣﺮ"), "لأمر");
        assert_eq!(plain("ﯾﯽ"), "یی");
    }
}
