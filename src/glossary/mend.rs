//! Repairs agreement after a noun changes gender: see [`mend`].
//!
//! Only what is certain: a demonstrative directly before, adjectives directly after, the relative
//! pronoun directly after the phrase and the pronoun on its verb, a verb of a closed list directly
//! before. Features come from `words:` and closed lists, never from a guess; where more may be
//! wrong, the fix says what to look at.

use super::compiled::Compiled;
use crate::{
    arabic::{
        Clitics, Gender, NounFeatures, Number, Person, Tense, VerbFeatures, join, other_gender,
        verb_before_pronoun,
    },
    diagnostic::Replacement,
    matcher::{Barrier, Hit, Lexeme, Reading, Readings},
};

/// Verbs that have no object, so that a noun after them is their subject.
const INTRANSITIVE: [&str; 14] = [
    "تم",
    "انهار",
    "فشل",
    "نجح",
    "بدأ",
    "انتهى",
    "جرى",
    "صدر",
    "استمر",
    "توقف",
    "كان",
    "أصبح",
    "ظل",
    "بات",
];

/// The edits around the focus of `hit` when its noun changes to gender `to`.
pub fn mend(
    sets: &[&Compiled],
    text: &str,
    readings: &Readings,
    hit: &Hit,
    to: Gender,
) -> Vec<Replacement> {
    let mender = Mender {
        sets,
        text,
        readings,
        to,
    };
    let mut edits = Vec::new();
    mender.before(hit, &mut edits);
    mender.after(hit, &mut edits);
    edits
}

struct Mender<'a> {
    sets: &'a [&'a Compiled],
    text: &'a str,
    readings: &'a Readings,
    to: Gender,
}

impl Mender<'_> {
    fn before(&self, hit: &Hit, edits: &mut Vec<Replacement>) {
        let Some(at) = hit.focus.start.checked_sub(1) else {
            return;
        };
        if self.readings.words[hit.focus.start].barrier > Barrier::Quote {
            return;
        }
        if self.swap_pronoun(at, edits) {
            return;
        }
        for (reading, lexeme) in self.read(at) {
            let Lexeme::Verb(verb) = lexeme else { continue };
            let Some(features) = self.verb_features(reading) else {
                continue;
            };
            let third = features.person == Person::Third && features.number == Number::Singular;
            if INTRANSITIVE.contains(&verb.past.as_str()) && third && features.gender != self.to {
                let free = verb.conjugate(VerbFeatures {
                    gender: self.to,
                    ..features
                });
                self.replace(at, join(reading.clitics, &free, &free), edits);
                return;
            }
        }
    }

    fn after(&self, hit: &Hit, edits: &mut Vec<Replacement>) {
        let mut at = hit.focus.end;
        // Adjectives of the noun itself come before anything that completes the phrase.
        while at < self.readings.words.len()
            && self.readings.words[at].barrier <= Barrier::Quote
            && self.swap_adjective(at, edits)
        {
            at += 1;
        }
        let at = at.max(hit.words.end);
        if self
            .readings
            .words
            .get(at)
            .is_none_or(|it| it.barrier > Barrier::Quote)
        {
            return;
        }
        let is_relative = matches!(self.word(at), "التي" | "الذي");
        if !is_relative || !self.swap_pronoun(at, edits) {
            return;
        }
        let verb_at = at + 1;
        if self
            .readings
            .words
            .get(verb_at)
            .is_none_or(|it| it.barrier > Barrier::Quote)
        {
            return;
        }
        for (reading, lexeme) in self.read(verb_at) {
            let Lexeme::Verb(verb) = lexeme else { continue };
            let (Some(features), Some(pronoun)) =
                (self.verb_features(reading), reading.clitics.pronoun)
            else {
                continue;
            };
            if pronoun.person() != Person::Third || pronoun.number() != Number::Singular {
                continue;
            }
            let bound = verb_before_pronoun(&verb.conjugate(features));
            let clitics = Clitics {
                pronoun: Some(pronoun.with(self.to, Number::Singular)),
                ..reading.clitics
            };
            self.replace(verb_at, join(clitics, &bound, &bound), edits);
            return;
        }
        // The verb of a passive or of an action of the noun itself agrees with it.
        for (reading, lexeme) in self.read(verb_at) {
            let Lexeme::Verb(verb) = lexeme else { continue };
            let Some(features) = self.verb_features(reading) else {
                continue;
            };
            let mine = INTRANSITIVE.contains(&verb.past.as_str())
                && features.person == Person::Third
                && features.number == Number::Singular
                && features.tense != Tense::Imperative;
            if mine {
                let free = verb.conjugate(VerbFeatures {
                    gender: self.to,
                    ..features
                });
                self.replace(verb_at, join(reading.clitics, &free, &free), edits);
                return;
            }
        }
    }

    /// Swaps a demonstrative or relative pronoun for that of the other gender.
    fn swap_pronoun(&self, at: usize, edits: &mut Vec<Replacement>) -> bool {
        match other_gender(self.word(at), self.to) {
            Some(other) => {
                self.replace(at, other, edits);
                true
            }
            None => false,
        }
    }

    fn swap_adjective(&self, at: usize, edits: &mut Vec<Replacement>) -> bool {
        for (reading, lexeme) in self.read(at) {
            let Lexeme::Noun(noun) = lexeme else { continue };
            let form = self.sets[usize::from(reading.source)]
                .lexicon
                .form(reading.form);
            let Some(features) = form.noun() else {
                continue;
            };
            if !noun.adjective || features.number != Number::Singular {
                continue;
            }
            if features.gender == self.to || reading.clitics.pronoun.is_some() {
                return false;
            }
            let wanted = NounFeatures {
                gender: self.to,
                ..features
            };
            if let Some(free) = noun.inflect(wanted) {
                self.replace(at, join(reading.clitics, &free, &free), edits);
                return true;
            }
        }
        false
    }

    /// The readings of a word, with the words they are of.
    fn read(&self, at: usize) -> impl Iterator<Item = (&Reading, &Lexeme)> {
        self.readings.of(at).iter().filter_map(|reading| {
            let set = self.sets.get(usize::from(reading.source))?;
            Some((reading, set.lexeme(reading.lexeme)?))
        })
    }

    fn verb_features(&self, reading: &Reading) -> Option<VerbFeatures> {
        let set = self.sets.get(usize::from(reading.source))?;
        set.lexicon.form(reading.form).verb()
    }

    fn word(&self, at: usize) -> &str {
        &self.text[self.readings.words[at].span.range()]
    }

    fn replace(&self, at: usize, text: String, edits: &mut Vec<Replacement>) {
        if self.word(at) != text {
            edits.push(Replacement {
                span: self.readings.words[at].span,
                text,
            });
        }
    }
}
