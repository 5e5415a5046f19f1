//! An alef of tanwin where none is written: see [`RULE`].

use crate::{
    arabic::{TokenKind, bare},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// An alef for the tanwin after `اء` or `ة`, which take none.
    ///
    /// ## Why
    ///
    /// `مساءً` and `عادةً` carry the tanwin on their last letter. The alef that other words get is a
    /// frequent mistake: `مساءاً`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوفد {مساءاً|مساءً} وغادر {بناءا|بناء} على طلب المضيف {عادةًا|عادةً}.
    /// ```
    ///
    /// ```ar
    /// جاءا مساءً وشاءا أن يغادرا، وقرأ جزءًا من الكتاب.
    /// ```
    "script/tanwin-after-hamza" {
        group: Script,
        category: Spelling,
        severity: Minor,
        confidence: High,
        ar: "ألف تنوين بعد همزة أو تاء مربوطة",
        segment: check,
    }
}

const TANWIN: char = '\u{64B}';

/// Words that end so without tanwin often enough to be sure of: `جاءا` and its like are verbs.
const BARE: [&str; 12] = [
    "مساءا",
    "بناءا",
    "سواءا",
    "ابتداءا",
    "جزاءا",
    "استثناءا",
    "انتهاءا",
    "ماءا",
    "غذاءا",
    "لقاءا",
    "عشاءا",
    "اقتضاءا",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for token in &ctx.words.tokens {
        let word = ctx.token(token);
        if token.kind != TokenKind::Arabic || !word.ends_with(['ا', TANWIN]) {
            continue;
        }
        let letters = bare(word);
        let Some(stem) = letters.strip_suffix('ا') else {
            continue;
        };
        let has_tanwin = word.ends_with(TANWIN) || word.ends_with("\u{64B}ا");
        let hamza = stem.ends_with("اء");
        let sure = if has_tanwin {
            hamza || stem.ends_with('ة')
        } else {
            let behind = letters.strip_prefix('و').unwrap_or(&letters);
            [letters.as_str(), behind]
                .iter()
                .any(|it| BARE.contains(it))
        };
        if !sure {
            continue;
        }
        // Other signs of the word stay where they are.
        let end = word.rfind('ا').unwrap_or(word.len());
        let mut mended = word[..end].trim_end_matches(TANWIN).to_owned();
        if has_tanwin {
            mended.push(TANWIN);
        }
        let message = Message::new(
            format!("no alef after this ending: {mended}"),
            format!("لا ألف بعد هذه النهاية: {mended}"),
        );
        let fix = Fix::replace(Applicability::Safe, token.span, mended);
        acc.add(token.span, message).fixes.push(fix);
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn tanwin_stays_and_the_alef_goes() {
        check(&RULE, "{شجرةاً|شجرةً} {وسواءًا|وسواءً}");
        check(&RULE, "أضاءا الغرفة وباءا بالفشل");
    }
}
