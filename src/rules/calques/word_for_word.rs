//! Turns of English in Arabic words: see [`RULE`].

use super::super::entries::{report, report_english};
use crate::{
    glossary::Kind,
    rule::{Ctx, EnglishCtx, Findings, rule},
};

rule! {
    /// A turn of English in Arabic words.
    ///
    /// ## Why
    ///
    /// The sentence can be understood, but no native writes it so: the words are Arabic and the order
    /// or the joint is English.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// {هذا يأتي|يأتي هذا} بعد أسبوع من القمة.
    /// ```
    ///
    /// ```ar
    /// يأتي هذا بعد أسبوع من القمة.
    /// ```
    "calques/word-for-word" {
        group: Calques,
        category: Unidiomatic,
        severity: Minor,
        confidence: Medium,
        ar: "تركيب إنجليزي بألفاظ عربية",
        segment: check,
        english: check_english,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    report(ctx, acc, Kind::Calque);
}

fn check_english(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    report_english(ctx, acc, Kind::Calque);
}
