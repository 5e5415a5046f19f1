//! Rules about turns of English in Arabic words.

mod word_for_word;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[&word_for_word::RULE];
