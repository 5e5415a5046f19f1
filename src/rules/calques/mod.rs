//! Rules about turns of English in Arabic words.

mod density;
mod habits;
mod word_for_word;

use crate::rule::Rule;

pub use habits::{HABITS, Habit};

pub(super) static RULES: &[&Rule] = &[&word_for_word::RULE, &density::RULE];
