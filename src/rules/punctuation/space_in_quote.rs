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
    for marks in [['“', '”'], ['«', '»'], ['"', '"']] {
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
        .all(|pair| matches!(pair, [a, b] if is(&tokens[*a], open) && is(&tokens[*b], close)))
        && (open != close || straight_in_turn(tokens, &places));
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

/// Whether marks that open and close alike, which stand at `places`, can only be read in turn: none that
/// should open clings to the word before it, none that should close clings only to the word after it.
fn straight_in_turn(tokens: &[Token], places: &[usize]) -> bool {
    let glued_forward = |at: usize| tokens.get(at + 1).is_some_and(|it| !it.spaced);
    places.chunks(2).all(|pair| match *pair {
        [opening, closing] => {
            tokens[opening].spaced && !(tokens[closing].spaced && glued_forward(closing))
        }
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn straight_marks_are_looked_at_where_they_can_only_be_read_in_turn() {
        check(&RULE, "قال إنها \"{ |}فرصة جيدة\" وإنها \"خطوة{ |}\" أولى");
        check(&RULE, "لا يقول\" لا \"صريحة");
        check(&RULE, "قال \"نعم ثم \"لا");
    }
}
