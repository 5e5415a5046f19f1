//! `هذا` before a feminine noun, `هذه` before a masculine one: see [`RULE`].

use super::{
    both::gender_of_dual,
    nouns::{definite, of_possessed},
};
use crate::{
    arabic::{Gender, NounKind, Number, bare, is_frequent, other_gender},
    diagnostic::{Applicability, Confidence, Finding, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
    text::{InSegment, Span},
};

rule! {
    /// A demonstrative in another gender than its noun.
    ///
    /// ## Why
    ///
    /// "This" has no gender in English, so translation guesses. A noun in ة is feminine, but for a few
    /// that name men; of the others the list of nouns tells gender and number. Plurals of things take
    /// `هذه`, people in the plural `هؤلاء`.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// رفض البرلمان {هذا|هذه} الخطة في {هذه|هذا} الأسبوع، {وبهذا|وبهذه} الطريقة انتهت الأزمة.
    /// ```
    ///
    /// ```ar
    /// {هذا هو|هذه هي} المشكلة: {هذا|هذه} القرارات، {وهذه|وهؤلاء} المسؤولون.
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
pub(super) const NOT_FEMININE: [&str; 30] = [
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
        let written = if fold.ends_with("هذا") {
            Pointing::At(Gender::Masculine)
        } else if fold.ends_with("هذه") {
            Pointing::At(Gender::Feminine)
        } else if fold.ends_with("هولاء") {
            Pointing::AtPeople
        } else if let Some(gender) = far(ctx, at) {
            Pointing::At(gender)
        } else {
            if let Some(right) = of_two(ctx, at) {
                report(acc, words[at].span, ctx.word(at + 1), right);
            }
            continue;
        };
        if let Pointing::At(gender) = written
            && let Some((pronoun, right)) = beside_pronoun(ctx, at, gender)
        {
            let span = words[at].span.cover(words[pronoun].span);
            report(acc, span, ctx.word(pronoun + 1), right).confidence = Confidence::Medium;
            continue;
        }
        let Some(wanted) = pointing_at(ctx, at + 1, written).filter(|it| *it != written) else {
            continue;
        };
        let letters = bare(ctx.word(at));
        let right = match (written, wanted) {
            (Pointing::At(_), Pointing::At(to)) => other_gender(&letters, to),
            (Pointing::At(_), Pointing::AtPeople) if letters.ends_with('ك') => None,
            (Pointing::At(_), Pointing::AtPeople) => {
                let stem = letters.strip_suffix("هذا");
                let stem = stem.or_else(|| letters.strip_suffix("هذه"));
                stem.map(|it| format!("{it}هؤلاء"))
            }
            (Pointing::AtPeople, _) => letters.strip_suffix("هؤلاء").map(|it| format!("{it}هذه")),
        };
        if let Some(right) = right {
            report(acc, words[at].span, ctx.word(at + 1), right);
        }
    }
}

/// The gender that تلك shows. ذلك stands for what was said (`قالت ذلك الوزيرة`, `بما في ذلك`) as often as it
/// points at the noun after it, so it is left alone.
fn far(ctx: &Ctx<'_>, at: usize) -> Option<Gender> {
    let fold = ctx.fold(at);
    let behind = fold.strip_prefix(['و', 'ف']).unwrap_or(fold);
    matches!(behind, "تلك" | "بتلك" | "لتلك").then_some(Gender::Feminine)
}

/// The demonstrative of two in the gender of the dual after it, where it has the other.
fn of_two(ctx: &Ctx<'_>, at: usize) -> Option<String> {
    let fold = ctx.fold(at);
    let written = if fold.ends_with("هذان") || fold.ends_with("هذين") {
        Gender::Masculine
    } else if fold.ends_with("هاتان") || fold.ends_with("هاتين") {
        Gender::Feminine
    } else {
        return None;
    };
    let gender = gender_of_dual(ctx, at + 1).filter(|it| *it != written)?;
    other_gender(&bare(ctx.word(at)), gender)
}

/// What a demonstrative shows of what it points at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pointing {
    /// هذا or هذه.
    At(Gender),
    /// هؤلاء.
    AtPeople,
}

fn report<'f>(
    acc: &'f mut Findings<'_>,
    span: Span<InSegment>,
    noun: &str,
    right: String,
) -> &'f mut Finding {
    let message = Message::new(
        format!("it points at “{noun}”: {right}"),
        format!("اسم الإشارة يطابق «{noun}»: {right}"),
    );
    let finding = acc.add(span, message);
    finding
        .fixes
        .push(Fix::replace(Applicability::Suggested, span, right));
    finding
}

/// What points at the noun with ال at `word`, as far as anything is known of it.
fn pointing_at(ctx: &Ctx<'_>, word: usize, written: Pointing) -> Option<Pointing> {
    let noun = ctx.fold(word).strip_prefix("ال")?;
    if let Some(known) = definite(ctx, word) {
        let people = known.number == Number::Plural && known.kind == Some(NounKind::Human);
        return match known.concord() {
            _ if people && known.gender == Gender::Masculine => Some(Pointing::AtPeople),
            // هؤلاء الفريق: said of those in it.
            Some(_) if written == Pointing::AtPeople && !known.is_things() => None,
            Some(gender) => Some(Pointing::At(gender)),
            None => None,
        };
    }
    if written == Pointing::AtPeople {
        return None;
    }
    let letters = bare(ctx.word(word));
    // Of a word that hardly occurs, two words written together as often as not, nobody can tell.
    let known = is_frequent(&letters) || letters.strip_prefix("ال").is_some_and(is_frequent);
    let ends = letters.ends_with('ة') && known;
    if ends && noun.chars().count() >= 3 && !NOT_FEMININE.contains(&noun) {
        return Some(Pointing::At(Gender::Feminine));
    }
    MASCULINE
        .contains(&noun)
        .then_some(Pointing::At(Gender::Masculine))
}

/// The place of the pronoun in `هذا هو` before a noun of the other gender, and what the two should be.
fn beside_pronoun(ctx: &Ctx<'_>, at: usize, gender: Gender) -> Option<(usize, String)> {
    let words = &ctx.readings.words;
    let (pronoun, noun) = (at + 1, at + 2);
    let here = words.get(noun)?;
    if !matches!(ctx.fold(pronoun), "هو" | "هي") || !here.arabic || here.barrier != Barrier::Nothing
    {
        return None;
    }
    let to = match definite(ctx, noun) {
        Some(known) => known.concord()?,
        None => of_possessed(ctx, noun)?,
    };
    if to == gender {
        return None;
    }
    let demonstrative = other_gender(&bare(ctx.word(at)), to)?;
    let pronoun_right = match to {
        Gender::Masculine => "هو",
        Gender::Feminine => "هي",
    };
    Some((pronoun, format!("{demonstrative} {pronoun_right}")))
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn the_noun_decides() {
        check(&RULE, "كل {هذا|هذه} الفوضى {وهذا|وهذه} القرارات");
        check(&RULE, "{هذه|هذا} الغضب، {وهؤلاء|وهذه} الشركات");
        check(&RULE, "{لهذا|لهؤلاء} المسؤولين، هؤلاء القادة، هذا الفريق");
        check(&RULE, "{هذا هو|هذه هي} حقوقي، وهذا هو حقي، وهذه هي حقوقهم");
        check(
            &RULE,
            "{تلك|ذلك} القرار، وتلك المدينة، {هذان|هاتان} الدولتان",
        );
        check(
            &RULE,
            "قالت ذلك الوزيرة، لذلك الحكومة غائبة، وكذلك الشركة، بما في ذلك الأزمة",
        );
        check(&RULE, "{هذا هو|هذه هي} المشكلة وهذا هو السبب");
    }
}
