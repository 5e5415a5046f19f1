//! Characters nobody sees, and letters written as something else: what a pattern with them looks for
//! is not what it shows.

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::{Context, Remark};
use crate::{
    arabic::letters,
    diagnostic::{Applicability, Category, Message, Severity},
    text::Span,
};

pub(super) fn check(context: &Context<'_>, remarks: &mut Vec<Remark>) {
    for (file, written) in context.files.iter().enumerate() {
        let text = written.text;
        for (at, c) in text.char_indices().filter(|it| !it.1.is_ascii()) {
            if c == '\u{A0}' || letters::is_invisible(c) {
                remarks.push(invisible(file, at, c));
            }
        }
        let mut at = 0;
        for word in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()) {
            if !word.is_ascii() {
                remarks.extend(unnormalised(file, at, word));
            }
            at += word.len() + 1;
        }
    }
}

fn invisible(file: usize, at: usize, c: char) -> Remark {
    let code = u32::from(c);
    // Joiners shape the letters of some languages; the rest does nothing in a value.
    let fix = match c {
        '\u{A0}' => (Applicability::Safe, " ".to_owned()),
        '\u{200C}' | '\u{200D}' => (Applicability::Suggested, String::new()),
        _ => (Applicability::Safe, String::new()),
    };
    Remark {
        file,
        check: "glossary/invisible-character",
        entry: None,
        severity: Severity::Minor,
        category: Category::Encoding,
        span: Span::new(at..at + c.len_utf8()),
        message: Message::new(
            format!("an invisible character (U+{code:04X}) in a glossary matches nothing"),
            format!("محرف غير مرئي (U+{code:04X}) في المسرد لا يطابق شيئا"),
        ),
        fix: Some(fix),
    }
}

/// Letters in the shape they have inside a word, as old fonts and PDF files hold them. Ligatures that
/// are written on purpose, such as ﷺ, are none.
fn is_presentation_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FBFF}' | '\u{FC00}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDC7}' | '\u{FE70}'..='\u{FEFC}')
}

fn unnormalised(file: usize, at: usize, word: &str) -> Option<Remark> {
    if is_nfc(word) && !word.contains(is_presentation_form) {
        return None;
    }
    let plain: String = word
        .chars()
        .flat_map(|c| {
            let plain = is_presentation_form(c).then(|| std::iter::once(c).nfkc().collect());
            plain
                .unwrap_or_else(|| c.to_string())
                .chars()
                .collect::<Vec<_>>()
        })
        .nfc()
        .collect();
    Some(Remark {
        file,
        check: "glossary/unnormalised",
        entry: None,
        severity: Severity::Minor,
        category: Category::Encoding,
        span: Span::new(at..at + word.len()),
        message: Message::fixed(
            "the letters are not in the normal form of Unicode (NFC), in which articles are written",
            "الأحرف ليست في صورة يونيكود المعيارية (NFC) التي تُكتب بها المقالات",
        ),
        fix: Some((Applicability::Safe, plain)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_come_out_as_they_are_typed() {
        let fixed = |word: &str| {
            unnormalised(0, 0, word)
                .and_then(|it| it.fix)
                .map(|it| it.1)
        };
        assert_eq!(fixed("\u{627}\u{653}خر").as_deref(), Some("آخر"));
        assert_eq!(fixed("\u{FEE3}\u{FEFB}").as_deref(), Some("ملا"));
        assert_eq!(fixed("آخر"), None);
        assert_eq!(fixed("ﷺ"), None);
    }
}
