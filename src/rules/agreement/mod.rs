//! Rules about agreement in gender and number.

mod and_others;
mod counted_noun;
mod demonstrative;
mod holder;
mod nouns;
mod one_of;
mod suffix_gender;
mod title_gender;
mod verb_gender;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &title_gender::RULE,
    &verb_gender::RULE,
    &suffix_gender::RULE,
    &and_others::RULE,
    &demonstrative::RULE,
    &one_of::RULE,
    &counted_noun::RULE,
];
