//! Whether a word may be a foreign name that no list knows.

use crate::{
    arabic::{given_name, title},
    matcher::Known,
    rule::Ctx,
};

/// Letters that the spellings of European names are made of; ع ح ص ض ذ ظ and ة are of Arabic words.
const LETTERS: &str = "ابتثجدرزسشطغفقكلمنهويإأآىئؤ";
/// Endings of Arabic words in the plural or with a pronoun, and of the verbs of a plural.
const ENDINGS: [&str; 9] = ["ات", "ون", "وا", "ها", "هم", "نا", "هما", "تين", "ته"];

/// An Arabic word of four letters or more that no glossary or list reads as anything, made of the
/// letters that spell foreign names.
pub(super) fn looks_foreign(ctx: &Ctx<'_>, word: usize) -> bool {
    let at = &ctx.readings.words[word];
    let fold = ctx.fold(word);
    at.arabic
        && fold.len() >= 8
        && ctx.readings.words[word].known == Known::Not
        && !fold.starts_with("ال")
        && fold.chars().all(|it| LETTERS.contains(it))
        && given_name(fold).is_none()
        && title(fold).is_none()
        && !ENDINGS.iter().any(|it| fold.ends_with(it))
}
