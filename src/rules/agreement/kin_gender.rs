//! `زوجته، طبيب`: see [`RULE`].

use super::holder::other_title;
use crate::{
    arabic::{Gender, bare},
    diagnostic::{Applicability, Confidence, Fix, Message, Replacement},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// An occupation in the gender of another than the wife, husband or child it is said of.
    ///
    /// ## Why
    ///
    /// `His wife, a dentist` and `married a US citizen` name nobody, and the English occupation shows no
    /// gender; the Arabic word of kin does.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// سافرت زوجته، {طبيب|طبيبة} أسنان، مع والدها، {مهندسة|مهندس} متقاعد.
    /// ```
    ///
    /// ```ar
    /// تزوج من {مواطن|مواطنة} {+أمريكي|أمريكية} عام 2010.
    /// ```
    ///
    /// ```ar
    /// سافرت زوجته، طبيبة أسنان، مع والدها. وتزوجت من مواطن أمريكي. حضر مع زوجته، رئيس الوزراء.
    /// ```
    "agreement/kin-gender" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: Medium,
        ar: "مهنة لا تطابق جنس القريب الموصوف بها",
        segment: check,
    }
}

/// Words of kin as they stand before a pronoun, folded.
const WOMEN: [&str; 10] = [
    "زوجت",
    "ابنت",
    "والدت",
    "شقيقت",
    "اخت",
    "جدت",
    "عمت",
    "خالت",
    "خطيبت",
    "ارملت",
];
const MEN: [&str; 8] = ["زوج", "ابن", "والد", "شقيق", "جد", "عم", "خطيب", "نجل"];

/// Who marries, folded, and the gender of whom they marry.
const MARRIES: [(&str, Gender); 8] = [
    ("تزوج", Gender::Feminine),
    ("متزوج", Gender::Feminine),
    ("يتزوج", Gender::Feminine),
    ("متزوجا", Gender::Feminine),
    ("تزوجت", Gender::Masculine),
    ("متزوجه", Gender::Masculine),
    ("زواجه", Gender::Feminine),
    ("زواجها", Gender::Masculine),
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 1..words.len() {
        if !words[at].arabic {
            continue;
        }
        let Some(gender) = apposed(ctx, at).or_else(|| married(ctx, at)) else {
            continue;
        };
        // حضر مع زوجته، رئيس الوزراء: a title with a complement begins the next in a list.
        let beside = |word: usize| {
            words
                .get(word)
                .filter(|it| it.arabic && it.barrier == Barrier::Nothing)
                .map(|_| bare(ctx.word(word)))
        };
        let next = beside(at + 1);
        if next.as_deref().is_some_and(|it| it.starts_with("ال")) {
            continue;
        }
        let Some(right) = other_title(ctx.word(at), gender) else {
            continue;
        };
        let message = Message::new(
            format!("said of whom it is said: {right}"),
            format!("تطابق من وُصف بها: {right}"),
        );
        let mut edits = vec![Replacement {
            span: words[at].span,
            text: right,
        }];
        let relation = next.and_then(|it| match (gender, it.strip_suffix('ة')) {
            (Gender::Feminine, None) if it.ends_with('ي') => Some(format!("{it}ة")),
            (Gender::Masculine, Some(head)) if head.ends_with('ي') => Some(head.to_owned()),
            _ => None,
        });
        edits.extend(relation.map(|text| Replacement {
            span: words[at + 1].span,
            text,
        }));
        let finding = acc.add(words[at].span, message);
        finding.confidence = Confidence::Medium;
        finding.fixes.push(Fix {
            title: None,
            applicability: Applicability::Suggested,
            edits,
        });
    }
}

/// The gender of the kin that the word at `at` stands in apposition to, behind a comma.
fn apposed(ctx: &Ctx<'_>, at: usize) -> Option<Gender> {
    if ctx.readings.words[at].barrier != Barrier::Comma {
        return None;
    }
    let fold = ctx.fold(at - 1);
    let kin = ["ها", "ه", "هم"]
        .iter()
        .find_map(|it| fold.strip_suffix(it))?;
    let is_of = |list: &[&str]| {
        let behind = kin.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or(kin);
        list.contains(&kin) || list.contains(&behind)
    };
    if is_of(&WOMEN) {
        return Some(Gender::Feminine);
    }
    is_of(&MEN).then_some(Gender::Masculine)
}

/// The gender of whom someone marries, at `at`.
fn married(ctx: &Ctx<'_>, at: usize) -> Option<Gender> {
    let words = &ctx.readings.words;
    let verb = at.checked_sub(2)?;
    if ctx.fold(at - 1) != "من"
        || words[at].barrier != Barrier::Nothing
        || words[at - 1].barrier != Barrier::Nothing
    {
        return None;
    }
    let fold = ctx.fold(verb);
    let core = fold.strip_prefix(['و', 'ف']).unwrap_or(fold);
    MARRIES.iter().find(|it| it.0 == core).map(|it| it.1)
}
