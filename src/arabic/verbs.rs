//! Verbs of news that tell by what stands behind them whether it is their subject.
//!
//! A closed list of ours, `glossaries/lists/verbs.tsv`: past, present, use (`i`, `s`, `a`, `b`), and `n`
//! where the masculine past is spelt like a noun. Their third persons are inflected once, when the
//! first rule asks.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::{Gender, Mood, Number, Person, Tense, Verb, VerbFeatures};

/// What may follow a verb at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbUse {
    /// It takes no object: a noun behind it is its subject.
    Intransitive,
    /// It tells what someone said: a person or a body behind it is its subject.
    Saying,
    /// It takes an object, but never one of the great institutions.
    Acting,
    /// It takes a predicate in the accusative: a noun behind it may be that.
    Being,
}

/// A third person of a listed verb.
#[derive(Clone, Debug)]
pub struct FiniteVerb {
    /// The verb.
    pub verb: Verb,
    /// What the form shows; number is singular or plural.
    pub features: VerbFeatures,
    /// What may follow.
    pub usage: VerbUse,
    /// The form is spelt like a noun as well: `تراجع`, `كشف`.
    pub noun_too: bool,
}

impl FiniteVerb {
    /// The form of the same tense and mood that stands before a subject of this gender.
    pub fn singular(&self, gender: Gender) -> String {
        self.verb.conjugate(VerbFeatures {
            number: Number::Singular,
            gender,
            ..self.features
        })
    }
}

/// The third person of a listed verb that `letters`, without clitics and vowel signs, are.
pub fn finite_verb(letters: &str) -> Option<&'static FiniteVerb> {
    static VERBS: OnceLock<FxHashMap<String, FiniteVerb>> = OnceLock::new();
    VERBS.get_or_init(inflected).get(letters)
}

/// The verb that `letters` are behind و, ف and س, with what stands before it.
pub fn finite_verb_behind(letters: &str) -> Option<(&str, &'static FiniteVerb)> {
    let cut = |at: usize| (&letters[..at], &letters[at..]);
    let conjunction = letters.starts_with(['و', 'ف']).then_some('و'.len_utf8());
    for start in [0].into_iter().chain(conjunction) {
        let (before, core) = cut(start);
        if let Some(verb) = finite_verb(core) {
            return Some((before, verb));
        }
        if core.starts_with('س')
            && let (before, core) = cut(start + 'س'.len_utf8())
            && let Some(verb) = finite_verb(core)
            && verb.features.tense == Tense::Present
        {
            return Some((before, verb));
        }
    }
    None
}

fn inflected() -> FxHashMap<String, FiniteVerb> {
    let mut forms = FxHashMap::default();
    for line in include_str!("../../glossaries/lists/verbs.tsv").lines() {
        let columns: Vec<&str> = line.split('\t').collect();
        let [past, present, usage, ..] = columns[..] else {
            continue;
        };
        let verb = Verb::new(past, present);
        let usage = match usage {
            "i" => VerbUse::Intransitive,
            "s" => VerbUse::Saying,
            "b" => VerbUse::Being,
            _ => VerbUse::Acting,
        };
        for features in third_persons() {
            let noun_too = columns.get(3) == Some(&"n")
                && features
                    == VerbFeatures::past(Person::Third, Number::Singular, Gender::Masculine);
            let text = verb.conjugate(features);
            forms.entry(text).or_insert_with(|| FiniteVerb {
                verb: verb.clone(),
                features,
                usage,
                noun_too,
            });
        }
    }
    forms
}

fn third_persons() -> impl Iterator<Item = VerbFeatures> {
    let subjects = [
        (Number::Singular, Gender::Masculine),
        (Number::Singular, Gender::Feminine),
        (Number::Plural, Gender::Masculine),
    ];
    subjects.into_iter().flat_map(|(number, gender)| {
        [
            VerbFeatures::past(Person::Third, number, gender),
            VerbFeatures::present(Mood::Indicative, Person::Third, number, gender),
            VerbFeatures::present(Mood::Jussive, Person::Third, number, gender),
        ]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn third_persons_lead_to_their_verb() {
        for (form, masculine, feminine) in [
            ("انتهى", "انتهى", "انتهت"),
            ("ينته", "ينته", "تنته"),
            ("تتصاعد", "يتصاعد", "تتصاعد"),
            ("قالوا", "قال", "قالت"),
            ("تقول", "يقول", "تقول"),
        ] {
            let found = finite_verb(form).unwrap();
            assert_eq!(found.singular(Gender::Masculine), masculine, "{form}");
            assert_eq!(found.singular(Gender::Feminine), feminine, "{form}");
        }
        assert!(finite_verb("تراجع").unwrap().noun_too);
        assert!(!finite_verb("تراجعت").unwrap().noun_too);
        assert!(finite_verb("كتاب").is_none());
    }
}
