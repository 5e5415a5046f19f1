//! Negations of an Arabic source that an English target lacks, for `source/negation`.

use crate::{
    align::{SourceSegment, TargetSegment},
    diagnostic::Message,
    rule::{EnglishCtx, Findings},
};

/// Longer sentences turn a negation in ways that no list foresees.
const MOST_WORDS: usize = 28;

/// Adds a finding for each English sentence that denies nothing and answers one that denies, once.
pub(in super::super) fn check(ctx: &EnglishCtx<'_>, acc: &mut Findings<'_>) {
    for (arabic, bead) in ctx.sure_pairs() {
        if bead.source.len() != 1 || bead.target.len() != 1 {
            continue;
        }
        let denied = arabic
            .sentences(bead)
            .all(|(sentence, segment)| is_denied_once(segment, arabic.text.words(sentence)));
        for (sentence, segment) in ctx.english_of(bead) {
            let short = (3..=MOST_WORDS).contains(&sentence.tokens.len());
            if !denied || !short || sentence.tokens.clone().any(|it| denies(segment, it)) {
                continue;
            }
            acc.in_segment(sentence.segment);
            acc.add(
                sentence.span,
                Message::fixed(
                    "the source denies this; nothing here does",
                    "الأصل ينفي هذا، وليس في الجملة ما ينفيه",
                ),
            );
        }
    }
}

/// Whether one of the particles that only deny stands among the words, once, and nothing turns it.
fn is_denied_once(segment: &TargetSegment<'_>, words: std::ops::Range<usize>) -> bool {
    let fold = |word: usize| {
        let token = segment.readings.words[word].token as usize;
        segment.words.fold(&segment.words.tokens[token])
    };
    let mut count = 0;
    for word in words {
        let bare = fold(word);
        let bare = bare.strip_prefix(['و', 'ف']).unwrap_or(bare);
        if TURNS.contains(&bare) {
            return false;
        }
        count += usize::from(matches!(bare, "لم" | "لن" | "ليس" | "ليست" | "ليسوا"));
    }
    count == 1 && !segment.text.contains('؟')
}

/// What makes a denial an assertion: `لم يأت إلا`, `ليس فقط`, `إن لم`.
const TURNS: [&str; 15] = [
    "الا", "سوي", "فقط", "بل", "ان", "ما", "لا", "غير", "دون", "حتي", "اذا", "لو", "قط", "بعد", "يعد",
];

/// Whether the token denies, lacks, refuses, or doubts.
fn denies(segment: &SourceSegment<'_>, token: usize) -> bool {
    let english = &segment.english;
    let fold = english.fold(token);
    let text = &segment.text[english.tokens[token].span.range()];
    text.ends_with("n't")
        || text.ends_with("n’t")
        || DENIALS.contains(&fold)
        || (fold.len() > 5 && PREFIXES.iter().any(|it| fold.starts_with(it)))
        || (fold.len() > 5 && fold.ends_with("less"))
        || STEMS.iter().any(|it| fold.starts_with(it))
}

const DENIALS: [&str; 26] = [
    "not", "never", "no", "nor", "neither", "none", "nothing", "nobody", "nowhere", "without",
    "cannot", "unless", "hardly", "barely", "scarcely", "only", "yet", "few", "little", "less",
    "rather", "instead", "but", "cant", "wont", "out",
];

const PREFIXES: [&str; 6] = ["un", "in", "im", "dis", "non", "mis"];

/// How words of refusing, lacking and failing begin.
const STEMS: [&str; 17] = [
    "refus", "den", "fail", "lack", "reject", "avoid", "prevent", "stop", "miss", "absen", "elud",
    "exclud", "rul", "oppos", "declin", "remain", "far",
];
