//! Rules about names of people, places and organisations.

mod inconsistent;
mod latin_name;
mod misspelled;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[&latin_name::RULE, &misspelled::RULE, &inconsistent::RULE];
