//! `الوزير الخارجية`: see [`RULE`].

use super::neighbours::{arabic_after, letters_of, place};
use crate::{
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// ال on the first term of a construct.
    ///
    /// ## Why
    ///
    /// The foreign minister is `وزير الخارجية`: the second term makes the first definite. A translation
    /// word for word keeps "the" on both. Only fixed offices and institutions are looked at, whose second
    /// term is never an adjective.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// التقى {الوزير|وزير} الخارجية {بالرئيس|برئيس} الوزراء في {المجلس|مجلس} النواب.
    /// ```
    ///
    /// ```ar
    /// التقى وزير الخارجية برئيس الوزراء في مجلس النواب، وناقش المجلس النواب المستقلين، والوزير الخارج من القاعة.
    /// ```
    "grammar/definite-construct" {
        group: Grammar,
        category: Grammar,
        severity: Major,
        confidence: High,
        ar: "المضاف معرف بأل",
        segment: check,
    }
}

/// First terms, without ال, and the second terms that complete them.
const CONSTRUCTS: [(&[&str], &[&str]); 5] = [
    (
        &["وزير", "وزيرة", "وزراء", "وزارة"],
        &[
            "الخارجية",
            "الداخلية",
            "الدفاع",
            "المالية",
            "العدل",
            "الصحة",
            "الخزانة",
            "الطاقة",
            "الاقتصاد",
            "الثقافة",
            "الزراعة",
            "التجارة",
            "التعليم",
        ],
    ),
    (&["رئيس", "رئيسة"], &["الوزراء", "الجمهورية", "البرلمان"]),
    (&["مجلس"], &["النواب", "الشيوخ", "الأمن", "الوزراء"]),
    (&["حزب"], &["العمال", "المحافظين"]),
    (&["لجنة"], &["الانتخابات", "التحقيق"]),
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in 0..ctx.readings.words.len().saturating_sub(1) {
        let fold = ctx.fold(word);
        if !(fold.contains("ال") || fold.contains("لل")) {
            continue;
        }
        let letters = letters_of(ctx, word);
        let Some((before, stem)) = without_article(&letters) else {
            continue;
        };
        let Some((_, seconds)) = CONSTRUCTS.iter().find(|it| it.0.contains(&stem)) else {
            continue;
        };
        let Some(next) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        let second = letters_of(ctx, next);
        // ناقش المجلس النواب, الوزارة المالية: what follows may stand for itself.
        let object =
            stem == "مجلس" && second == "النواب" && word > 0 && !governed(ctx, word, before);
        let adjective = stem == "وزارة" && second == "المالية";
        if !seconds.contains(&&*second) || object || adjective {
            continue;
        }
        let right = format!("{before}{stem}");
        let message = Message::new(
            format!("the first term of a construct takes no ال: {right}"),
            format!("المضاف لا يُعرّف بأل: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, place(ctx, word), right);
        acc.add(place(ctx, word), message).fixes.push(fix);
    }
}

/// Whether a preposition stands before the word or on it.
fn governed(ctx: &Ctx<'_>, word: usize, before: &str) -> bool {
    before.ends_with(['ب', 'ل', 'ك']) || crate::arabic::governs(ctx.fold(word - 1))
}

/// What a word with ال carries before it, and what is left: `وبال` gives `وب`, `لل` gives `ل`.
fn without_article(letters: &str) -> Option<(&str, &str)> {
    const BEFORE: [&str; 9] = ["", "و", "ف", "ب", "ك", "وب", "فب", "وك", "فك"];
    for before in BEFORE {
        if let Some(stem) = letters
            .strip_prefix(before)
            .and_then(|it| it.strip_prefix("ال"))
        {
            return Some((&letters[..before.len()], stem));
        }
    }
    for before in ["ل", "ول", "فل"] {
        if let Some(stem) = letters
            .strip_prefix(before)
            .and_then(|it| it.strip_prefix('ل'))
        {
            return Some((&letters[..before.len()], stem));
        }
    }
    None
}
