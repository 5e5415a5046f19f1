//! Two spaces where one belongs: see [`RULE`].

use crate::{
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// Two spaces or more between words.
    ///
    /// ## Why
    ///
    /// Something was cut out between them, or they come from a page that was laid out by hand. A browser
    /// hides them, print does not. Tables that are drawn with spaces are left.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوزير{  | }إلى المطار.
    /// ```
    ///
    /// ```ar
    /// وصل الوزير إلى المطار.
    /// الأهلي    2    1
    /// الزمالك   1    2
    /// ```
    "punctuation/doubled-space" {
        group: Punctuation,
        category: Punctuation,
        severity: Neutral,
        confidence: High,
        ar: "مسافتان في موضع واحدة",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    if !ctx.text.contains("  ") {
        return;
    }
    let gaps: Vec<Span<_>> = ctx
        .words
        .tokens
        .windows(2)
        .map(|it| Span::new(it[0].span.end()..it[1].span.start()))
        .filter(|it| it.len() > 1 && ctx.at(*it).bytes().all(|it| it == b' '))
        .collect();
    // More than one gap wider than two spaces is a table.
    if gaps.iter().filter(|it| it.len() > 2).count() > 1 {
        return;
    }
    for gap in gaps {
        let message = Message::fixed("one space is enough", "تكفي مسافة واحدة");
        let fix = Fix::replace(Applicability::Safe, gap, " ");
        acc.add(gap, message).fixes.push(fix);
    }
}
