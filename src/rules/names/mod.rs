//! Rules about names of people, places and organisations.

mod english;
mod foreign;
mod inconsistent;
mod latin_name;
mod latin_runs;
mod latin_word;
mod letter_for_g;
mod misspelled;
mod own_spelling;
mod translated;

pub(super) use latin_runs::is_meant_to_be_latin;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &latin_name::RULE,
    &latin_word::RULE,
    &translated::RULE,
    &misspelled::RULE,
    &inconsistent::RULE,
    &letter_for_g::RULE,
];
