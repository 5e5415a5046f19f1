//! `رغم من`, `وفقا إلى`: see [`RULE`].

use super::neighbours::{WordSet, arabic_after, letters_of, stretch, without_conjunction};
use crate::{
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A preposition of several words with one of them wrong or missing.
    ///
    /// ## Why
    ///
    /// `رغم` stands before its noun by itself; with `من` it needs `على` or ب: `على الرغم من`. `وفقا`,
    /// `طبقا` and `تبعا` take ل.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// غادر {رغم من|على الرغم من} ذلك، {وفقا إلى التقرير|وفقا للتقرير}.
    /// ```
    ///
    /// ```ar
    /// غادر على الرغم من ذلك، بالرغم من الحظر ورغم كل شيء، وفقا للتقرير.
    /// ```
    "grammar/complex-preposition" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: High,
        ar: "تركيب جر ناقص أو بحرف غير حرفه",
        segment: check,
    }
}

static FIRST: WordSet = WordSet::new(&["رغم", "وفقا", "طبقا", "تبعا"]);

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in 0..ctx.readings.words.len() {
        let letters = letters_of(ctx, word);
        if !FIRST.contains_behind_conjunction(&letters) {
            continue;
        }
        let first = if FIRST.contains(&letters) {
            &letters
        } else {
            without_conjunction(&letters)
        };
        let conjunction = &letters[..letters.len() - first.len()];
        let Some(second) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        let preposition = letters_of(ctx, second);
        let (last, right) = if first == "رغم" {
            let before = word.checked_sub(1).map(|it| letters_of(ctx, it));
            let complete = before.as_deref().map(without_conjunction) == Some("على");
            if preposition != "من" || complete {
                continue;
            }
            (second, format!("{conjunction}على الرغم من"))
        } else {
            let wrong = match first {
                "وفقا" => ["إلى", "من", "مع", "على", "عن"].contains(&&*preposition),
                _ => preposition == "إلى",
            };
            let Some(noun) = arabic_after(ctx, second, Barrier::Nothing).filter(|_| wrong) else {
                continue;
            };
            let noun_letters = letters_of(ctx, noun);
            let joined = match noun_letters.strip_prefix("ال") {
                // ل before a noun with ل of its own: للجنة.
                Some(stem) if stem.starts_with('ل') => format!("ل{stem}"),
                Some(stem) => format!("لل{stem}"),
                None => format!("ل{noun_letters}"),
            };
            (noun, format!("{conjunction}{first} {joined}"))
        };
        let span = stretch(ctx, word, last);
        let message = Message::new(format!("the phrase is “{right}”"), format!("يقال: {right}"));
        acc.add(span, message)
            .fixes
            .push(Fix::replace(Applicability::Suggested, span, right));
    }
}
