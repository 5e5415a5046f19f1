//! Rules about agreement in gender and number.

mod adjective_gender;
mod and_others;
mod apposition_gender;
mod both;
mod counted_noun;
mod demonstrative;
mod holder;
mod kin_gender;
mod nouns;
mod number_word;
mod one_of;
mod relative_pronoun;
mod suffix_gender;
mod title_gender;
mod two_people;
mod verb_gender;
mod verb_subject;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &title_gender::RULE,
    &verb_gender::RULE,
    &apposition_gender::RULE,
    &kin_gender::RULE,
    &suffix_gender::RULE,
    &and_others::RULE,
    &verb_subject::RULE,
    &two_people::RULE,
    &demonstrative::RULE,
    &relative_pronoun::RULE,
    &adjective_gender::RULE,
    &one_of::RULE,
    &both::RULE,
    &counted_noun::RULE,
    &number_word::RULE,
];
