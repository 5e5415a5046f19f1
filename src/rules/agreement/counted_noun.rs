//! Numbers and the nouns they count: see [`RULE`].

use crate::{
    arabic::{TokenKind, bare, digit_value},
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A counted noun in a form that its number does not take.
    ///
    /// ## Why
    ///
    /// From three to ten Arabic counts in the plural, from eleven to ninety-nine in the singular with
    /// tanwin; English has one plural for both. Only nouns that are counted every day are looked
    /// at, and only numbers in digits that stand directly before them.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// استمرت الأزمة 5 {سنة|سنوات} و15 {أيام|يوما}، وأصيب 7 {شخص|أشخاص}.
    /// ```
    ///
    /// ```ar
    /// استمرت الأزمة 5 سنوات و15 يوما، وبلغ عددهم 103 أشخاص عام 2009 سنة الأزمة، في 3.5 مليون حالة.
    /// ```
    "agreement/counted-noun" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "معدود بصيغة لا يأخذها عدده",
        segment: check,
    }
}

/// Singular, singular with tanwin, plural; as spelt without signs.
const COUNTED: [(&str, &str, &str); 30] = [
    ("سنة", "سنة", "سنوات"),
    ("عام", "عاما", "أعوام"),
    ("يوم", "يوما", "أيام"),
    ("شهر", "شهرا", "أشهر"),
    ("أسبوع", "أسبوعا", "أسابيع"),
    ("ساعة", "ساعة", "ساعات"),
    ("دقيقة", "دقيقة", "دقائق"),
    ("مرة", "مرة", "مرات"),
    ("شخص", "شخصا", "أشخاص"),
    ("دولة", "دولة", "دول"),
    ("شركة", "شركة", "شركات"),
    ("مدينة", "مدينة", "مدن"),
    ("قرية", "قرية", "قرى"),
    ("قتيل", "قتيلا", "قتلى"),
    ("جريح", "جريحا", "جرحى"),
    ("جندي", "جنديا", "جنود"),
    ("طفل", "طفلا", "أطفال"),
    ("امرأة", "امرأة", "نساء"),
    ("رجل", "رجلا", "رجال"),
    ("مليون", "مليونا", "ملايين"),
    ("مليار", "مليارا", "مليارات"),
    ("كيلومتر", "كيلومترا", "كيلومترات"),
    ("متر", "مترا", "أمتار"),
    ("مباراة", "مباراة", "مباريات"),
    ("هدف", "هدفا", "أهداف"),
    ("صاروخ", "صاروخا", "صواريخ"),
    ("طائرة", "طائرة", "طائرات"),
    ("مقعد", "مقعدا", "مقاعد"),
    ("منزل", "منزلا", "منازل"),
    ("قرن", "قرنا", "قرون"),
];

/// Words before a number that make it a name: year, article, room, unit. Folded.
const NAMED: [&str; 22] = [
    "عام",
    "سنه",
    "العام",
    "رقم",
    "الماده",
    "ماده",
    "اللواء",
    "لواء",
    "الفييه",
    "طراز",
    "القناه",
    "قناه",
    "الغرفه",
    "البند",
    "الفصل",
    "شباب",
    "منتخب",
    "تحت",
    "مجموعه",
    "قمه",
    "فيات",
    "كوفيد",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 0..words.len().saturating_sub(1) {
        if ctx.words.tokens[words[at].token as usize].kind != TokenKind::Number {
            continue;
        }
        let next = &words[at + 1];
        let spaced = ctx.words.tokens[next.token as usize].spaced;
        if !next.arabic || next.barrier != Barrier::Nothing || !spaced || is_named(ctx, at) {
            continue;
        }
        // `راديو 4 يوم الأحد`: a noun with a complement of its own is not what is counted.
        let completed = words
            .get(at + 2)
            .is_some_and(|it| it.barrier == Barrier::Nothing && ctx.fold(at + 2).starts_with("ال"));
        if completed {
            continue;
        }
        let Some(number) = value(ctx.word(at)) else {
            continue;
        };
        let written = bare(ctx.word(at + 1));
        let right = match number % 100 {
            3..=10 => COUNTED
                .iter()
                .find(|it| it.0 == written || it.1 == written)
                .map(|it| it.2),
            11..=99 => COUNTED.iter().find(|it| it.2 == written).map(|it| it.1),
            _ => None,
        };
        let Some(right) = right.filter(|it| *it != written) else {
            continue;
        };
        let message = Message::new(
            format!("after {number} the noun is {right}"),
            format!("بعد {number} يُكتب المعدود {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, next.span, right);
        acc.add(next.span, message).fixes.push(fix);
    }
}

/// A whole number without separators.
fn value(text: &str) -> Option<u32> {
    if text.chars().count() > 4 {
        return None;
    }
    text.chars()
        .try_fold(0, |sum, c| Some(sum * 10 + digit_value(c)?))
}

fn is_named(ctx: &Ctx<'_>, at: usize) -> bool {
    let words = &ctx.readings.words;
    if let Some(before) = at.checked_sub(1) {
        // Part of a range, a score, a date: `3-5`, `2/3`.
        if words[at].barrier >= Barrier::Comma && !ctx.words.tokens[words[at].token as usize].spaced
        {
            return true;
        }
        return NAMED.contains(&ctx.fold(before));
    }
    false
}
