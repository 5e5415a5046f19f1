//! Vowel signs where no word can have them: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind, bare, letters},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A vowel sign where no word can have one.
    ///
    /// ## Why
    ///
    /// A sign without its letter, two vowels on one letter, or a tanwin in the middle of a word is left
    /// over from an edit or a broken conversion. Nearly all of them are slips of
    /// human typists, which translation programs do not make, so it is shown on request only.
    ///
    /// ## Examples
    ///
    /// The second sign of `كُُتب` and the one before `الوزير` are real.
    ///
    /// ```ar
    /// {كُُتب|كُتب} المقال أمس، وقرأه {َ|}الوزير {كتٌابا|كتابا}.
    /// ```
    ///
    /// ```ar
    /// كُتِبَ المقالُ شيئًا فشيئاً، ثمّ أُعِدَّ للنشر هدىً.
    /// ```
    "script/stray-diacritic" {
        group: Script,
        category: Spelling,
        severity: Neutral,
        confidence: High,
        ar: "حركة في غير موضعها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for token in &ctx.words.tokens {
        let (text, message) = match token.kind {
            TokenKind::Mark(_) | TokenKind::Foreign if ctx.token(token).chars().all(is_sign) => (
                String::new(),
                Message::fixed("a vowel sign without its letter", "حركة بلا حرف"),
            ),
            TokenKind::Arabic => match mended(ctx, token) {
                Some(text) => (text, Message::fixed("a vowel sign too many", "حركة زائدة")),
                None => continue,
            },
            _ => continue,
        };
        let fix = Fix::replace(Applicability::Suggested, token.span, text);
        acc.add(token.span, message).fixes.push(fix);
    }
}

const SHADDA: char = '\u{651}';

/// Tanwin, the short vowels and sukun.
fn is_vowel(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{650}' | '\u{652}')
}

fn is_sign(c: char) -> bool {
    is_vowel(c) || c == SHADDA
}

fn is_tanwin(c: char) -> bool {
    matches!(c, '\u{64B}'..='\u{64D}')
}

/// The word without the signs that it cannot have; none where it has no such signs.
fn mended(ctx: &Ctx<'_>, token: &Token) -> Option<String> {
    let word = ctx.token(token);
    let written = |it: char| letters::folded(it).is_some();
    if !word.contains(is_sign) {
        return None;
    }
    let mut out = String::with_capacity(word.len());
    let (mut vowel, mut doubled) = (false, false);
    for (at, c) in word.char_indices() {
        let rest = &word[at + c.len_utf8()..];
        if is_vowel(c) {
            // Behind tanwin there is nothing but the alef that it stands before.
            let after: String = rest.chars().filter(|it| written(*it)).collect();
            let in_the_middle = is_tanwin(c) && !matches!(after.as_str(), "" | "ا" | "ى");
            if in_the_middle && let Some(parted) = parted(&word[..at], c, rest) {
                return Some(parted);
            }
            if std::mem::replace(&mut vowel, true) || in_the_middle {
                continue;
            }
        } else if c == SHADDA {
            if std::mem::replace(&mut doubled, true) {
                continue;
            }
        } else if written(c) {
            (vowel, doubled) = (false, false);
        }
        out.push(c);
    }
    (out != word).then_some(out)
}

/// Two words run together, parted behind the tanwin of the first.
fn parted(before: &str, tanwin: char, rest: &str) -> Option<String> {
    let alef = if before.ends_with('ا') {
        None
    } else {
        rest.strip_prefix('ا')
    };
    let (alef, second) = match alef {
        Some(second) if tanwin == '\u{64B}' => ("ا", second),
        _ => ("", rest),
    };
    let long = |it: &str| bare(it).chars().count() >= 3;
    (long(before) && long(second)).then(|| format!("{before}{tanwin}{alef} {second}"))
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn shadda_and_a_vowel_go_together() {
        check(&RULE, "شدَّةٌ ثمَّ مدّة وفتىً وكتابًا وجزءًا");
        check(&RULE, "{مدّّة|مدّة}");
    }

    #[test]
    fn words_run_together_are_parted() {
        check(
            &RULE,
            "كان {سعيدًابذلك|سعيدًا بذلك} وقال {أيضاًبأنه|أيضاً بأنه} {مٌدرك|مدرك}",
        );
    }
}
