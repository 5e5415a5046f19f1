//! Rules about names of people, places and organisations.

mod inconsistent;
mod latin_name;
mod misspelled;

pub(super) use latin_name::is_meant_to_be_latin;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[&latin_name::RULE, &misspelled::RULE, &inconsistent::RULE];
