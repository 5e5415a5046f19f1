//! Names rendered by the words they are made of: see [`RULE`].

use super::super::entries::report;
use crate::{
    glossary::Kind,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A name rendered by the words it is made of.
    ///
    /// ## Why
    ///
    /// Senator *Banks* is no bank and *The Atlantic* no ocean, but translation programs render names
    /// that are English words as words. Entries of kind `name` list such renderings with what gives
    /// the name away: a title before a surname, a verb of saying after it, *magazine* or *site* before a
    /// title, *on* before a platform.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// نشرت مجلة {المحيط الأطلسي|ذي أتلانتيك} تحقيقا طويلا.
    /// ```
    ///
    /// ```ar
    /// عبرت السفينة المحيط الأطلسي في أسبوع.
    /// ```
    "names/translated" {
        group: Names,
        category: Mistranslation,
        severity: Major,
        confidence: High,
        ar: "اسم علم تُرجم ترجمة حرفية",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    report(ctx, acc, Kind::Name);
}
