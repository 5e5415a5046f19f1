//! Two prepositions in a row: see [`RULE`].

use super::{
    neighbours::{arabic_after, letters_of, place, stretch, without_conjunction},
    preposition_before_verb::is_initialism,
};
use crate::{
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// Two prepositions in a row that cannot both stand.
    ///
    /// ## Why
    ///
    /// English `in to`, `on about` and the like were rendered word for word, or a verb was given a
    /// second preposition. One of the two has to go.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وصل الوفد {في إلى|إلى|في} القاهرة.
    /// ```
    ///
    /// من before another preposition is often right, and two clauses may meet after a comma.
    ///
    /// ```ar
    /// قفز من على السطح، ونظر من وإلى الشارع.
    /// ```
    "grammar/doubled-preposition" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: High,
        ar: "حرفا جر متتاليان لا يجتمعان",
        segment: check,
    }
}

const PAIRS: [(&str, &str); 13] = [
    ("في", "إلى"),
    ("في", "على"),
    ("في", "عن"),
    ("إلى", "في"),
    ("إلى", "على"),
    ("إلى", "عن"),
    ("عن", "في"),
    ("عن", "إلى"),
    ("عن", "على"),
    ("على", "إلى"),
    ("على", "عن"),
    ("على", "في"),
    ("من", "إلى"),
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in ctx.readings.governing() {
        let letters = letters_of(ctx, word);
        // The longest is على behind a conjunction.
        if letters.len() > 8 {
            continue;
        }
        // The ف of في is its own.
        let known = |it: &str| PAIRS.iter().any(|pair| pair.0 == it);
        let first = match &*letters {
            it if known(it) => it,
            it => without_conjunction(it),
        };
        let Some(next) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        let second = letters_of(ctx, next);
        if !PAIRS.contains(&(first, &*second))
            || is_initialism(ctx, word)
            || is_contrast(ctx, word, next)
        {
            continue;
        }
        let message = Message::new(
            format!("“{letters}” and “{second}” cannot both stand here"),
            format!("لا يجتمع «{letters}» و«{second}» هنا"),
        );
        let (from, to) = (place(ctx, word), place(ctx, next));
        // The conjunction of the first stays.
        let behind = from.start() + (letters.len() - first.len());
        let gap = Span::new(from.end()..to.end());
        let finding = acc.add(stretch(ctx, word, next), message);
        let without_first = Span::new(behind.min(from.end())..to.start());
        finding
            .fixes
            .push(Fix::replace(Applicability::Suggested, without_first, ""));
        finding
            .fixes
            .push(Fix::replace(Applicability::Suggested, gap, ""));
    }
}

/// Whether the two are named as words (`كلمتا من إلى`) or nothing follows that they could govern.
fn is_contrast(ctx: &Ctx<'_>, word: usize, next: usize) -> bool {
    let before = word.checked_sub(1).map(|it| letters_of(ctx, it));
    let named = ["حرف", "حرفا", "حرفي", "كلمة", "كلمتي", "كلمتا"];
    before.is_some_and(|it| named.contains(&&*it))
        || ctx
            .readings
            .words
            .get(next + 1)
            .is_none_or(|it| it.barrier > Barrier::Nothing)
}
