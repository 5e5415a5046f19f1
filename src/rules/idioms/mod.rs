//! Rules about figures of speech.

mod literal;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[&literal::RULE];
