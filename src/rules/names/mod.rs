//! Rules about names of people, places and organisations.

mod inconsistent;
mod latin_name;
mod letter_for_g;
mod misspelled;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &latin_name::RULE,
    &misspelled::RULE,
    &inconsistent::RULE,
    &letter_for_g::RULE,
];
