//! `هذا` before a feminine noun, `هذه` before a masculine one: see [`RULE`].

use crate::{
    arabic::{Gender, bare, other_gender},
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A demonstrative in another gender than its noun.
    ///
    /// ## Why
    ///
    /// "This" has no gender in English, so translation guesses. A noun in ة is feminine, but for a few
    /// that name men; a closed list of nouns that are never anything but masculine singular serves
    /// the other way.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// رفض البرلمان {هذا|هذه} الخطة في {هذه|هذا} الأسبوع، {وبهذا|وبهذه} الطريقة انتهت الأزمة.
    /// ```
    ///
    /// ```ar
    /// رفض البرلمان هذه الخطة، وعين هذا الخليفة، وانتقد هؤلاء القادة هذه القرارات.
    /// ```
    "agreement/demonstrative" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "اسم إشارة لا يطابق جنس المشار إليه",
        segment: check,
    }
}

/// Nouns in ة that name men, or several people: `هذا` or `هؤلاء` is right before them. Folded.
const NOT_FEMININE: [&str; 30] = [
    "خليفه",
    "علامه",
    "داعيه",
    "طاغيه",
    "نابغه",
    "رحاله",
    "راويه",
    "قاده",
    "ساده",
    "اساتذه",
    "طلبه",
    "قضاه",
    "رماه",
    "ولاه",
    "دعاه",
    "هواه",
    "غزاه",
    "اباطره",
    "فلاسفه",
    "عباقره",
    "ملائكه",
    "ملايكه",
    "صاغه",
    "باعه",
    "كهنه",
    "سحره",
    "ورثه",
    "قتله",
    "مشاه",
    "حفظه",
];

/// Nouns that are masculine singular and nothing else: no plural of another word is spelt so. Folded.
const MASCULINE: [&str; 74] = [
    "اسبوع",
    "شهر",
    "عام",
    "يوم",
    "قرار",
    "اتفاق",
    "مشروع",
    "تقرير",
    "اجتماع",
    "موتمر",
    "برنامج",
    "نظام",
    "قانون",
    "رييس",
    "بلد",
    "مكان",
    "وقت",
    "موقف",
    "تصريح",
    "بيان",
    "هجوم",
    "انفجار",
    "حادث",
    "موضوع",
    "سوال",
    "مجلس",
    "مقترح",
    "اقتراح",
    "تحقيق",
    "منصب",
    "اجراء",
    "عدد",
    "مبلغ",
    "سبب",
    "هدف",
    "حزب",
    "فيلم",
    "كتاب",
    "مقال",
    "خبر",
    "ملف",
    "مطار",
    "مصنع",
    "منتج",
    "لقاء",
    "خطاب",
    "صراع",
    "نزاع",
    "تغيير",
    "تطور",
    "ارتفاع",
    "انخفاض",
    "تراجع",
    "نمو",
    "عمل",
    "دور",
    "جانب",
    "اطار",
    "سياق",
    "مجال",
    "مستوى",
    "مستوي",
    "وضع",
    "شعور",
    "احتمال",
    "انتصار",
    "فوز",
    "هدوء",
    "مرض",
    "فيروس",
    "لقاح",
    "مسلسل",
    "موسم",
    "مبدا",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 0..words.len().saturating_sub(1) {
        let next = &words[at + 1];
        if !words[at].arabic || !next.arabic || next.barrier != Barrier::Nothing {
            continue;
        }
        let fold = ctx.fold(at);
        let to = if fold.ends_with("هذا") {
            Gender::Feminine
        } else if fold.ends_with("هذه") {
            Gender::Masculine
        } else {
            continue;
        };
        let Some(noun) = ctx.fold(at + 1).strip_prefix("ال") else {
            continue;
        };
        let wrong = match to {
            Gender::Feminine => {
                bare(ctx.word(at + 1)).ends_with('ة')
                    && noun.chars().count() >= 3
                    && !NOT_FEMININE.contains(&noun)
            }
            Gender::Masculine => MASCULINE.contains(&noun),
        };
        let written = bare(ctx.word(at));
        if let (true, Some(right)) = (wrong, other_gender(&written, to)) {
            let noun = ctx.word(at + 1);
            let message = match to {
                Gender::Feminine => Message::new(
                    format!("“{noun}” is feminine: {right}"),
                    format!("«{noun}» مؤنث: {right}"),
                ),
                Gender::Masculine => Message::new(
                    format!("“{noun}” is masculine: {right}"),
                    format!("«{noun}» مذكر: {right}"),
                ),
            };
            let fix = Fix::replace(Applicability::Suggested, words[at].span, right);
            acc.add(words[at].span, message).fixes.push(fix);
        }
    }
}
