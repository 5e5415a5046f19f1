//! Prepositions right before a verb: see [`RULE`].

use super::neighbours::{WordSet, arabic_after, letters_of, stretch};
use crate::{
    diagnostic::Message,
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
};

rule! {
    /// A preposition right before a verb.
    ///
    /// ## Why
    ///
    /// A preposition goes before a noun; before a verb stands أن or ما. Where the two meet, a word
    /// was lost in translation, and only the original tells which.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// وبحث الوفدان {في يجب} أن تتوقف الحرب.
    /// ```
    ///
    /// ```ar
    /// وبحث الوفدان في ما يجب أن يحدث لتتوقف الحرب.
    /// ```
    "grammar/preposition-before-verb" {
        group: Grammar,
        category: Grammar,
        severity: Major,
        confidence: High,
        ar: "حرف جر قبل فعل",
        segment: check,
    }
}

/// Prepositions that are never the end of a name or of a verb's phrase.
static PREPOSITIONS: WordSet = WordSet::new(&["في", "إلى", "عن"]);

/// Verbs that are nothing else, neither nouns nor names.
const VERBS: [&str; 18] = [
    "قال",
    "قالت",
    "يقول",
    "تقول",
    "يجب",
    "يمكن",
    "يكون",
    "أصبح",
    "أصبحت",
    "ليست",
    "يريد",
    "تريد",
    "أعلن",
    "أعلنت",
    "يستطيع",
    "تستطيع",
    "أكد",
    "أكدت",
];

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in ctx.readings.governing() {
        let preposition = letters_of(ctx, word);
        if !PREPOSITIONS.contains_behind_conjunction(&preposition) {
            continue;
        }
        let Some(next) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        let verb = letters_of(ctx, next);
        if !VERBS.contains(&&*verb) || is_initialism(ctx, word) {
            continue;
        }
        let message = Message::new(
            format!("“{preposition}” goes before a noun, and “{verb}” is a verb"),
            format!("«{preposition}» حرف جر لا يدخل على الفعل «{verb}»"),
        );
        acc.add(stretch(ctx, word, next), message);
    }
}

/// Whether في at `word` is the letter V of a foreign abbreviation: تي في.
pub(super) fn is_initialism(ctx: &Ctx<'_>, word: usize) -> bool {
    const LETTERS: [&str; 8] = ["تي", "سي", "بي", "دي", "إم", "أم", "آي", "إتش"];
    word > 0 && letters_of(ctx, word) == "في" && LETTERS.contains(&&*letters_of(ctx, word - 1))
}
