//! `كلا` before feminine duals, `كلتا` before masculine ones: see [`RULE`].

use crate::{
    arabic::{Gender, NounKind, Number, bare, listed_nouns, other_gender},
    diagnostic::{Applicability, Fix, Message},
    matcher::{Barrier, FormKind},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// "Both" in another gender than its noun.
    ///
    /// ## Why
    ///
    /// `كلا` goes with masculine duals and `كلتا` with feminine ones. English has one word for the two.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// في {كلا|كلتا} الدولتين، ومع {كلتا|كلا} الحزبين.
    /// ```
    ///
    /// ```ar
    /// في كلتا الدولتين، ومع كلا الحزبين، وكلا البيتين، وكلتا القدمين.
    /// ```
    "agreement/both" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "«كلا» أو «كلتا» لا تطابق جنس ما بعدها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 0..words.len().saturating_sub(1) {
        if !words[at].arabic || words[at + 1].barrier != Barrier::Nothing {
            continue;
        }
        let fold = ctx.fold(at);
        let written = if fold.ends_with("كلتا") {
            Gender::Feminine
        } else if fold.ends_with("كلا") {
            Gender::Masculine
        } else {
            continue;
        };
        let Some(gender) = gender_of_dual(ctx, at + 1).filter(|it| *it != written) else {
            continue;
        };
        let Some(right) = other_gender(&bare(ctx.word(at)), gender) else {
            continue;
        };
        let noun = ctx.word(at + 1);
        let message = Message::new(
            format!("the singular of “{noun}” decides: {right}"),
            format!("مفرد «{noun}» هو الذي يحدد: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, words[at].span, right);
        acc.add(words[at].span, message).fixes.push(fix);
    }
}

/// The gender of a dual with ال whose singular is known.
pub(super) fn gender_of_dual(ctx: &Ctx<'_>, word: usize) -> Option<Gender> {
    let letters = bare(ctx.word(word));
    let dual = letters.strip_prefix("ال")?;
    let stem = dual
        .strip_suffix("ين")
        .or_else(|| dual.strip_suffix("ان"))?;
    let mut genders: Vec<Gender> = ctx
        .readings
        .of(word)
        .iter()
        .filter_map(|reading| {
            let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
            let known = form.kind == FormKind::Noun && form.is_declared() && !form.is_adjective();
            form.noun()
                .filter(|it| known && it.number == Number::Dual)
                .map(|it| it.gender)
        })
        .collect();
    let of_feminine = stem.strip_suffix('ت').map(|it| format!("{it}ة"));
    let singulars = [Some(stem.to_owned()), of_feminine];
    for noun in singulars.iter().flatten().flat_map(|it| listed_nouns(it)) {
        if noun.number == Number::Singular && noun.kind != NounKind::Place {
            genders.push(noun.gender?);
        }
    }
    let first = *genders.first()?;
    genders.iter().all(|it| *it == first).then_some(first)
}
