//! Rules about single characters: controls, look-alikes, what a broken encoding leaves behind.

mod bidi_control;
mod foreign_letter;
mod mojibake;
mod presentation_form;
mod replacement_character;
mod tatweel;
mod zero_width;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &bidi_control::RULE,
    &foreign_letter::RULE,
    &mojibake::RULE,
    &presentation_form::RULE,
    &replacement_character::RULE,
    &tatweel::RULE,
    &zero_width::RULE,
];
