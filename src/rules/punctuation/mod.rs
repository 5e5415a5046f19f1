//! Rules about marks of punctuation.

mod adjoining_quotes;
mod dash;
mod doubled_mark;
mod doubled_space;
mod doubled_stop;
mod ellipsis;
mod empty_pair;
mod english_time;
mod glued_number;
mod latin_mark;
mod list_comma;
mod mark_at_line_start;
mod mismatched_quotes;
mod missing_space;
mod missing_stop;
mod mixed_percent;
mod mixed_quotes;
mod nested_quotes;
mod number_separator;
mod pairs;
mod percent_sign;
mod space_after_prefix;
mod space_around_bracket;
mod space_before_mark;
mod space_in_bracket;
mod space_in_quote;
mod speech_comma;
mod swapped_quotes;
mod two_marks;
mod unbalanced_bracket;
mod unbalanced_quote;
mod us_date;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &adjoining_quotes::RULE,
    &dash::RULE,
    &doubled_mark::RULE,
    &doubled_space::RULE,
    &doubled_stop::RULE,
    &ellipsis::RULE,
    &empty_pair::RULE,
    &english_time::RULE,
    &glued_number::RULE,
    &latin_mark::RULE,
    &list_comma::RULE,
    &mark_at_line_start::RULE,
    &mismatched_quotes::RULE,
    &missing_space::RULE,
    &missing_stop::RULE,
    &mixed_percent::RULE,
    &mixed_quotes::RULE,
    &nested_quotes::RULE,
    &number_separator::RULE,
    &percent_sign::RULE,
    &space_after_prefix::RULE,
    &space_around_bracket::RULE,
    &space_before_mark::RULE,
    &space_in_bracket::RULE,
    &space_in_quote::RULE,
    &speech_comma::RULE,
    &swapped_quotes::RULE,
    &two_marks::RULE,
    &unbalanced_bracket::RULE,
    &unbalanced_quote::RULE,
    &us_date::RULE,
];
