//! The place of the percent sign: see [`RULE`].

use crate::{
    arabic::{TokenKind, bare},
    diagnostic::{Applicability, Fix, Message, Severity},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A percent sign that stands apart from its number, before it, or beside the words for it.
    ///
    /// ## Why
    ///
    /// The sign clings to the end of its number. Beside `في المئة` it says the same a second time.
    /// Before the number, where some write it, it is advice only.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// ارتفع السهم 5{ |}% وتراجع المؤشر 3{%|} في المئة.
    /// ```
    ///
    /// ```ar
    /// ارتفع السهم 5% وتراجع المؤشر 3٪.
    /// ```
    "punctuation/percent-sign" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "علامة النسبة المئوية في غير موضعها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let is_number = |at: Option<usize>| {
        at.and_then(|it| tokens.get(it))
            .is_some_and(|it| it.kind == TokenKind::Number)
    };
    for (at, sign) in tokens.iter().enumerate() {
        let TokenKind::Mark(mark @ ('%' | '٪')) = sign.kind else {
            continue;
        };
        let before = at.checked_sub(1);
        let follows = is_number(before);
        let precedes = is_number(Some(at + 1)) && !tokens[at + 1].spaced;
        if follows && says_percent(ctx, at + 1) {
            let message = Message::fixed("percent is said twice", "النسبة المئوية مذكورة مرتين");
            let start = tokens[at - 1].span.end();
            let span = Span::new(start..sign.span.end());
            let fix = Fix::replace(Applicability::Suggested, span, "");
            acc.add(span, message).fixes.push(fix);
        } else if follows && sign.spaced && !precedes {
            let gap = Span::new(tokens[at - 1].span.end()..sign.span.start());
            let message = Message::new(
                format!("no space before “{mark}”"),
                format!("لا مسافة قبل «{mark}»"),
            );
            let fix = Fix::replace(Applicability::Safe, gap, "");
            acc.add(gap, message).fixes.push(fix);
        } else if precedes && (!follows || sign.spaced) {
            let number = &tokens[at + 1];
            let message = Message::new(
                format!("“{mark}” stands after its number"),
                format!("موضع «{mark}» بعد العدد"),
            );
            let span = sign.span.cover(number.span);
            let text = format!("{}{mark}", ctx.token(number));
            let fix = Fix::replace(Applicability::Suggested, span, text);
            let finding = acc.add(span, message);
            finding.severity = Severity::Neutral;
            finding.fixes.push(fix);
        }
    }
}

/// Whether `في المئة` or `بالمئة` begins at the token of this number.
fn says_percent(ctx: &Ctx<'_>, at: usize) -> bool {
    let word = |by: usize| {
        let token = ctx.words.tokens.get(at + by)?;
        Some(bare(ctx.token(token)))
    };
    let is = |it: Option<String>, of: [&str; 2]| it.is_some_and(|it| of.contains(&it.as_str()));
    is(word(0), ["بالمئة", "بالمائة"])
        || (word(0).as_deref() == Some("في") && is(word(1), ["المئة", "المائة"]))
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn the_sign_goes_behind_its_number() {
        check(&RULE, "ارتفع {%5|5%} ثم {٪٣|٣٪}");
        check(&RULE, "ارتفع 5{%|} بالمئة");
        check(&RULE, "بين 5% و7%");
    }
}
