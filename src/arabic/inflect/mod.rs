//! Inflection: all forms of a noun, an adjective or a verb, and the one for given features.
//!
//! From what a dictionary gives (a noun with its broken plurals, a verb with its present) to
//! spellings without vowel signs, each hamza on its seat. Nothing is looked up: what a word's shape
//! does not tell stands in short closed lists beside the rule that needs it.

mod adjective;
mod endings;
mod noun;
mod verb;

pub use adjective::{adjective_plurals, elative, feminine, nisba};
pub use endings::{
    defective_masculine_plural, dual, sound_feminine_plural, sound_masculine_plural, with_tanwin,
};
pub use noun::{Noun, NounForm};
pub use verb::{Verb, VerbForm};

/// The last two letters of a word, the last first.
fn last_two(word: &str) -> (Option<char>, Option<char>) {
    let mut back = word.chars().rev();
    (back.next(), back.next())
}

/// `word` without its last letter.
fn but_last(word: &str) -> &str {
    let mut chars = word.chars();
    chars.next_back();
    chars.as_str()
}

/// `word` without its letter before the last.
fn without_middle(word: &str) -> String {
    let stem = but_last(word);
    let mut out = but_last(stem).to_owned();
    out.push_str(&word[stem.len()..]);
    out
}

/// How many letters a bare word has.
fn length(word: &str) -> usize {
    word.chars().count()
}
