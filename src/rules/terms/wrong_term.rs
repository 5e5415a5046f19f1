//! Terms rendered by something else than the approved term: see [`RULE`].

use super::super::entries::{report, report_english};
use crate::{
    glossary::Kind,
    rule::{Ctx, EnglishCtx, Findings, rule},
};

rule! {
    /// A term rendered by something else than the approved Arabic.
    ///
    /// ## Why
    ///
    /// Institutions, treaties and offices have one name in Arabic news. A name put together anew sends
    /// the reader looking for a body that does not exist.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// اجتمعت دول تحالف {الراغبة|الراغبين} في باريس.
    /// ```
    ///
    /// ```ar
    /// دعا الدول الراغبة في الانضمام إلى الاجتماع.
    /// ```
    "terms/wrong-term" {
        group: Terms,
        category: WrongTerm,
        severity: Major,
        confidence: Medium,
        ar: "مصطلح لم يُكتب بمقابله المعتمد",
        segment: check,
        english: check_english,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    report(ctx, acc, Kind::Term);
}

fn check_english(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    report_english(ctx, acc, Kind::Term);
}
