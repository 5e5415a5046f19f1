//! Offices and ranks rendered by another: see [`RULE`].

use super::super::entries::{report, report_english};
use crate::{
    glossary::Kind,
    rule::{Ctx, EnglishCtx, Findings, rule},
};

rule! {
    /// An office or rank rendered by another.
    ///
    /// ## Why
    ///
    /// A *secretary* of state is a minister, and a *whip* has nothing to do with a lash. Titles are
    /// fixed by the state that gives them, and by what Arabic news calls them.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// التقى {سكرتير|وزير} الدفاع الأمريكي قادة الجيش.
    /// ```
    ///
    /// ```ar
    /// عينت الوزيرة سكرتيرا جديدا لمكتبها.
    /// ```
    "titles/wrong-title" {
        group: Titles,
        category: WrongTerm,
        severity: Major,
        confidence: Medium,
        ar: "منصب أو رتبة بغير مقابلهما المعروف",
        segment: check,
        english: check_english,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    report(ctx, acc, Kind::Title);
}

fn check_english(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    report_english(ctx, acc, Kind::Title);
}
