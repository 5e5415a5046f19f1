//! Rules about offices and ranks.

mod wrong_title;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[&wrong_title::RULE];
