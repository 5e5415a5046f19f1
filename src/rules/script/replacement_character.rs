//! The mark of lost letters: see [`RULE`].

use crate::{
    diagnostic::Message,
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A replacement character, where letters were lost.
    ///
    /// ## Why
    ///
    /// `�` (U+FFFD) is what a program writes for bytes that it could not read. What stood there is
    /// gone; only the original can tell.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوفد إلى بغ{��} صباح الأحد.
    /// ```
    ///
    /// ```ar
    /// وصل الوفد إلى بغداد صباح الأحد.
    /// ```
    "script/replacement-character" {
        group: Script,
        category: Encoding,
        severity: Major,
        confidence: High,
        ar: "محرف بديل ضاعت عنده حروف",
        segment: check,
    }
}

const LOST: char = '\u{FFFD}';

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    if !ctx.words.has_unusual_characters() {
        return;
    }
    let mut from = 0;
    while let Some(found) = ctx.text[from..].find(LOST) {
        let start = from + found;
        let rest = &ctx.text[start..];
        let len = rest.len() - rest.trim_start_matches(LOST).len();
        from = start + len;
        let message = Message::fixed(
            "letters were lost here when the text was converted",
            "ضاعت هنا حروف عند تحويل النص",
        );
        acc.add(Span::new(start..from), message);
    }
}
