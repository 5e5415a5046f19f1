//! Rules about marks of punctuation.

mod space_before_mark;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[&space_before_mark::RULE];
