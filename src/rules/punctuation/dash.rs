//! Hyphens in place of a dash: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind},
    diagnostic::{Applicability, Fix, Message, Severity},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// Two hyphens for a dash, or a dash that clings to one word without a partner.
    ///
    /// ## Why
    ///
    /// `--` is how typewriters wrote a dash. Arabic hugs an insertion between two dashes (`–كلام–`);
    /// a single one stands free between its words. The second is advice.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوزير {--|–} ومعه الوفد {--|–} إلى المطار.
    /// ```
    ///
    /// ```ar
    /// وصل الوزير -ومعه الوفد- إلى المطار، ثم انتقل – كما قيل – إلى القصر.
    /// ```
    "punctuation/dash" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "شرطة مكتوبة بغير شكلها",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let is_hyphen = |it: &Token| it.kind == TokenKind::Mark('-');
    let is_dash = |it: &Token| matches!(it.kind, TokenKind::Mark('-' | '–' | '—'));
    let is_word = |it: Option<&Token>| it.is_some_and(|it| it.kind == TokenKind::Arabic);
    let mut at = 1;
    while at < tokens.len() {
        let first = at;
        at += 1;
        if !is_hyphen(&tokens[first]) {
            continue;
        }
        while at < tokens.len() && is_hyphen(&tokens[at]) && !tokens[at].spaced {
            at += 1;
        }
        let (before, after) = (&tokens[first - 1], tokens.get(at));
        let span = Span::new(tokens[first].span.start()..tokens[at - 1].span.end());
        let beside = is_word(Some(before)) || is_word(after);
        if (2..=3).contains(&(at - first)) && beside && after.is_some() {
            let message = Message::fixed("a dash, not hyphens", "شرطة لا واصلتان");
            let fix = Fix::replace(Applicability::Safe, span, "–");
            acc.add(span, message).fixes.push(fix);
            continue;
        }
        let sided = tokens[first].spaced != after.is_some_and(|it| it.spaced);
        let alone = tokens
            .iter()
            .filter(|it| is_dash(it) && it.sentence == tokens[first].sentence)
            .count()
            == 1;
        if at - first == 1 && sided && alone && is_word(Some(before)) && is_word(after) {
            let end = after.map_or(span.end(), |it| it.span.start());
            let gap = Span::new(before.span.end()..end);
            let message = Message::fixed(
                "a dash that stands alone has a space on each side",
                "للشرطة المفردة مسافة عن كل جانب",
            );
            let finding = acc.add(gap, message);
            finding.severity = Severity::Neutral;
            finding
                .fixes
                .push(Fix::replace(Applicability::Safe, gap, " - "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{super::super::trial::check, RULE};

    #[test]
    fn joined_words_and_insertions_are_left() {
        check(&RULE, "مباراة الأهلي-الزمالك -وهي الأولى- أمس");
        check(&RULE, "وصل الوزير{- | - }ثم غادر");
    }
}
