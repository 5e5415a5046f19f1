//! Commas between the items of a list, as English has them: see [`RULE`].

use crate::{
    arabic::{Token, TokenKind},
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A list with commas and one `و` before the last item, as in English.
    ///
    /// ## Why
    ///
    /// English lists `a, b and c`. Arabic joins each item with `و`: `أ وب وج`. News writes both, so this is
    /// advice. Only items of one word are looked at; longer ones may be clauses.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// زار الوفد تونس{، | و}الجزائر{+، والمغرب| والمغرب}.
    /// ```
    ///
    /// ```ar
    /// زار الوفد تونس والجزائر والمغرب، وعاد أمس.
    /// ```
    "punctuation/list-comma" {
        group: Punctuation,
        category: Unidiomatic,
        severity: Neutral,
        confidence: Medium,
        ar: "تعداد بالفواصل على نسق الإنجليزية",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let comma = |it: &Token| it.kind == TokenKind::Mark('،');
    let words = &ctx.readings.words;
    // first، second، وthird
    for at in 1..tokens.len().saturating_sub(4) {
        let [one, item, two, last] = [at, at + 1, at + 2, at + 3].map(|it| &tokens[it]);
        let arabic = |it: &Token| it.kind == TokenKind::Arabic;
        if !comma(one) || !arabic(item) || !comma(two) || !arabic(last) || !arabic(&tokens[at - 1])
        {
            continue;
        }
        let (item_text, last_text) = (ctx.token(item), ctx.token(last));
        // The list ends with its last item.
        let ends = ctx
            .readings
            .word_of_token(at + 3)
            .and_then(|it| words.get(it + 1))
            .is_none_or(|it| it.barrier != Barrier::Nothing);
        if item_text.starts_with('و') || !last_text.starts_with('و') || !ends || last_text.len() < 6
        {
            continue;
        }
        let gap = |before: usize| {
            crate::text::Span::new(tokens[before].span.end()..tokens[before + 2].span.start())
        };
        let message = Message::fixed(
            "Arabic joins each item of a list with و",
            "يعطف كل عنصر في التعداد بالواو",
        );
        let rest = crate::text::Span::new(tokens[at + 1].span.end()..last.span.end());
        let fix = Fix::replace(Applicability::Suggested, gap(at - 1), " و")
            .and(rest, format!(" {last_text}"));
        acc.add(gap(at - 1), message).fixes.push(fix);
    }
}
