//! Rules about marks of punctuation.

mod doubled_mark;
mod latin_mark;
mod missing_space;
mod space_before_mark;
mod space_in_bracket;
mod space_in_quote;
mod swapped_quotes;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &doubled_mark::RULE,
    &latin_mark::RULE,
    &missing_space::RULE,
    &space_before_mark::RULE,
    &space_in_bracket::RULE,
    &space_in_quote::RULE,
    &swapped_quotes::RULE,
];
