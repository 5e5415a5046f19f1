//! Idioms rendered word for word, told by the source: see [`RULE`].

use crate::{
    glossary::Kind,
    rule::{Findings, PairCtx, rule},
    rules::entries,
};

rule! {
    /// A figure of speech of the source rendered word for word.
    ///
    /// ## Why
    ///
    /// A sentence in which the English idiom stands, and in its translation a word that only the literal
    /// rendering has, was translated word for word, whatever stands around it.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The ball is in Russia's court now, he said. => وقال إن الكرة موجودة الآن داخل {محكمة|ملعب} روسيا.
    /// ```
    ///
    /// ```ar
    /// The case is now in a Russian court, he said. => وقال إن القضية الآن في محكمة روسية.
    /// ```
    "source/literal-idiom" {
        group: Source,
        category: Mistranslation,
        severity: Major,
        confidence: High,
        ar: "عبارة اصطلاحية في الأصل نُقلت حرفيًا",
        pair: check,
    }
}

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    entries::report_beside(ctx, acc, |it| matches!(it, Kind::Idiom | Kind::Calque));
}
