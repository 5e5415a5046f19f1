//! Rules about agreement in gender and number.

mod and_others;
mod holder;
mod suffix_gender;
mod title_gender;
mod verb_gender;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &title_gender::RULE,
    &verb_gender::RULE,
    &suffix_gender::RULE,
    &and_others::RULE,
];
