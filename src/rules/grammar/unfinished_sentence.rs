//! A sentence that ends in a particle: see [`RULE`].

use super::neighbours::{WordSet, letters_of, place};
use crate::{
    arabic::TokenKind,
    diagnostic::Message,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A sentence that ends in a word something must follow.
    ///
    /// ## Why
    ///
    /// A preposition, a relative pronoun or أن at the end of a sentence says that its rest was lost,
    /// or that a full stop of an English abbreviation was taken for the end.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أكد الوزير {أن}. ثم وصل {إلى}.
    /// ```
    ///
    /// ```ar
    /// أكد الوزير أن الأمر انتهى… وصل إلى البلد الذي ولد فيه. من أين؟ لا أعلم من.
    /// ```
    "grammar/unfinished-sentence" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: Medium,
        ar: "جملة تنتهي بأداة لا تتم إلا بما بعدها",
        segment: check,
    }
}

/// Not إن and في: they end the names of letters, `سي إن إن`, `تي في`.
static NEVER_LAST: WordSet = WordSet::new(&[
    "إلى",
    "على",
    "أن",
    "لأن",
    "بأن",
    "التي",
    "الذي",
    "الذين",
    "لن",
    "لم",
    "سوف",
]);

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    for (word, at) in ctx.readings.words.iter().enumerate() {
        let letters = letters_of(ctx, word);
        if !NEVER_LAST.contains_behind_conjunction(&letters) {
            continue;
        }
        let token = at.token as usize;
        let stops = |it: usize| {
            tokens
                .get(it)
                .is_some_and(|it| it.kind == TokenKind::Mark('.'))
        };
        // Three dots trail off on purpose; a stop inside the sentence is that of an abbreviation.
        let dots = stops(token + 2);
        let ends = tokens
            .get(token + 2)
            .is_none_or(|next| next.sentence != tokens[token].sentence);
        if !stops(token + 1) || dots || !ends {
            continue;
        }
        let message = Message::new(
            format!("something must follow “{letters}”"),
            format!("لا بد من شيء بعد «{letters}»"),
        );
        acc.add(place(ctx, word), message);
    }
}
