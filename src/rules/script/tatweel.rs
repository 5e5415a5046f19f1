//! Stretching strokes inside words: see [`RULE`].

use crate::{
    arabic::{TokenKind, letters},
    diagnostic::{Applicability, Fix, Message},
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A stretching stroke inside a word.
    ///
    /// ## Why
    ///
    /// The tatweel stretches a word for show. In running text it has no place, and a stretched word
    /// is found by no search. A letter that stands for a word (`هـ`) and a preposition before a
    /// number, a quotation or a Latin word keep theirs.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// قال {الـــوزير|الوزير} إن الاجتماع غدا.
    /// ```
    ///
    /// ```ar
    /// ولد سنة 1390 هـ، ومنح جائزة لـ3 باحثين.
    /// ```
    "script/tatweel" {
        group: Script,
        category: Spelling,
        severity: Neutral,
        confidence: High,
        ar: "تطويل داخل كلمة",
        segment: check,
    }
}

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    if !ctx.words.has_unusual_characters() {
        return;
    }
    for token in &ctx.words.tokens {
        if token.kind != TokenKind::Arabic {
            continue;
        }
        let word = ctx.token(token);
        let stem = word.trim_end_matches(letters::TATWEEL);
        if !stem.contains(letters::TATWEEL) {
            continue;
        }
        let message = Message::fixed("a stretched word", "كلمة فيها تطويل");
        let kept = &word[stem.len()..];
        let plain: String = stem.chars().filter(|it| *it != letters::TATWEEL).collect();
        let fix = Fix::replace(Applicability::Safe, token.span, plain + kept);
        acc.add(token.span, message).fixes.push(fix);
    }
}
