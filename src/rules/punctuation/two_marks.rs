//! Two different marks where one belongs: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// Two different marks in a row where one belongs.
    ///
    /// ## Why
    ///
    /// A question mark ends the sentence, and so does a full stop: beside another stop or comma one of
    /// the two is left over. `؟!` is the only pair that Arabic knows. Human typists write both now and
    /// then, so it is shown on request only.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// متى تعود{؟.|؟} قال{:،|:} غدا{!.|!} ثم غادر{؛.|.}
    /// ```
    ///
    /// ```ar
    /// متى تعود؟! قال: غدا... ثم سأل: «متى؟». ثم غادر.
    /// ```
    "punctuation/two-marks" {
        group: Punctuation,
        category: Punctuation,
        severity: Neutral,
        confidence: Medium,
        ar: "علامتان في موضع واحدة",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let mark = |at: usize| match tokens.get(at)?.kind {
        TokenKind::Mark(mark) => Some(mark),
        _ => None,
    };
    for (at, pair) in tokens.windows(2).enumerate() {
        let (Some(first), Some(second)) = (mark(at), mark(at + 1)) else {
            continue;
        };
        let kept = match (first, second) {
            ('؟' | '!', '.' | '،' | '؛' | ':')
            | (':', '،' | '؛' | '.')
            | ('.', '؟' | '،' | '؛') => first,
            ('،' | '؛', '؟' | '!' | ':') | ('؛', '.' | '،') => second,
            ('،', '؛') => '؛',
            _ => continue,
        };
        let kept = if first == '.' && second != '.' {
            second
        } else {
            kept
        };
        // Dots stand for words left out; a colon before a mark may be a face.
        let dots = |at: Option<usize>| at.and_then(mark) == Some('.');
        if pair[1].spaced
            || (second == '.' && dots(Some(at + 2)))
            || (first == '.' && dots(at.checked_sub(1)))
        {
            continue;
        }
        let span = pair[0].span.cover(pair[1].span);
        let message = Message::new(
            format!("“{kept}” alone is enough"),
            format!("تكفي «{kept}» وحدها"),
        );
        let fix = Fix::replace(Applicability::Suggested, span, kept);
        acc.add(span, message).fixes.push(fix);
    }
}
