//! Persian and Urdu look-alikes in Arabic words: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind, fold::folded, letters, particle},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A Persian or Urdu letter or digit in a word or number that is otherwise Arabic.
    ///
    /// ## Why
    ///
    /// Keyboards and models trained on several languages of the script mix the letters up: `ی` and
    /// `ک` look like `ي` and `ك` but are other characters, so the word is found by no search, and
    /// some fonts draw it with dots missing. A word with letters that Arabic does not have, such as
    /// `پ` or `گ`, is a foreign one that is quoted, and is left alone.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// {التقی|التقى} {الرئیس|الرئيس} بوفد من {أمريکا|أمريكا} عام {۲۰۲۴|٢٠٢٤}.
    /// ```
    ///
    /// ```ar
    /// كتب على الجدار گروه كارى ومعناه فريق العمل.
    /// ```
    "script/foreign-letter" {
        group: Script,
        category: Encoding,
        severity: Minor,
        confidence: High,
        ar: "حرف أو رقم فارسي أو أردي في كلمة عربية",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    if !ctx.words.has_unusual_characters() {
        return;
    }
    let tokens = &ctx.words.tokens;
    let is_foreign = |it: &Token| it.kind == TokenKind::Arabic && is_foreign_word(ctx.token(it));
    for (at, token) in tokens.iter().enumerate() {
        let text = ctx.token(token);
        let beside = [at.checked_sub(1), Some(at + 1)];
        let mut beside = beside.into_iter().flatten().filter_map(|it| tokens.get(it));
        let (mended, message) = match token.kind {
            TokenKind::Arabic if text.contains(is_look_alike) => {
                // A word of a foreign phrase may have none of the telling letters itself.
                if is_foreign(token) || beside.any(is_foreign) {
                    continue;
                }
                let message = Message::fixed(
                    "a Persian or Urdu letter in an Arabic word",
                    "حرف فارسي أو أردي في كلمة عربية",
                );
                (mended_word(text), message)
            }
            TokenKind::Number if text.contains(is_persian_digit) => {
                if beside.any(is_foreign) {
                    continue;
                }
                let message = Message::fixed(
                    "Persian digits in an Arabic text",
                    "أرقام فارسية في نص عربي",
                );
                (mended_number(text), message)
            }
            TokenKind::Mark('۔') if !beside.any(is_foreign) => {
                let message = Message::fixed("the full stop of Urdu", "نقطة الأردية في نص عربي");
                (".".to_owned(), message)
            }
            _ => continue,
        };
        let fix = Fix::replace(Applicability::Safe, token.span, mended);
        acc.add(token.span, message).fixes.push(fix);
    }
}

/// The Arabic letter that `c` looks like.
fn look_alike(c: char) -> Option<char> {
    Some(match c {
        'ی' | 'ے' => 'ي',
        'ک' | 'ڪ' => 'ك',
        'ہ' | 'ھ' | 'ە' => 'ه',
        'ۀ' | 'ۂ' | 'ۃ' => 'ة',
        _ => return None,
    })
}

fn is_look_alike(c: char) -> bool {
    look_alike(c).is_some()
}

fn is_persian_digit(c: char) -> bool {
    matches!(c, '\u{6F0}'..='\u{6F9}')
}

/// Whether a word has letters that Arabic has not. ڤ is left out: Arabic writes foreign v with it.
fn is_foreign_word(word: &str) -> bool {
    word.chars().any(|it| {
        letters::is_script_letter(it) && !letters::is_letter(it) && !is_look_alike(it) && it != 'ڤ'
    })
}

/// `word` in Arabic letters. A final ی is ى in the particles that end so and after them in verbs
/// of the shape of التقى, where Arabic never ends in ي; else it is ي.
fn mended_word(word: &str) -> String {
    let mut mended: String = word
        .chars()
        .map(|it| look_alike(it).unwrap_or(it))
        .collect();
    if word.ends_with('ی') && ends_in_alef(&mended) {
        mended.pop();
        mended.push('ى');
    }
    mended
}

/// Whether the word, here with a final ي, is one that Arabic spells with ى.
fn ends_in_alef(word: &str) -> bool {
    let stem = word.strip_suffix('ي').unwrap_or(word);
    let behind = stem.strip_prefix(['و', 'ف']).unwrap_or(stem);
    [stem, behind]
        .into_iter()
        .any(|it| particle(&format!("{it}ى")).is_some() || PAST.contains(&folded(it).as_str()))
}

/// Frequent past verbs that end in ى, without it, folded.
const PAST: [&str; 12] = [
    "التق",
    "انته",
    "اجر",
    "اعط",
    "تلق",
    "نف",
    "ادل",
    "ابد",
    "اد",
    "قض",
    "اشتر",
    "استدع",
];

/// `number` with the digits its other digits are of, else Arabic ones.
fn mended_number(number: &str) -> String {
    let zero = if number.contains(|it: char| it.is_ascii_digit()) {
        u32::from('0')
    } else {
        0x660
    };
    let mend = |it: char| match it {
        '\u{6F0}'..='\u{6F9}' => char::from_u32(zero + it as u32 - 0x6F0).unwrap_or(it),
        _ => it,
    };
    number.chars().map(mend).collect()
}

#[cfg(test)]
mod tests {
    use super::{is_foreign_word, mended_number, mended_word};

    #[test]
    fn look_alikes_become_arabic() {
        assert_eq!(mended_word("علی"), "على");
        assert_eq!(mended_word("وإلی"), "وإلى");
        assert_eq!(mended_word("الثانی"), "الثاني");
        assert_eq!(mended_word("مکتبہ"), "مكتبه");
        assert_eq!(mended_word("ڤکتور"), "ڤكتور");
    }

    #[test]
    fn digits_keep_their_value_and_follow_their_number() {
        assert_eq!(mended_number("۱٫۵"), "١٫٥");
        assert_eq!(mended_number("20۲4"), "2024");
    }

    #[test]
    fn foreign_words_are_told_by_their_letters() {
        assert!(is_foreign_word("گروه"));
        assert!(!is_foreign_word("ڤکتور"));
    }
}
