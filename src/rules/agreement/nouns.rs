//! What the vocabulary knows of a word as a noun: what the rules about nouns and their neighbours
//! start from. A word that it does not know, or reads in two ways, says nothing.

use crate::{
    arabic::{Clitics, Gender, NounFeatures, Number},
    matcher::{FormKind, Lexeme},
    rule::Ctx,
};

/// A word read as a noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// Of the word in the singular.
    pub(super) gender: Gender,
    /// Of the form in the text.
    pub(super) number: Number,
    /// What it carries.
    pub(super) clitics: Clitics,
}

/// The word as a noun, where every likely reading of it is a noun of one gender and number.
pub(super) fn known(ctx: &Ctx<'_>, word: usize) -> Option<Known> {
    let mut found: Option<Known> = None;
    for reading in ctx.readings.of(word) {
        let form = ctx.glossaries.set_of(reading).lexicon.form(reading.form);
        if reading.weak {
            continue;
        }
        let features: NounFeatures = match form.kind {
            FormKind::Noun => form.noun()?,
            // The same letters, asked for by their spelling.
            FormKind::Name | FormKind::Exact => continue,
            _ => return None,
        };
        let Some(Lexeme::Noun(noun)) = ctx.glossaries.lexeme(reading) else {
            return None;
        };
        if noun.adjective {
            return None;
        }
        let this = Known {
            gender: noun.gender,
            number: features.number,
            clitics: reading.clitics,
        };
        match found {
            None => found = Some(this),
            Some(other) if other.gender == this.gender && other.number == this.number => {}
            Some(_) => return None,
        }
    }
    found
}
