//! `أحد` before feminine nouns, `إحدى` before masculine ones: see [`RULE`].

use super::nouns::definite;
use crate::{
    arabic::{Gender, Number, bare, other_gender},
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// "One of" in another gender than its noun.
    ///
    /// ## Why
    ///
    /// `أحد` and `إحدى` take the gender of the singular of the noun after them: one of the companies
    /// is `إحدى الشركات`, because a company is feminine. Only nouns are looked at whose gender the list
    /// of nouns or the glossaries give.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أغلقت {أحد|إحدى} الشركات فرعها، واعترض {إحدى|أحد} الأحزاب.
    /// ```
    ///
    /// ```ar
    /// أغلقت إحدى الشركات فرعها، واعترض أحد الأحزاب، وقال أحد القرارات ذلك.
    /// ```
    "agreement/one-of" {
        group: Agreement,
        category: Agreement,
        severity: Major,
        confidence: High,
        ar: "«أحد» أو «إحدى» لا تطابق جنس ما بعدها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let words = &ctx.readings.words;
    for at in 0..words.len().saturating_sub(1) {
        let next = &words[at + 1];
        if !words[at].arabic || !next.arabic || next.barrier != Barrier::Nothing {
            continue;
        }
        let fold = ctx.fold(at);
        let gender = if fold.ends_with("احدي") {
            Gender::Feminine
        } else if fold.ends_with("احد") {
            Gender::Masculine
        } else {
            continue;
        };
        let Some(noun) = definite(ctx, at + 1) else {
            continue;
        };
        if noun.number != Number::Plural || noun.gender == gender || !noun.clitics.is_only_article() {
            continue;
        }
        let Some(right) = other_gender(&bare(ctx.word(at)), noun.gender) else {
            continue;
        };
        let written = ctx.word(at + 1);
        let message = Message::new(
            format!("the singular of “{written}” decides: {right}"),
            format!("مفرد «{written}» هو الذي يحدد: {right}"),
        );
        let fix = Fix::replace(Applicability::Suggested, words[at].span, right);
        acc.add(words[at].span, message).fixes.push(fix);
    }
}
