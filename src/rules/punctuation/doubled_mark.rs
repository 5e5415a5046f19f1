//! Commas and stops written twice: see [`RULE`].

use crate::{
    arabic::TokenKind,
    diagnostic::{Applicability, Fix, Message, Severity},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A mark written twice, or a comma before a full stop.
    ///
    /// ## Why
    ///
    /// Something was lost between the two marks, or one of them is left over from an edit. Question and
    /// exclamation marks in a row are emphasis, which news does without; that is advice. Two dots and
    /// `؟!` are usual in Arabic and are left.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوزير{، ،|،} ثم غادر{؛؛|؛} ولم يتكلم{،.|.} لماذا{؟؟|؟}
    /// ```
    ///
    /// ```ar
    /// وصل الوزير، ثم.. غادر! لماذا؟! لا أحد يعلم، ...
    /// ```
    "punctuation/doubled-mark" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "علامة مكررة",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let mark = |at: usize| match tokens.get(at)?.kind {
        TokenKind::Mark(mark) => Some(mark),
        _ => None,
    };
    let mut at = 0;
    while at < tokens.len() {
        let first = at;
        at += 1;
        let Some(comma @ ('،' | '؛' | ':' | '؟' | '!')) = mark(first) else {
            continue;
        };
        while mark(at) == Some(comma) {
            at += 1;
        }
        let stresses = matches!(comma, '؟' | '!');
        // Dots stand for words left out.
        let stops =
            matches!(comma, '،' | '؛') && mark(at) == Some('.') && mark(at + 1) != Some('.');
        let last = if stops { at } else { at - 1 };
        if last == first {
            continue;
        }
        let kept = if stops { '.' } else { comma };
        let span = Span::new(tokens[first].span.start()..tokens[last].span.end());
        if ctx.at(span).contains(['\n', '\r']) {
            continue;
        }
        let message = Message::new(
            format!("one “{kept}” is enough"),
            format!("تكفي «{kept}» واحدة"),
        );
        let fix = Fix::replace(Applicability::Safe, span, kept);
        let finding = acc.add(span, message);
        finding.fixes.push(fix);
        if stresses {
            finding.severity = Severity::Neutral;
        }
    }
}
