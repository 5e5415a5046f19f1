//! Words taken in the wrong one of their senses: see [`RULE`].

use super::super::entries::{report, report_english};
use crate::{
    glossary::Kind,
    rule::{Ctx, EnglishCtx, Findings, rule},
};

rule! {
    /// A word taken in the wrong one of its senses.
    ///
    /// ## Why
    ///
    /// A *post* is a job, an office and something one writes on a platform; a *party* is a political
    /// one or a side in a quarrel. The words beside it tell which is meant, and the entries of kind
    /// `sense` say which words those are.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// حذف اللاعب {منصبه|منشوره} على فيسبوك.
    /// ```
    ///
    /// ```ar
    /// تولى منصبه على رأس الشركة.
    /// ```
    "senses/wrong-sense" {
        group: Senses,
        category: Mistranslation,
        severity: Major,
        confidence: High,
        ar: "كلمة أُخذت بغير معناها المقصود",
        segment: check,
        english: check_english,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    report(ctx, acc, Kind::Sense);
}

fn check_english(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    report_english(ctx, acc, Kind::Sense);
}
