//! A quotation inside another between the same marks: see [`RULE`].

use super::pairs::pairs;
use crate::{
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A quotation inside another between the same marks.
    ///
    /// ## Why
    ///
    /// The reader takes the first closing mark for the end of the outer quotation. The inner one
    /// takes marks of another kind.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قال: «سموا المشروع {«|“}الحلم{+»|”} ثم نسوه».
    /// ```
    ///
    /// ```ar
    /// قال: «سموا المشروع “الحلم” ثم نسوه».
    /// ```
    "punctuation/nested-quotes" {
        group: Punctuation,
        category: Punctuation,
        severity: Neutral,
        confidence: High,
        ar: "اقتباس داخل اقتباس بالعلامتين نفسيهما",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for pair in pairs(tokens) {
        if pair.inside != Some(pair.open.1) {
            continue;
        }
        let (open, close) = if pair.open.1 == '«' {
            ("“", "”")
        } else {
            ("‘", "’")
        };
        let message = Message::fixed(
            "the same marks around a quotation and one inside it",
            "علامتان واحدتان لاقتباس ولما داخله",
        );
        let first = tokens[pair.open.0].span;
        let fix = Fix::replace(Applicability::Suggested, first, open)
            .and(tokens[pair.close.0].span, close);
        acc.add(first, message).fixes.push(fix);
    }
}
