//! Rules about what only the source can tell.

mod addition;
mod end_mark;
mod english;
mod inconsistent;
mod literal_idiom;
mod name_answers;
mod negation;
mod number;
mod omission;
mod placeholder;
mod repeated;
mod target_equals_source;
mod untranslated;
mod wrong_name;
mod wrong_sense;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &wrong_sense::RULE,
    &literal_idiom::RULE,
    &wrong_name::RULE,
    &inconsistent::RULE,
    &untranslated::RULE,
    &number::RULE,
    &negation::RULE,
    &omission::RULE,
    &addition::RULE,
    &repeated::RULE,
    &target_equals_source::RULE,
    &placeholder::RULE,
    &end_mark::RULE,
];
