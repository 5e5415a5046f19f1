//! No space outside a bracket: see [`RULE`].

use crate::{
    arabic::{TokenKind, letters::TATWEEL, particle},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// No space between a bracket and the word outside it.
    ///
    /// ## Why
    ///
    /// A bracket hugs what it holds, and a space parts it from the rest. Glued words are found by no
    /// search, and the line cannot break there.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// زار مقر الحلف{(| (}الناتو{)|) }في بروكسل.
    /// ```
    ///
    /// One or two letters before a bracket are a prefix, a letter or two behind it an ending.
    ///
    /// ```ar
    /// زار مقر الحلف (الناتو) في بروكسل مع وفد من اللاعب(ين) و(المدربين) ولـ(الحكام).
    /// ```
    "punctuation/space-around-bracket" {
        group: Punctuation,
        category: Punctuation,
        severity: Minor,
        confidence: High,
        ar: "لا مسافة بين القوس وما خارجه",
        segment: check,
    }
}

/// Fewer letters, unless they are a particle, are a prefix or an ending.
const FEWEST_LETTERS: usize = 3;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    let tokens = &ctx.words.tokens;
    let is_word = |at: usize| {
        tokens.get(at).is_some_and(|it| {
            let word = ctx.token(it);
            let letters = word.chars().count();
            let whole = letters >= FEWEST_LETTERS || (letters > 1 && particle(word).is_some());
            // ولـ(…): the stroke shows a prefix.
            it.kind == TokenKind::Arabic && whole && !word.ends_with(TATWEEL)
        })
    };
    for at in 1..tokens.len() {
        let (place, kind) = match tokens[at].kind {
            TokenKind::Mark('(') if !tokens[at].spaced && is_word(at - 1) && is_word(at + 1) => {
                (tokens[at].span.start(), "before")
            }
            TokenKind::Mark(')')
                if is_word(at - 1) && is_word(at + 1) && !tokens[at + 1].spaced =>
            {
                (tokens[at].span.end(), "after")
            }
            _ => continue,
        };
        let message = if kind == "before" {
            Message::fixed(
                "a space is missing before the bracket",
                "تنقص مسافة قبل القوس",
            )
        } else {
            Message::fixed(
                "a space is missing after the bracket",
                "تنقص مسافة بعد القوس",
            )
        };
        let fix = Fix::replace(Applicability::Safe, Span::new(place..place), " ");
        acc.add(tokens[at].span, message).fixes.push(fix);
    }
}
