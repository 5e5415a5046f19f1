//! Rules about terms with an approved rendering.

mod wrong_term;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[&wrong_term::RULE];
