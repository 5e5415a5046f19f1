//! Negations that were lost or came in: see [`RULE`].

use crate::{
    diagnostic::Message,
    english::English,
    rule::{Ctx, Findings, PairCtx, Paired, rule},
};

rule! {
    /// A negation of the source that the target lacks.
    ///
    /// ## Why
    ///
    /// A sentence without its “not” says the opposite and reads as smoothly as before. Many words negate in
    /// Arabic (لم, ليس, غير, دون, عدم, verbs such as رفض and نفى); only where none of them stands in the
    /// sentence is anything said.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// The minister did not sign the agreement. => {وقع الوزير الاتفاق}.
    /// ```
    ///
    /// ```ar
    /// The minister did not sign the agreement. => رفض الوزير توقيع الاتفاق.
    /// ```
    ///
    /// In an English target:
    ///
    /// ```en
    /// لم يوقع الوزير الاتفاق. => {The minister signed the agreement.}
    /// ```
    "source/negation" {
        group: Source,
        category: Mistranslation,
        severity: Critical,
        confidence: Medium,
        ar: "نفي في الأصل غاب عن الترجمة",
        pair: check,
        english: super::english::negation::check,
    }
}

/// Longer sentences turn a negation in ways that no list foresees.
const MOST_WORDS: usize = 24;

fn check(ctx: &PairCtx<'_>, acc: &mut Findings<'_>) {
    for paired in ctx.pairs().iter().filter(|it| it.bead.sure) {
        if paired.bead.source.len() != 1
            || paired.bead.target.len() != 1
            || !is_negated(ctx, paired)
        {
            continue;
        }
        for (segment, target, words) in ctx.target_sentences(paired) {
            if words.len() > MOST_WORDS
                || words.len() < 2
                || words.clone().any(|it| negates(target, it))
            {
                continue;
            }
            let at = &target.readings.words;
            let span = at[words.start].span.cover(at[words.end - 1].span);
            acc.in_segment(segment);
            acc.add(
                span,
                Message::fixed(
                    "the source denies this; nothing here does",
                    "الأصل ينفي هذا، وليس في الجملة ما ينفيه",
                ),
            );
        }
    }
}

/// Whether the source sentence says `not` of its verb, once.
fn is_negated(ctx: &PairCtx<'_>, paired: &Paired) -> bool {
    let mut count = 0;
    for (sentence, segment) in ctx.source_sentences(paired) {
        let english = &segment.english;
        for at in sentence.tokens.clone() {
            let fold = english.fold(at);
            let contracted = segment.text[english.tokens[at].span.range()].ends_with("n't")
                || segment.text[english.tokens[at].span.range()].ends_with("n’t");
            if fold == "not" && turns(english, at) {
                // `not only`, `why not`, `whether or not`, `if not`.
                return false;
            }
            if fold == "never"
                && at + 1 < english.tokens.len()
                && matches!(
                    english.fold(at + 1),
                    "more" | "so" | "mind" | "before" | "again"
                )
            {
                return false;
            }
            count += usize::from(matches!(fold, "not" | "never" | "cannot") || contracted);
        }
        // A question or a comparison turns it again.
        if segment.text[sentence.span.range()].contains('?') {
            return false;
        }
    }
    count == 1
}

fn turns(english: &English, at: usize) -> bool {
    let fold = |it: Option<usize>| {
        it.filter(|it| *it < english.tokens.len())
            .map_or("", |it| english.fold(it))
    };
    matches!(
        fold(at.checked_sub(1)),
        "or" | "why" | "if" | "but" | "and" | "certainly" | ""
    ) || matches!(
        fold(Some(at + 1)),
        "only"
            | "just"
            | "least"
            | "until"
            | "because"
            | "a"
            | "the"
            | "to"
            | "all"
            | "every"
            | "so"
            | "merely"
            | "simply"
            | "long"
            | "unlike"
    )
}

/// Whether the word of this number denies something, in any way Arabic has.
fn negates(ctx: &Ctx<'_>, word: usize) -> bool {
    let fold = ctx.fold(word);
    NEGATIONS.iter().any(|it| {
        fold == *it
            || fold
                .strip_prefix(['و', 'ف', 'ب', 'ا', 'ل', 'ك'])
                .is_some_and(|rest| rest == *it)
    }) || STEMS.iter().any(|it| fold.contains(it))
}

const NEGATIONS: [&str; 17] = [
    "لا",
    "لم",
    "لن",
    "ليس",
    "ليست",
    "ليسوا",
    "لست",
    "لسنا",
    "ما",
    "غير",
    "دون",
    "عدم",
    "الا",
    "كلا",
    "سوي",
    "لات",
    "اقل",
];

/// What any form of a word of refusing, lacking, failing holds.
const STEMS: [&str; 30] = [
    "بدون",
    "ليس",
    "رفض",
    "نفي",
    "نفت",
    "ينف",
    "انكر",
    "ينكر",
    "فشل",
    "عجز",
    "امتنع",
    "يمتنع",
    "امتناع",
    "تجنب",
    "استبعد",
    "خلا",
    "خلو",
    "فقد",
    "افتقر",
    "يفتقر",
    "منع",
    "نادر",
    "قلما",
    "مستحيل",
    "يستحيل",
    "توقف",
    "حال",
    "عارض",
    "بلا",
    "انعد",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::trial::check_pair;

    #[test]
    fn what_denies_in_other_words_is_no_loss() {
        for pair in [
            "The government will never accept the agreement. => {ستقبل الحكومة الاتفاق}.",
            "The government does not accept the agreement. => ترفض الحكومة الاتفاق.",
            "The government not only accepted the agreement, it signed it. => قبلت الحكومة الاتفاق ووقعته.",
            "The government will not accept the agreement without a vote. => لن تقبل الحكومة الاتفاق دون تصويت.",
        ] {
            check_pair(&RULE, pair);
        }
    }
}
