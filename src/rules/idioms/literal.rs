//! Idioms rendered word for word: see [`RULE`].

use super::super::entries::{report, report_english};
use crate::{
    glossary::Kind,
    rule::{Ctx, EnglishCtx, Findings, rule},
};

rule! {
    /// A figure of speech rendered word for word.
    ///
    /// ## Why
    ///
    /// A court of law has no ball in it. Machine translation takes a figure of speech apart and renders
    /// its words, so the reader meets a picture that Arabic does not know. The entries of kind `idiom`
    /// say what the literal renderings look like and what an editor writes instead.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// باتت الكرة في {محكمة|ملعب} الحكومة.
    /// ```
    ///
    /// ```ar
    /// نظرت محكمة الاستئناف في الطعن.
    /// ```
    "idioms/literal" {
        group: Idioms,
        category: Mistranslation,
        severity: Major,
        confidence: High,
        ar: "تعبير اصطلاحي تُرجم ترجمة حرفية",
        segment: check,
        english: check_english,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    report(ctx, acc, Kind::Idiom);
}

fn check_english(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    report_english(ctx, acc, Kind::Idiom);
}
