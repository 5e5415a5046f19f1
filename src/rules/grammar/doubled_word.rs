//! A word written twice: see [`RULE`].

use super::neighbours::{arabic_after, letters_of, place};
use crate::{
    arabic::particle,
    diagnostic::{Applicability, Fix, Message},
    matcher::Barrier,
    rule::{Ctx, Findings, rule},
    text::Span,
};

rule! {
    /// A word written twice in a row.
    ///
    /// ## Why
    ///
    /// Translation systems stutter, and so do typists. Only words that no one repeats on purpose are
    /// looked at: particles, words with ال, words in ة. Names and emphasis (`شيئا شيئا`) are left.
    ///
    /// ## Examples
    ///
    /// ```ar
    /// أكد {على على|على} أهمية {اللجنة اللجنة|اللجنة} الجديدة.
    /// ```
    ///
    /// ```ar
    /// مشى خطوة خطوة مع ولي ولي العهد وبطرس بطرس غالي.
    /// ```
    "grammar/doubled-word" {
        group: Grammar,
        category: Grammar,
        severity: Minor,
        confidence: Medium,
        ar: "كلمة مكررة",
        segment: check,
    }
}

/// Words that are repeated on purpose, or in two clauses that meet without a comma, and those that
/// are also the name of a Latin letter: سي إن إن.
const REPEATED: [&str; 36] = [
    "من",
    "ما",
    "لا",
    "هو",
    "هي",
    "هم",
    "نحن",
    "أنا",
    "أنت",
    "بين",
    "بعد",
    "قبل",
    "كل",
    "أي",
    "إلا",
    "كلا",
    "نعم",
    "هنا",
    "هناك",
    "الآن",
    "الله",
    "اليوم",
    "خطوة",
    "كلمة",
    "مرة",
    "لحظة",
    "قطعة",
    "دفعة",
    "في",
    "لي",
    "إن",
    "أن",
    "أم",
    "أو",
    "كي",
    "لو",
];

/// Words before one that may begin a name it belongs to.
const LONGEST_NAME: usize = 6;

fn check(ctx: &Ctx<'_>, acc: &mut Findings<'_>) {
    for word in 0..ctx.readings.words.len() {
        let Some(next) = arabic_after(ctx, word, Barrier::Nothing) else {
            continue;
        };
        // As written, vowel signs and all: `عَلّم عِلْم` are two words.
        if ctx.word(word) != ctx.word(next) || !is_never_repeated(ctx, word) {
            continue;
        }
        // Three in a row are a cry or a list of letters.
        let same = |it: Option<usize>| {
            it.is_some_and(|it| it < ctx.readings.words.len() && ctx.word(it) == ctx.word(word))
        };
        if same(word.checked_sub(1)) || same(Some(next + 1)) {
            continue;
        }
        let (first, second) = (place(ctx, word), place(ctx, next));
        let message = Message::new(
            format!("“{}” is written twice", ctx.word(word)),
            format!("«{}» مكررة", ctx.word(word)),
        );
        let again = Span::new(first.end()..second.end());
        let fix = Fix::replace(Applicability::Suggested, again, "");
        acc.add(first.cover(second), message).fixes.push(fix);
    }
}

fn is_never_repeated(ctx: &Ctx<'_>, word: usize) -> bool {
    let letters = letters_of(ctx, word);
    let long = letters.chars().count();
    if REPEATED.contains(&&*letters) || long < 2 {
        return false;
    }
    let named = (word.saturating_sub(LONGEST_NAME)..=word)
        .flat_map(|it| ctx.names_at(it))
        .any(|it| it.words.contains(&word));
    // على is also read as the name علي.
    particle(&letters).is_some()
        || (!named
            && ((long >= 5 && letters.starts_with("ال")) || (long >= 4 && letters.ends_with('ة'))))
}
