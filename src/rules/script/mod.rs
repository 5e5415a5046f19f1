//! Rules about single characters: controls, look-alikes, what a broken encoding leaves behind.

mod bidi_control;
mod character_reference;
mod foreign_letter;
mod mixed_digits;
mod mixed_spelling;
mod mixed_tanwin;
mod mojibake;
mod presentation_form;
mod replacement_character;
mod stray_diacritic;
mod tanwin_after_hamza;
mod tatweel;
mod zero_width;

use crate::rule::Rule;

pub(super) static RULES: &[&Rule] = &[
    &bidi_control::RULE,
    &character_reference::RULE,
    &foreign_letter::RULE,
    &mixed_digits::RULE,
    &mixed_spelling::RULE,
    &mixed_tanwin::RULE,
    &mojibake::RULE,
    &presentation_form::RULE,
    &replacement_character::RULE,
    &stray_diacritic::RULE,
    &tanwin_after_hamza::RULE,
    &tatweel::RULE,
    &zero_width::RULE,
];
