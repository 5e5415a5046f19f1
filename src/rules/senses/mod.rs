//! Rules about words taken in the wrong sense.

mod wrong_sense;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[&wrong_sense::RULE];
