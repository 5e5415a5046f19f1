//! Spaces inside quotation marks: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A space just inside a quotation mark.
    ///
    /// ## Why
    ///
    /// Quotation marks hug what they quote. Systems that work on separated tokens leave a space
    /// there. Only marks that open and close in turn are looked at; where they do not, it is not
    /// certain which is which.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قال إنها “{ |}فرصة جيدة{ |}” للسلام.
    /// ```
    ///
    /// ```ar
    /// قال إنها “فرصة جيدة” للسلام و«خطوة أولى».
    /// ```
    "punctuation/space-in-quote" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "مسافة داخل علامتي الاقتباس",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let message = Message::fixed(
        "no space inside quotation marks",
        "لا مسافة داخل علامتي الاقتباس",
    );
    for marks in [['“', '”'], ['«', '»']] {
        report(ctx, acc, marks, &message);
    }
}

/// Adds a finding for each space just inside a pair of marks.
pub(super) fn report(
    ctx: &Ctx<'_>,
    acc: &mut Findings<'_>,
    [open, close]: [char; 2],
    message: &Message,
) {
    let tokens = &ctx.words.tokens;
    let is = |it: &Token, mark| it.kind == TokenKind::Mark(mark);
    let places: Vec<usize> = (0..tokens.len())
        .filter(|it| is(&tokens[*it], open) || is(&tokens[*it], close))
        .collect();
    let in_turn = places
        .chunks(2)
        .all(|pair| matches!(pair, [a, b] if is(&tokens[*a], open) && is(&tokens[*b], close)));
    if !in_turn {
        return;
    }
    for pair in places.chunks(2) {
        let &[opening, closing] = pair else {
            continue;
        };
        // Empty quotes, or nothing but marks between, are another fault.
        if !(opening + 1..closing).any(|it| !matches!(tokens[it].kind, TokenKind::Mark(_))) {
            continue;
        }
        let mut gap = |before: usize| {
            let gap = Span::new(tokens[before].span.end()..tokens[before + 1].span.start());
            if !tokens[before + 1].spaced || ctx.at(gap).contains(['\n', '\r']) {
                return;
            }
            let fix = Fix::replace(Applicability::Safe, gap, "");
            acc.add(gap, message.clone()).fixes.push(fix);
        };
        gap(opening);
        gap(closing - 1);
    }
}
